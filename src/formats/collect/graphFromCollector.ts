import { message } from '../../messages/message'
import { coordinateColumnNames } from './coordinateColumns'
import { foreignFamilies, untypedNode } from './foreignFamilies'
import { buildGraph } from '../../model/buildGraph'
import type { Column, TextColumn } from '../../model/columns'
import { pickCategoryRows, pickListRows, pickNumberRows, pickTextRows } from '../../model/columns'
import { edgeDirections } from '../../model/enumerations'
import type { Graph } from '../../model/graph'
import type { ImportReport } from '../../model/importReport'
import type { NodeType, Predicate, Schema } from '../../model/schema'
import { nodePlaces } from './nodePlaces'
import { withCollectedStatements } from './collectedStatements'
import { IdGenerator } from './idGenerator'
import { takeDirectionColumns } from './edgeDirectionColumn'
import type { GraphCollector } from './graphCollector'
import { withExpectedKind } from './expectedColumnKinds'
import { buildEdgeIdColumn, resolveEdgeEnds, buildNodeIdColumn, type EdgeEnds } from './edgeEnds'
import { buildReadReport } from './buildReadReport'
import { detectPredicateColumn, roleReportsOf, detectNodeTypeColumn, type RoleColumn } from './detectRoles'
import type { ColumnBuilder } from './columnBuilder'

/** Columns that Kizuna writes from the schema, and so does not read back as attributes. */
const schemaColumns = ['predicate_label', 'symmetric']
/** Columns that Kizuna writes from statements; all of them if `conflict` and `corroboration` are there. */
const statementColumns = 'status,polarity,line,corroboration,conflict,evidence,statements,sources,disputes'.split(',')
const renamed: ReadonlyMap<string, string> = new Map(Object.entries({ family_name: 'family', given_name: 'given' }))
const undirected = edgeDirections.indexOf('undirected')
const noneRenamed: typeof renamed = new Map()

/** The columns of coordinates under other names, which the report mentions. */
function coordinateColumnsOf({ nodes, nodeCount, guesses }: GraphCollector): typeof renamed {
  const coordinates = coordinateColumnNames(nodes, nodeCount)
  const [latitude, longitude] = coordinates.keys()
  if (latitude !== undefined && longitude !== undefined)
    guesses.push(message('formats', 'coordinatesFromColumns', { latitude, longitude }))
  return coordinates
}

/** The result of reading files. */
export interface GraphReadResult {
  readonly graph: Graph
  readonly report: ImportReport
}

/**
 * Builds a graph of the content of a collector. Types and predicates come from columns; without any, all nodes have one
 * type. Columns that Kizuna wrote get their meaning back. `format` is the label of the format for the report.
 */
export function graphFromCollector(collector: GraphCollector, format: string): GraphReadResult {
  takeDirectionColumns(collector)
  const ends = resolveEdgeEnds(collector)
  const { name, title, nodeCount, choices } = collector
  const types = detectNodeTypeColumn(collector)
  const predicates = detectPredicateColumn(collector, ends.kept)
  const hasEvidence = collector.edges.all.has('conflict') && collector.edges.all.has('corroboration')
  const isFromKizuna = hasEvidence || collector.nodes.all.has('type_label')
  const id = buildNodeIdColumn(collector)
  const nodeColumns = attributesOf([...collector.nodes.all.values()], nodeCount, {
    excluded: new Set([types.builder?.name, 'type_label', choices.label, ...(isFromKizuna ? ['family'] : [])]),
    renamed: isFromKizuna ? renamed : coordinateColumnsOf(collector),
  })
  const edgeColumns = attributesOf([...collector.edges.all.values()], collector.edgeCount, {
    excluded: new Set([
      predicates.builder?.name,
      ...(isFromKizuna ? schemaColumns : []),
      ...(hasEvidence ? statementColumns : []),
    ]),
    renamed: noneRenamed,
    kept: ends.kept,
  })
  for (const labels of edgeLabelColumns(collector, predicates, ends.kept)) edgeColumns.set(labelColumn, labels)
  const about = { id: new IdGenerator().slug(title ?? name.replace(/\.[^.]+$/, '')), title: title ?? name }
  const schema = schemaOf(collector, ends, types, predicates)
  const places = nodePlaces(collector)
  const empty = buildGraph({ about, schema, nodes: [] })
  const plain: Graph = {
    ...empty,
    nodes: {
      count: nodeCount,
      id,
      type: types.column,
      label: labelsOf(collector, id),
      x: places.x,
      y: places.y,
      attributes: new Map([...[...nodeColumns].map(withExpectedKind), ...places.columns]),
    },
    edges: {
      count: ends.source.length,
      id: buildEdgeIdColumn(collector, ends, id),
      source: ends.source,
      target: ends.target,
      predicate: predicates.column,
      direction: ends.direction,
      attributes: edgeColumns,
    },
  }
  const graph = withCollectedStatements(plain, collector.evidence, ends.kept)
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

/** Column for labels of edges; not `label`, which many formats use for the label itself. */
const labelColumn = 'edge_label'

/** The labels of edges as a column, if another column gives the relation and they differ from it; else none. */
function edgeLabelColumns(collector: GraphCollector, predicates: RoleColumn, kept: Uint32Array | undefined): Column[] {
  const { edges, edgeLabels, edgeCount, choices } = collector
  const exists = ['predicate_label', labelColumn].some((name) => edges.all.has(name))
  const isSkipped = choices.kinds?.[`edge:${labelColumn}`] === 'skip'
  if (exists || isSkipped || edgeLabels.distinctCount === 0 || predicates.builder === edgeLabels) return []
  const differs = predicates.column.codes.some((code, at) => {
    const label = edgeLabels.textAt(kept ? kept[at]! : at)
    return label !== undefined && label !== predicates.texts[code]
  })
  if (!differs) return []
  const column = edgeLabels.toColumn(edgeCount)
  return [kept ? pickRows(column, kept) : column]
}

/** Labels by row. A node without one is labelled with its id, and so are all if no label is wanted. */
function labelsOf({ labels, nodes, nodeCount, choices }: GraphCollector, id: TextColumn): TextColumn {
  if (choices.label === '') return id
  const chosen = choices.label === undefined ? undefined : nodes.all.get(choices.label)
  let count = 0
  for (let row = 0; row < nodeCount; row++) {
    if (chosen?.has(row)) labels.setText(row, chosen.textAt(row)!)
    if (labels.has(row)) count++
    else labels.setBytes(row, id.bytes, id.offsets[row]!, id.offsets[row + 1]!)
  }
  return count === 0 ? id : labels.table.columnOfCodes(labels.codes.toTypedArray(nodeCount))
}

/** Which columns become attributes: all but `excluded`, some under other names, with the rows of `kept`. */
interface AttributeSelection {
  readonly excluded: ReadonlySet<string | undefined>
  readonly renamed: ReadonlyMap<string, string>
  readonly kept?: Uint32Array | undefined
}

function attributesOf(
  builders: readonly ColumnBuilder[],
  rows: number,
  { excluded, renamed: names, kept }: AttributeSelection,
): Map<string, Column> {
  const selected = builders.filter(({ name, chosenKind }) => chosenKind !== 'skip' && !excluded.has(name))
  return new Map(
    selected.map((builder): [string, Column] => [
      names.get(builder.name) ?? builder.name,
      kept ? pickRows(builder.toColumn(rows), kept) : builder.toColumn(rows),
    ]),
  )
}

function pickRows(column: Column, rows: Uint32Array): Column {
  switch (column.kind) {
    case 'category':
      return pickCategoryRows(column, rows)
    case 'text':
      return pickTextRows(column, rows)
    case 'list':
      return pickListRows(column, rows)
    case 'number':
      return pickNumberRows(column, rows)
  }
}

function schemaOf(collector: GraphCollector, ends: EdgeEnds, types: RoleColumn, predicates: RoleColumn): Schema {
  const familyOf = firstTexts(collector.nodes.all.get('family'), types.column.codes)
  const labelOf = firstTexts(collector.nodes.all.get('type_label'), types.column.codes)
  const familyIds = new Set(foreignFamilies.map(({ id }) => id))
  const typeRecords = types.column.dictionary.map((id, code): NodeType => {
    const family = familyOf.get(code) ?? ''
    const label = labelOf.get(code) ?? types.texts[code]!
    const ja = label === untypedNode.label && { ja: untypedNode.ja }
    return { id, family: familyIds.has(family) ? family : '', label, ...ja }
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
  { direction, kept }: EdgeEnds,
  { column, texts }: RoleColumn,
): Predicate[] {
  const labels = firstTexts(edges.all.get('predicate_label'), column.codes, kept)
  const oneWay = new Uint8Array(column.dictionary.length)
  for (let row = 0; row < column.codes.length; row++) if (direction[row] !== undirected) oneWay[column.codes[row]!] = 1
  const any = foreignFamilies.map(({ id }) => id)
  return column.dictionary.map((id, code) => {
    const label = labels.get(code) ?? texts[code]!
    const isSymmetric = oneWay[code] === 0
    return {
      id,
      label,
      inverse: isSymmetric ? label : `${label} (from)`,
      from: any,
      to: any,
      ...(isSymmetric && { symmetric: true }),
    }
  })
}

/** The first text in a column for each code. */
function firstTexts(builder: ColumnBuilder | undefined, codes: Uint32Array, kept?: Uint32Array): Map<number, string> {
  const texts = new Map<number, string>()
  if (!builder) return texts
  for (let row = 0; row < codes.length; row++) {
    if (texts.has(codes[row]!)) continue
    const text = builder.textAt(kept ? kept[row]! : row)
    if (text !== undefined) texts.set(codes[row]!, text)
  }
  return texts
}
