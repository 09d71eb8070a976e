import { foreignFamilies } from './foreignFamilies'
import { buildGraph } from '../../model/buildGraph'
import type { Column, TextColumn } from '../../model/columns'
import {
  cellAt,
  listColumn,
  numberColumn,
  pickCategoryRows,
  pickListRows,
  pickNumberRows,
  pickTextRows,
} from '../../model/columns'
import type { Graph } from '../../model/graph'
import type { ImportReport } from '../../model/importReport'
import type { NodeType, Predicate, Schema } from '../../model/schema'
import { listFromText } from '../io/exportColumn'
import { IdGenerator } from './idGenerator'
import type { GraphCollector } from './graphCollector'
import { parseNumberText } from './parseNumber'
import { edgeIdColumn, resolveEdgeEnds, nodeIdColumn, type EdgeEnds } from './edgeEnds'
import { buildReadReport } from './buildReadReport'
import { detectPredicates, roleReportsOf, detectNodeTypes, type RoleColumn } from './detectRoles'
import type { ColumnBuilder } from './columnBuilder'

/** Columns that Kizuna writes of every edge from the schema, and so does not read back as columns of their own. */
const ofSchema = ['predicate_label', 'symmetric']
/** Columns that it writes of edges that have statements behind them: all of them, of which `conflict` tells. */
const ofStatements = 'status,polarity,line,corroboration,conflict,evidence,statements,sources,disputes'.split(',')
const renamed: ReadonlyMap<string, string> = new Map(Object.entries({ family_name: 'family', given_name: 'given' }))
const none: typeof renamed = new Map()

/** What a reader of a foreign file gives. */
export interface GraphReadResult {
  readonly graph: Graph
  readonly report: ImportReport
}

/**
 * Makes a graph of what was collected: types and predicates from the file's own columns, one type where there are none;
 * columns that Kizuna wrote are taken back as what they were. `format` names the format in the report.
 */
export function graphFromCollector(collector: GraphCollector, format: string): GraphReadResult {
  const ends = resolveEdgeEnds(collector)
  const { name, title, nodeCount, choices } = collector
  const types = detectNodeTypes(collector)
  const predicates = detectPredicates(collector, ends.kept)
  const sourced = collector.edges.all.has('conflict') && collector.edges.all.has('corroboration')
  const ofKizuna = sourced || collector.nodes.all.has('type_label')
  const id = nodeIdColumn(collector)
  const nodeColumns = attributesOf([...collector.nodes.all.values()], nodeCount, {
    left: new Set([types.builder?.name, 'type_label', choices.label, ...(ofKizuna ? ['family'] : [])]),
    renamed: ofKizuna ? renamed : none,
  })
  const edgeColumns = attributesOf([...collector.edges.all.values()], collector.edgeCount, {
    left: new Set([predicates.builder?.name, ...(ofKizuna ? ofSchema : []), ...(sourced ? ofStatements : [])]),
    renamed: none,
    kept: ends.kept,
  })
  for (const labels of keptLabels(collector, predicates, ends.kept)) edgeColumns.set(labelColumn, labels)
  const about = { id: new IdGenerator().slug(title ?? name.replace(/\.[^.]+$/, '')), title: title ?? name }
  const schema = schemaOf(collector, ends, types, predicates)
  const empty = buildGraph({ about, schema, nodes: [] })
  const graph: Graph = {
    ...empty,
    nodes: {
      count: nodeCount,
      id,
      type: types.column,
      label: labelsOf(collector, id),
      x: collector.x.toTypedArray(nodeCount),
      y: collector.y.toTypedArray(nodeCount),
      attributes: new Map([...nodeColumns].map(inOwnKind)),
    },
    edges: {
      count: ends.source.length,
      id: edgeIdColumn(collector, ends, id),
      source: ends.source,
      target: ends.target,
      predicate: predicates.column,
      attributes: edgeColumns,
    },
  }
  const roles = roleReportsOf(collector, types, predicates)
  return {
    graph,
    report: buildReadReport(collector, graph, {
      format,
      typedNodes: types.filledCount,
      edgesWithPredicate: predicates.filledCount,
      roles,
    }),
  }
}

/** Labels of edges that say more than their relation, where another column names that; many formats know `label` as theirs. */
const labelColumn = 'edge_label'

/** The labels of edges where they would be lost: another column names the relation, and they say something else. */
function keptLabels(collector: GraphCollector, predicates: RoleColumn, kept: Uint32Array | undefined): Column[] {
  const { edges, edgeLabels, edgeCount, choices } = collector
  const known = ['predicate_label', labelColumn].some((name) => edges.all.has(name))
  const left = choices.kinds?.[`edge:${labelColumn}`] === 'skip'
  if (known || left || edgeLabels.distinctCount === 0 || predicates.builder === edgeLabels) return []
  const saysMore = predicates.column.codes.some((code, at) => {
    const label = edgeLabels.textAt(kept ? kept[at]! : at)
    return label !== undefined && label !== predicates.texts[code]
  })
  if (!saysMore) return []
  const column = edgeLabels.toColumn(edgeCount)
  return [kept ? picked(column, kept) : column]
}

/** Labels by row; a node without one is called by its id, and so are all where no label is wanted. */
function labelsOf({ labels, nodes, nodeCount, choices }: GraphCollector, id: TextColumn): TextColumn {
  if (choices.label === '') return id
  const chosen = choices.label === undefined ? undefined : nodes.all.get(choices.label)
  let given = 0
  for (let row = 0; row < nodeCount; row++) {
    if (chosen?.has(row)) labels.setText(row, chosen.textAt(row)!)
    if (labels.has(row)) given++
    else labels.setBytes(row, id.bytes, id.offsets[row]!, id.offsets[row + 1]!)
  }
  return given === 0 ? id : labels.table.columnOfCodes(labels.codes.toTypedArray(nodeCount))
}

interface Wanted {
  readonly left: ReadonlySet<string | undefined>
  readonly renamed: ReadonlyMap<string, string>
  readonly kept?: Uint32Array | undefined
}

function attributesOf(
  builders: readonly ColumnBuilder[],
  rows: number,
  { left, renamed: names, kept }: Wanted,
): Map<string, Column> {
  const wanted = builders.filter(({ name, chosenKind }) => chosenKind !== 'skip' && !left.has(name))
  return new Map(
    wanted.map((builder): [string, Column] => [
      names.get(builder.name) ?? builder.name,
      kept ? picked(builder.toColumn(rows), kept) : builder.toColumn(rows),
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
  const values = cells.map((cell) => (cell === undefined ? undefined : parseNumberText(String(cell))))
  return values.some(Number.isNaN) ? [`${name} (column)`, column] : [name, numberColumn(values)]
}

const split = (column: Column): Column =>
  listColumn(
    Array.from({ length: rowsIn(column) }, (_, row) => {
      const cell = cellAt(column, row)
      return cell === undefined ? undefined : listFromText(String(cell))
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
      return pickCategoryRows(column, rows)
    case 'text':
      return pickTextRows(column, rows)
    case 'list':
      return pickListRows(column, rows)
    case 'number':
      return { kind: 'number', values: pickNumberRows(column.values, rows) }
  }
}

function schemaOf(collector: GraphCollector, ends: EdgeEnds, types: RoleColumn, predicates: RoleColumn): Schema {
  const familyOf = firstSaid(collector.nodes.all.get('family'), types.column.codes)
  const labelOf = firstSaid(collector.nodes.all.get('type_label'), types.column.codes)
  const known = new Set(foreignFamilies.map(({ id }) => id))
  const typeRecords = types.column.dictionary.map((id, code): NodeType => {
    const family = familyOf.get(code) ?? ''
    return { id, family: known.has(family) ? family : '', label: labelOf.get(code) ?? types.texts[code]! }
  })
  const used = new Set(typeRecords.map(({ family }) => family))
  return {
    families: foreignFamilies.filter(({ id }) => used.has(id)),
    types: typeRecords,
    predicates: predicateRecords(collector, ends, predicates),
  }
}

function predicateRecords(
  { edges }: GraphCollector,
  { directed, kept }: EdgeEnds,
  { column, texts }: RoleColumn,
): Predicate[] {
  const said = firstSaid(edges.all.get('predicate_label'), column.codes, kept)
  const symmetric = edges.all.get('symmetric')
  const oneWay = new Uint8Array(column.dictionary.length)
  for (let row = 0; row < column.codes.length; row++)
    if (directed[row] && symmetric?.textAt(kept ? kept[row]! : row) !== 'true') oneWay[column.codes[row]!] = 1
  const any = foreignFamilies.map(({ id }) => id)
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
function firstSaid(builder: ColumnBuilder | undefined, codes: Uint32Array, kept?: Uint32Array): Map<number, string> {
  const said = new Map<number, string>()
  if (!builder) return said
  for (let row = 0; row < codes.length; row++) {
    if (said.has(codes[row]!)) continue
    const text = builder.textAt(kept ? kept[row]! : row)
    if (text !== undefined) said.set(codes[row]!, text)
  }
  return said
}
