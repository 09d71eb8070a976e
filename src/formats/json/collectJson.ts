import type { Collector } from '../collect/graphCollector'
import type { FileIn } from '../io/inputFile'
import { Codes, type CodeOf, type End } from './recordIdCodes'
import { holdsNumbers, NO_ROW, takenOver, writeFields } from './writeFieldsAsColumns'
import type { Field, Records } from './jsonRecords'
import { NUMBER, TEXT } from './jsonScanner'
import { Values } from './jsonValueReader'

/** Whether the head has the lists that graphs in JSON are made of, so that nothing else is parsed to be recognised. */
export const mayBeJson = ({ head }: FileIn): boolean =>
  /^\s*\{/.test(head) && /"(nodes|links|edges|elements)"\s*:\s*[[{]/.test(head)

/** A field by its way from the record: `fieldAt(nodes, 'data', 'id')`. */
export const fieldAt = (records: Records | undefined, ...way: readonly string[]): Field | undefined =>
  way.reduce<Field | undefined>((field, name) => field?.field(name), records?.root)

/** Where a dialect of JSON keeps what a graph is made of. */
export interface Dialect {
  readonly title: unknown
  readonly nodes: Records | undefined
  readonly edges: Records | undefined
  /** Where both stand in one list: which of its records are nodes, and which edges. */
  readonly taken?: { readonly node: (at: number) => boolean; readonly edge: (at: number) => boolean } | undefined
  readonly node: {
    /** Nodes without one are called by their place in the list, where none has one. */
    readonly id: Field | undefined
    /** The object that holds the attributes. */
    readonly cells: Field | undefined
    /** Fields that are no attributes. */
    readonly structure: readonly (Field | undefined)[]
    readonly x: Field | undefined
    readonly y: Field | undefined
    /** Places grow downwards, as on screens. */
    readonly downwards: boolean
  }
  readonly edge: {
    readonly id: Field | undefined
    /** The first that a record has is its end. */
    readonly source: readonly (End | undefined)[]
    readonly target: readonly (End | undefined)[]
    /** Whether an edge has a direction that does not say so itself; and the field that would, by what true means. */
    readonly directed: boolean
    readonly undirected?: Field | undefined
    readonly cells: Field | undefined
    readonly structure: readonly (Field | undefined)[]
  }
}

/** Puts what a file says in a dialect into the collector. Records that are none, or lack an id or an end, are left out and said. */
export function collectJson(collector: Collector, dialect: Dialect): void {
  if (typeof dialect.title === 'string' && dialect.title !== '') collector.title ??= dialect.title
  const codes = new Codes(collector)
  if (dialect.nodes) codes.ofNodes = collectNodes(codes, dialect, dialect.nodes)
  if (dialect.edges) collectEdges(codes, dialect, dialect.edges)
  for (const records of [dialect.nodes, dialect.edges])
    for (const key of records?.left ?? [])
      collector.mend(
        'left out',
        `"${key.slice(0, 80)}"`,
        'There are too many different keys; the first ones were kept.',
      )
}

/** Gives the code of each node by its place in the list. */
function collectNodes(codes: Codes, { node, taken }: Dialect, nodes: Records): Uint32Array {
  const { collector } = codes
  const values = new Values(nodes.json)
  const codeOf: CodeOf = node.id ? codes.of(node.id, values) : (at) => collector.codeOf(String(at))
  const rows = new Uint32Array(nodes.count).fill(NO_ROW)
  const own = new Uint32Array(nodes.count).fill(NO_ROW)
  for (let at = 0; at < nodes.count; at++) {
    if (taken && !taken.node(at)) continue
    const code = codeOf(at)
    if (code === undefined) {
      collector.mend('left out', `node ${at + 1}`, 'They are no records with an id.')
      continue
    }
    rows[at] = collector.node(code)
    own[at] = collector.codeOfRow.at(rows[at]!)
  }
  const label = writeLabels(collector, node.cells, values, rows)
  const placed = writePlaces(collector, node, values, rows) ? [node.x, node.y] : []
  const without = new Set([label, ...placed, ...node.structure].filter((field) => field !== undefined))
  writeFields(node.cells?.fields ?? [], without, { sinks: collector.nodes, values, rows })
  return own
}

/** Labels are what the key `label` says, or else `name`; gives the field that needs no column. */
function writeLabels(
  collector: Collector,
  cells: Field | undefined,
  values: Values,
  rows: Uint32Array,
): Field | undefined {
  const [label, name] = ['label', 'name'].map((key) => cells?.field(key))
  const field = label && label.starts.length > 0 ? label : name
  if (!field || field.starts.length === 0) return undefined
  if (field === name) collector.guesses.push('The key "name" gives the labels of nodes.')
  if (field.kinds === TEXT && takenOver(field, collector.labels, rows)) return field
  for (let at = 0; at < field.starts.length; at++) {
    const [start, row] = [field.starts.at(at), rows[at]!]
    if (start === 0 || row === NO_ROW || collector.labels.has(row)) continue
    values.text(start)
    collector.labels.bytes(row, values.source, values.from, values.to)
  }
  return field
}

/** Places, where x and y are numbers in the same records; whether they are. */
function writePlaces(
  collector: Collector,
  { x, y, downwards }: Dialect['node'],
  values: Values,
  rows: Uint32Array,
): boolean {
  if (!holdsNumbers(x) || !holdsNumbers(y) || x.starts.length !== y.starts.length) return false
  for (let at = 0; at < x.starts.length; at++) if ((x.starts.at(at) === 0) !== (y.starts.at(at) === 0)) return false
  for (let at = 0; at < x.starts.length; at++) {
    const row = rows[at]!
    if (x.starts.at(at) === 0 || row === NO_ROW || !Number.isNaN(collector.x.at(row))) continue
    const up = numberAt(y, at, values)
    collector.place(row, numberAt(x, at, values), downwards ? 0 - up : up)
  }
  return true
}

const numberAt = ({ cells, starts }: Field, at: number, values: Values): number =>
  cells.kind === NUMBER ? cells.numbers[at]! : values.number(starts.at(at))

function collectEdges(codes: Codes, { edge, taken }: Dialect, edges: Records): void {
  const { collector } = codes
  const values = new Values(edges.json)
  const [sourceOf, targetOf] = [codes.ofEnds(edge.source, values), codes.ofEnds(edge.target, values)]
  const rows = new Uint32Array(edges.count).fill(NO_ROW)
  for (const column of [collector.source, collector.target, collector.directed])
    column.reserve(collector.edgeCount + edges.count)
  for (let at = 0; at < edges.count; at++) {
    if (taken && !taken.edge(at)) continue
    const source = sourceOf(at)
    const target = targetOf(at)
    if (source === undefined || target === undefined) {
      collector.mend('left out', `edge ${at + 1}`, 'They are no records with two ends.')
      continue
    }
    const said = edge.undirected ? edge.undirected.starts.at(at) : 0
    rows[at] = collector.edge(source, target, said === 0 ? edge.directed : !values.isTrue(said))
  }
  if (edge.id) writeIds(collector, edge.id, values, rows)
  const without = new Set([...edge.structure, edge.undirected].filter((field) => field !== undefined))
  writeFields(edge.cells?.fields ?? [], without, { sinks: collector.edges, values, rows })
}

function writeIds(collector: Collector, field: Field, values: Values, rows: Uint32Array): void {
  if (field.kinds === TEXT && takenOver(field, collector.edgeIds, rows)) return
  const { starts } = field
  for (let at = 0; at < starts.length; at++) {
    const start = starts.at(at)
    if (start === 0 || rows[at] === NO_ROW || !(values.isText(start) || values.isNumber(start))) continue
    values.text(start)
    collector.edgeIds.bytes(rows[at]!, values.source, values.from, values.to)
  }
}
