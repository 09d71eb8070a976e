import { buildGraph } from '../../model/buildGraph'
import type { Column, TextColumn } from '../../model/columns'
import { cellAt, listColumn, numberColumn, pickCategory, pickList, pickNumbers, pickText } from '../../model/columns'
import type { Graph } from '../../model/graph'
import type { Report } from '../../model/importReport'
import type { Family, NodeType, Predicate, Schema } from '../../model/schema'
import { splitList } from '../io/exportColumn'
import { Ids } from './idGenerator'
import type { Collector } from './graphCollector'
import { numberOf } from './parseNumber'
import { edgeIdsOf, endsOf, nodeIdsOf, type Ends } from './edgeEnds'
import { reportOf } from './buildReadReport'
import { predicatesIn, rolesOf, typesIn, type Role } from './detectRoles'
import type { Sink } from './columnBuilder'

const families: readonly Family[] = [
  { id: 'actor', label: 'Actor', ja: '主体' },
  { id: 'project', label: 'Project', ja: '事業' },
  { id: 'policy', label: 'Policy', ja: '政策' },
  { id: 'event', label: 'Event', ja: '出来事' },
  { id: 'place', label: 'Place', ja: '場所' },
  { id: 'sector', label: 'Sector', ja: '分野' },
  { id: 'idea', label: 'Idea', ja: '考え' },
]

/** Columns that Kizuna writes of every edge from the schema, and so does not read back as columns of their own. */
const ofSchema = ['predicate_label', 'symmetric']
/** Columns that it writes of edges that have statements behind them: all of them, of which `conflict` tells. */
const ofStatements = 'status,polarity,line,corroboration,conflict,evidence,statements,sources,disputes'.split(',')
const renamed: ReadonlyMap<string, string> = new Map(Object.entries({ family_name: 'family', given_name: 'given' }))
const none: typeof renamed = new Map()

/** What a reader of a foreign file gives. */
export interface Reading {
  readonly graph: Graph
  readonly report: Report
}

/**
 * Makes a graph of what was collected: types and predicates from the file's own columns, one type where there are none;
 * columns that Kizuna wrote are taken back as what they were. `format` names the format in the report.
 */
export function graphOfCollected(collector: Collector, format: string): Reading {
  const ends = endsOf(collector)
  const { name, title, nodeCount, choices } = collector
  const types = typesIn(collector)
  const predicates = predicatesIn(collector, ends.kept)
  const sourced = collector.edges.all.has('conflict') && collector.edges.all.has('corroboration')
  const ofKizuna = sourced || collector.nodes.all.has('type_label')
  const id = nodeIdsOf(collector)
  const nodeColumns = attributesOf([...collector.nodes.all.values()], nodeCount, {
    left: new Set([types.sink?.name, 'type_label', choices.label, ...(ofKizuna ? ['family'] : [])]),
    renamed: ofKizuna ? renamed : none,
  })
  const edgeColumns = attributesOf([...collector.edges.all.values()], collector.edgeCount, {
    left: new Set([predicates.sink?.name, ...(ofKizuna ? ofSchema : []), ...(sourced ? ofStatements : [])]),
    renamed: none,
    kept: ends.kept,
  })
  for (const labels of keptLabels(collector, predicates, ends.kept)) edgeColumns.set(labelColumn, labels)
  const about = { id: new Ids().slug(title ?? name.replace(/\.[^.]+$/, '')), title: title ?? name }
  const schema = schemaOf(collector, ends, types, predicates)
  const empty = buildGraph({ about, schema, nodes: [] })
  const graph: Graph = {
    ...empty,
    nodes: {
      count: nodeCount,
      id,
      type: types.column,
      label: labelsOf(collector, id),
      x: collector.x.taken(nodeCount),
      y: collector.y.taken(nodeCount),
      attributes: new Map([...nodeColumns].map(inOwnKind)),
    },
    edges: {
      count: ends.source.length,
      id: edgeIdsOf(collector, ends, id),
      source: ends.source,
      target: ends.target,
      predicate: predicates.column,
      attributes: edgeColumns,
    },
  }
  const roles = rolesOf(collector, types, predicates)
  return { graph, report: reportOf(collector, graph, { format, typed: types.said, related: predicates.said, roles }) }
}

/** Labels of edges that say more than their relation, where another column names that; many formats know `label` as theirs. */
const labelColumn = 'edge_label'

/** The labels of edges where they would be lost: another column names the relation, and they say something else. */
function keptLabels(collector: Collector, predicates: Role, kept: Uint32Array | undefined): Column[] {
  const { edges, edgeLabels, edgeCount, choices } = collector
  const known = ['predicate_label', labelColumn].some((name) => edges.all.has(name))
  const left = choices.kinds?.[`edge:${labelColumn}`] === 'skip'
  if (known || left || edgeLabels.different === 0 || predicates.sink === edgeLabels) return []
  const saysMore = predicates.column.codes.some((code, at) => {
    const label = edgeLabels.textAt(kept ? kept[at]! : at)
    return label !== undefined && label !== predicates.texts[code]
  })
  if (!saysMore) return []
  const column = edgeLabels.column(edgeCount)
  return [kept ? picked(column, kept) : column]
}

/** Labels by row; a node without one is called by its id, and so are all where no label is wanted. */
function labelsOf({ labels, nodes, nodeCount, choices }: Collector, id: TextColumn): TextColumn {
  if (choices.label === '') return id
  const chosen = choices.label === undefined ? undefined : nodes.all.get(choices.label)
  let given = 0
  for (let row = 0; row < nodeCount; row++) {
    if (chosen?.has(row)) labels.text(row, chosen.textAt(row)!)
    if (labels.has(row)) given++
    else labels.bytes(row, id.bytes, id.offsets[row]!, id.offsets[row + 1]!)
  }
  return given === 0 ? id : labels.table.columnOf(labels.codes.taken(nodeCount))
}

interface Wanted {
  readonly left: ReadonlySet<string | undefined>
  readonly renamed: ReadonlyMap<string, string>
  readonly kept?: Uint32Array | undefined
}

function attributesOf(
  sinks: readonly Sink[],
  rows: number,
  { left, renamed: names, kept }: Wanted,
): Map<string, Column> {
  const wanted = sinks.filter(({ name, chosen }) => chosen !== 'skip' && !left.has(name))
  return new Map(
    wanted.map((sink): [string, Column] => [
      names.get(sink.name) ?? sink.name,
      kept ? picked(sink.column(rows), kept) : sink.column(rows),
    ]),
  )
}

const texts = new Set(['family', 'given', 'ja', 'kana', 'acronym', 'summary', 'wikidata'])
const numbers = new Set(['latitude', 'longitude'])

/**
 * What has a meaning of its own by its name must be of the kind that goes with it: aliases are split into a list; a
 * number that is called a family name is a column like others, under a name that says so.
 */
function inOwnKind([name, column]: [string, Column]): [string, Column] {
  const textual = column.kind === 'text' || column.kind === 'category'
  if (name === 'aliases' && column.kind !== 'list') return [name, textual ? split(column) : column]
  if (numbers.has(name) && textual) return inNumbers(name, column)
  const fits = texts.has(name) ? textual : numbers.has(name) ? column.kind === 'number' : true
  return [fits ? name : `${name} (column)`, column]
}

/** A column of degrees that a format without numbers gave as text; a column like others where any cell is none. */
function inNumbers(name: string, column: Column): [string, Column] {
  const cells = Array.from({ length: rowsIn(column) }, (_, row) => cellAt(column, row))
  const values = cells.map((cell) => (cell === undefined ? undefined : numberOf(String(cell))))
  return values.some(Number.isNaN) ? [`${name} (column)`, column] : [name, numberColumn(values)]
}

const split = (column: Column): Column =>
  listColumn(
    Array.from({ length: rowsIn(column) }, (_, row) => {
      const cell = cellAt(column, row)
      return cell === undefined ? undefined : splitList(String(cell))
    }),
  )

const rowsIn = (column: Column): number =>
  column.kind === 'category'
    ? column.codes.length
    : column.kind === 'number'
      ? column.values.length
      : column.offsets.length - 1

function picked(column: Column, rows: Uint32Array): Column {
  switch (column.kind) {
    case 'category':
      return pickCategory(column, rows)
    case 'text':
      return pickText(column, rows)
    case 'list':
      return pickList(column, rows)
    case 'number':
      return { kind: 'number', values: pickNumbers(column.values, rows) }
  }
}

function schemaOf(collector: Collector, ends: Ends, types: Role, predicates: Role): Schema {
  const familyOf = firstSaid(collector.nodes.all.get('family'), types.column.codes)
  const labelOf = firstSaid(collector.nodes.all.get('type_label'), types.column.codes)
  const known = new Set(families.map(({ id }) => id))
  const typeRecords = types.column.dictionary.map((id, code): NodeType => {
    const family = familyOf.get(code) ?? ''
    return { id, family: known.has(family) ? family : '', label: labelOf.get(code) ?? types.texts[code]! }
  })
  const used = new Set(typeRecords.map(({ family }) => family))
  return {
    families: families.filter(({ id }) => used.has(id)),
    types: typeRecords,
    predicates: predicateRecords(collector, ends, predicates),
  }
}

function predicateRecords({ edges }: Collector, { directed, kept }: Ends, { column, texts }: Role): Predicate[] {
  const said = firstSaid(edges.all.get('predicate_label'), column.codes, kept)
  const symmetric = edges.all.get('symmetric')
  const oneWay = new Uint8Array(column.dictionary.length)
  for (let row = 0; row < column.codes.length; row++)
    if (directed[row] && symmetric?.textAt(kept ? kept[row]! : row) !== 'true') oneWay[column.codes[row]!] = 1
  const any = families.map(({ id }) => id)
  return column.dictionary.map((id, code) => {
    const label = said.get(code) ?? texts[code]!
    const both = oneWay[code] === 0
    return {
      id,
      label,
      inverse: both ? label : `${label} (from)`,
      from: any,
      to: any,
      ...(both && { symmetric: true }),
    }
  })
}

/** For each code the first text that a column says of any of its rows. */
function firstSaid(sink: Sink | undefined, codes: Uint32Array, kept?: Uint32Array): Map<number, string> {
  const said = new Map<number, string>()
  if (!sink) return said
  for (let row = 0; row < codes.length; row++) {
    if (said.has(codes[row]!)) continue
    const text = sink.textAt(kept ? kept[row]! : row)
    if (text !== undefined) said.set(codes[row]!, text)
  }
  return said
}
