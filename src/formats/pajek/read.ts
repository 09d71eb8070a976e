import { NONE } from '../../model/columns'
import type { GraphCollector } from '../collect/graphCollector'
import { parseNumberText } from '../collect/parseNumber'
import { FileFault } from '../io/fileFault'
import type { InputFile } from '../io/inputFile'

type Section = 'vertices' | 'arcs' | 'edges' | 'arcslist' | 'edgeslist' | 'matrix' | 'other'

interface State {
  readonly collector: GraphCollector
  readonly codes: number[]
  section: Section
  /** The relation that a section is about. */
  relation: string | undefined
  row: number
}

/**
 * Reads Pajek's .net (Batagelj and Mrvar, Pajek reference manual): vertices with labels and places, arcs, edges, their
 * lists, and a matrix; several relations by number and name. Partitions, vectors and the like are left out and counted.
 */
export function collectPajek(file: InputFile, collector: GraphCollector): void {
  const state: State = { collector, codes: [], section: 'other', relation: undefined, row: 0 }
  const lines = file.text.split(/\r\n|\r|\n/)
  lines.forEach((line, index) => {
    const trimmed = line.trim()
    if (trimmed === '' || trimmed.startsWith('%')) return
    const fault = (what: string) =>
      new FileFault(file.name, what, 'Mend the line, or save it again from the program that wrote it.', {
        line: index + 1,
        column: 1,
        excerpt: [{ line: index + 1, text: trimmed.slice(0, 100) }],
      })
    if (trimmed.startsWith('*')) begin(state, trimmed, fault)
    else read(state, trimmed, fault)
  })
  const declared = /\*vertices\s+(\d+)/i.exec(file.text)?.[1]
  if (state.codes.length === 0 && declared === undefined)
    throw new FileFault(file.name, 'there is no *Vertices section in it', 'Choose a Pajek network.')
}

type Fail = (what: string) => FileFault

function begin(state: State, line: string, fault: Fail): void {
  const [, word = '', rest = ''] = /^\*\s*(\w+)\s*(.*)$/.exec(line) ?? []
  const section = word.toLowerCase()
  state.relation = /"([^"]*)"/.exec(rest)?.[1]
  state.row = 0
  state.section = sections.get(section) ?? 'other'
  if (section === 'network') state.collector.title ??= rest.trim().replace(/^"|"$/g, '') || undefined
  else if (section === 'vertices') declare(state, Number(/\d+/.exec(rest)?.[0]), fault)
  else if (state.section === 'other')
    state.collector.repair('left out', `*${word}`, 'Sections that hold no vertices or lines were left out.')
}

const sections = new Map<string, Section>(
  (['vertices', 'arcs', 'edges', 'arcslist', 'edgeslist', 'matrix'] as const).map((each) => [each, each]),
)
/** A line of a few letters may declare any number of vertices; nobody draws more than these. */
const mostVertices = 2_000_000

function declare(state: State, count: number, fault: Fail): void {
  if (!(count <= mostVertices)) throw fault(`*Vertices needs their number, at most ${mostVertices}`)
  for (let number = state.codes.length + 1; number <= count; number++) vertex(state, number, undefined)
}

function vertex(state: State, number: number, label: string | undefined): number {
  const { collector, codes } = state
  codes[number - 1] ??= collector.codeOfId(String(number))
  const code = codes[number - 1]!
  const row = collector.rowOfCode.at(code) === NONE ? collector.addNode(code) : collector.rowOfCode.at(code)
  if (label !== undefined) collector.setLabel(row, label)
  return row
}

const word = /"((?:[^"\\]|\\.)*)"|[^\s"]+/g
const words = (line: string): string[] => [...line.matchAll(word)].map(([whole, quoted]) => quoted ?? whole)

function read(state: State, line: string, fault: Fail): void {
  const parts = words(line)
  switch (state.section) {
    case 'vertices':
      return readVertex(state, parts, fault)
    case 'arcs':
    case 'edges':
      return readLine(state, parts, fault)
    case 'arcslist':
    case 'edgeslist':
      for (const end of parts.slice(1)) add(state, [parts[0]!, end], state.section === 'arcslist', fault)
      return undefined
    case 'matrix': {
      const from = String(++state.row)
      parts.forEach((value, index) => {
        if (parseNumberText(value)) weigh(state, add(state, [from, String(index + 1)], true, fault), value)
      })
      return undefined
    }
    case 'other':
      return undefined
  }
}

function readVertex(state: State, [number, label, ...rest]: string[], fault: Fail): void {
  const at = parseNumberText(number ?? '')
  if (!Number.isInteger(at) || at < 1) throw fault(`"${number}" is no number of a vertex`)
  const row = vertex(state, at, label)
  const [x, y] = rest.map(parseNumberText)
  // Pajek counts from the upper left corner.
  if (x !== undefined && y !== undefined) state.collector.setPosition(row, x, -y)
}

function readLine(state: State, parts: string[], fault: Fail): void {
  const [from, to, ...rest] = parts
  if (from === undefined || to === undefined) throw fault('a line needs two vertices')
  const row = add(state, [from, to], state.section === 'arcs', fault)
  if (rest[0] !== undefined && Number.isFinite(parseNumberText(rest[0]))) weigh(state, row, rest[0])
  const at = rest.indexOf('l')
  if (at >= 0 && rest[at + 1] !== undefined) state.collector.edgeLabels.setText(row, rest[at + 1]!)
}

function add(state: State, ends: readonly [string, string], directed: boolean, fault: Fail): number {
  const [from, to] = ends.map((end) => {
    const number = parseNumberText(end)
    const code = Number.isInteger(number) ? state.codes[Math.abs(number) - 1] : undefined
    if (code === undefined) throw fault(`"${end}" is no vertex of the network`)
    return code
  }) as [number, number]
  const row = state.collector.addEdge(from, to, directed)
  if (state.relation !== undefined) state.collector.edgeLabels.setText(row, state.relation)
  return row
}

function weigh({ collector }: State, row: number, value: string): void {
  collector.edges.column('weight', 'number').setText(row, value)
}
