import { message } from '../../messages/message'
import type { EdgeDirection } from '../../model/enumerations'
import type { GraphCollector } from '../collect/graphCollector'
import { parseNumberText } from '../collect/parseNumber'
import { FileFault } from '../io/fileFault'
import type { InputFile } from '../io/inputFile'
import { linesOf, type TextLine } from '../io/lineReader'
import { parsePajekParameters } from './pajekParameters'
import { addPajekTables, type PajekTable } from './pajekTable'

type Section = 'vertices' | 'arcs' | 'edges' | 'arcslist' | 'edgeslist' | 'matrix' | 'values' | 'other'

interface State {
  readonly collector: GraphCollector
  /** Code of each vertex; vertex 1 is at index 0. */
  readonly codes: number[]
  /** Partitions and vectors; the values of the last one may still follow. */
  readonly tables: PajekTable[]
  /** What the lines belong to: the first network, a table, or something that is left out. */
  object: 'network' | 'table' | 'skipped'
  /** Number of networks so far, and whether the first one has its vertices. */
  networks: number
  declared: boolean
  section: Section
  /** The relation of the lines in this section. */
  relation: string | undefined
  /** Rows of the matrix that have been read. */
  matrixRow: number
  /** Number of vertices of the first mode in a two-mode network; else undefined. */
  firstMode: number | undefined
}

/**
 * Reads Pajek's networks and projects, .net and .paj (Batagelj and Mrvar, Pajek reference manual): vertices with labels,
 * positions and colours, arcs, edges, their lists, and matrices of one or two modes; several relations by number and name.
 * Partitions and vectors become columns. The first network is read; others, and all other objects, are left out.
 */
export function collectPajek(file: InputFile, collector: GraphCollector): void {
  const state: State = {
    collector,
    codes: [],
    tables: [],
    object: 'network',
    networks: 0,
    declared: false,
    section: 'other',
    relation: undefined,
    matrixRow: 0,
    firstMode: undefined,
  }
  for (const line of linesOf(file)) {
    const text = line.text.trim()
    if (text.startsWith('%')) continue
    if (text.startsWith('*')) beginSection(state, text, line)
    else collectLine(state, text, line)
  }
  if (state.codes.length === 0 && !state.declared)
    throw new FileFault(
      file.name,
      message('formats', 'pajekNoVertices'),
      message('formats', 'chooseFileOf', { format: 'Pajek' }),
    )
  addModes(state)
  const rows = state.codes.map((code) => collector.ensureNode(code))
  for (const { heading } of addPajekTables(collector, state.tables, rows)) leaveOut(state, heading)
}

const leaveOut = ({ collector }: State, heading: string): void =>
  collector.repair('left out', heading.slice(0, 80), message('formats', 'pajekSectionsLeftOut'))

function beginSection(state: State, text: string, line: TextLine): void {
  const [, word = '', rest = ''] = /^\*\s*(\w+)\s*(.*)$/.exec(text) ?? []
  const name = word.toLowerCase()
  state.relation = /"([^"]*)"/.exec(rest)?.[1]
  state.matrixRow = 0
  state.section = 'other'
  if (objects.has(name)) beginObject(state, { name, title: rest.trim().replace(/^"|"$/g, ''), heading: text })
  else if (name === 'vertices') beginVertices(state, { rest, heading: text }, line)
  else if (sections.has(name)) state.section = state.object === 'network' ? sections.get(name)! : 'other'
  else if (state.object === 'network') leaveOut(state, text)
}

/** What a project consists of. */
const objects = new Set('network partition vector permutation cluster hierarchy'.split(' '))
const sections = new Map<string, Section>(
  (['arcs', 'edges', 'arcslist', 'edgeslist', 'matrix'] as const).map((each) => [each, each]),
)

function beginObject(
  state: State,
  { name, title, heading }: { readonly name: string; readonly title: string; readonly heading: string },
): void {
  if (name === 'network') {
    state.object = ++state.networks === 1 ? 'network' : 'skipped'
    if (state.object === 'network') state.collector.title ??= title || undefined
  } else if (name === 'partition' || name === 'vector') {
    state.object = 'table'
    state.tables.push({ name: title || name, heading, size: 0, values: [] })
  } else state.object = 'skipped'
  if (state.object === 'skipped') leaveOut(state, heading)
}

function beginVertices(
  state: State,
  { rest, heading }: { readonly rest: string; readonly heading: string },
  line: TextLine,
): void {
  const [count = NaN, firstMode] = (rest.match(/\d+/g) ?? []).map(Number)
  if (state.object === 'table') {
    state.section = 'values'
    state.tables.at(-1)!.size = count
  }
  if (state.object !== 'network') return
  if (state.declared) {
    state.object = 'skipped'
    return leaveOut(state, heading)
  }
  state.declared = true
  state.networks = Math.max(1, state.networks)
  state.section = 'vertices'
  declareVertices(state, count, line)
  if (firstMode !== undefined && firstMode > 0 && firstMode < count) state.firstMode = firstMode
}

/** A short line can declare any number of vertices, so there is a limit. */
const maxVertices = 2_000_000

function declareVertices(state: State, count: number, line: TextLine): void {
  if (!(count <= maxVertices)) throw line.fault(message('formats', 'pajekVertexCount', { max: maxVertices }))
  for (let number = state.codes.length + 1; number <= count; number++) ensureVertex(state, number)
}

/** The row of a vertex by its number, from 1. Vertices that have no line of their own are called by their number. */
function ensureVertex({ collector, codes }: State, number: number): number {
  const code = (codes[number - 1] ??= collector.codeOfId(String(number)))
  return collector.ensureNode(code)
}

/** The modes of a two-mode network become the types of its vertices. */
function addModes(state: State): void {
  const { collector, codes, firstMode } = state
  if (firstMode === undefined) return
  const modes = collector.nodes.column('mode')
  collector.declaredColumns.type ??= 'mode'
  codes.forEach((code, at) => modes.setText(collector.ensureNode(code), at < firstMode ? '1' : '2'))
}

const word = /"((?:[^"\\]|\\.)*)"|[^\s"]+/g
const wordsOf = (text: string): string[] => [...text.matchAll(word)].map(([whole, quoted]) => quoted ?? whole)

function collectLine(state: State, text: string, line: TextLine): void {
  const words = wordsOf(text)
  switch (state.section) {
    case 'vertices':
      return collectVertex(state, words, line)
    case 'arcs':
    case 'edges':
      return collectEdge(state, words, line)
    case 'arcslist':
    case 'edgeslist':
      for (const end of words.slice(1))
        addEdge(state, [words[0]!, end], state.section === 'arcslist' ? 'directed' : 'undirected', line)
      return undefined
    case 'matrix':
      return collectMatrixRow(state, words, line)
    case 'values':
      state.tables.at(-1)!.values.push(words[0] ?? '')
      return undefined
    case 'other':
      return undefined
  }
}

/** A row of a matrix. In a two-mode network, rows are vertices of the first mode and columns those of the second. */
function collectMatrixRow(state: State, words: readonly string[], line: TextLine): void {
  const { firstMode = 0 } = state
  const from = String(++state.matrixRow)
  words.forEach((value, index) => {
    if (!parseNumberText(value)) return
    setWeight(
      state,
      addEdge(state, [from, String(firstMode + index + 1)], firstMode === 0 ? 'directed' : 'undirected', line),
      value,
    )
  })
}

function collectVertex(state: State, [number, label, ...rest]: string[], line: TextLine): void {
  const { collector } = state
  const parsed = parseNumberText(number ?? '')
  if (!Number.isInteger(parsed) || parsed < 1)
    throw line.fault(message('formats', 'pajekInvalidNumber', { text: number ?? '' }))
  const row = ensureVertex(state, parsed)
  if (label !== undefined) collector.setLabel(row, label)
  const [x, y] = rest.map(parseNumberText)
  // The origin of Pajek is the upper left corner.
  if (x !== undefined && y !== undefined) collector.setPosition(row, x, -y)
  const colour = parsePajekParameters(rest).get('ic')
  if (colour !== undefined) collector.nodes.column('color').setText(row, colour)
}

function collectEdge(state: State, [from, to, ...rest]: string[], line: TextLine): void {
  if (from === undefined || to === undefined) throw line.fault(message('formats', 'pajekTwoVertices'))
  const { edges, edgeLabels } = state.collector
  const row = addEdge(state, [from, to], state.section === 'arcs' ? 'directed' : 'undirected', line)
  if (rest[0] !== undefined && Number.isFinite(parseNumberText(rest[0]))) setWeight(state, row, rest[0])
  const parameters = parsePajekParameters(rest)
  const [label, colour] = [parameters.get('l'), parameters.get('c')]
  if (label !== undefined) edgeLabels.setText(row, label)
  if (colour !== undefined) edges.column('color').setText(row, colour)
}

/** Adds an arc or an edge between two vertices, and returns its row. */
function addEdge(state: State, ends: readonly [string, string], direction: EdgeDirection, line: TextLine): number {
  const [from, to] = ends.map((text) => {
    const number = parseNumberText(text)
    const code = Number.isInteger(number) ? state.codes[Math.abs(number) - 1] : undefined
    if (code === undefined) throw line.fault(message('formats', 'pajekUnknownVertex', { text }))
    return code
  }) as [number, number]
  const row = state.collector.addEdge(from, to, direction)
  if (state.relation !== undefined) state.collector.edgeLabels.setText(row, state.relation)
  return row
}

function setWeight({ collector }: State, row: number, value: string): void {
  collector.edges.column('weight', 'number').setText(row, value)
}
