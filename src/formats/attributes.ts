import { keysOfColumns, type Attribute, type Cell } from './cells'
import type { Part } from './format'
import { edgeAgreements, figureAgreements } from '../model/agreement'
import { readableDate } from '../model/date'
import { disputesAbout } from '../model/disputes'
import { categoryAt, groupAt, textAt } from '../model/columns'
import type { Graph } from '../model/graph'
import { figuresOf, statementsOfEdge, statementsOfFigure } from '../model/graph'
import { lineOf } from '../model/line'
import { familyAt, nodeAt, predicatesById, typesById, valueAt } from '../model/rows'
import { readableValue } from '../model/value'
import { isRelation } from '../model/predicates'
import { edgeEvidence } from './evidence'

const nodeField =
  (name: 'ja' | 'kana' | 'acronym' | 'aliases' | 'summary' | 'family' | 'given' | 'wikidata') =>
  (graph: Graph, row: number): Cell | undefined =>
    nodeAt(graph, row)[name]

const ownNodeAttributes: readonly Attribute[] = [
  { id: 'type', type: 'string', cell: ({ nodes }, row) => categoryAt(nodes.type, row) },
  {
    id: 'type_label',
    type: 'string',
    cell: (graph, row) => typesById(graph).get(categoryAt(graph.nodes.type, row) ?? '')?.label,
  },
  { id: 'family', type: 'string', cell: (graph, row) => familyAt(graph, row) || undefined },
  { id: 'ja', type: 'string', cell: nodeField('ja') },
  { id: 'kana', type: 'string', cell: nodeField('kana') },
  { id: 'acronym', type: 'string', cell: nodeField('acronym') },
  { id: 'family_name', type: 'string', cell: nodeField('family') },
  { id: 'given_name', type: 'string', cell: nodeField('given') },
  { id: 'aliases', type: 'liststring', cell: nodeField('aliases') },
  { id: 'summary', type: 'string', cell: nodeField('summary') },
  { id: 'wikidata', type: 'string', cell: nodeField('wikidata') },
  { id: 'latitude', type: 'double', cell: (graph, row) => nodeAt(graph, row).coordinates?.[0] },
  { id: 'longitude', type: 'double', cell: (graph, row) => nodeAt(graph, row).coordinates?.[1] },
  { id: 'figures', type: 'liststring', cell: figureLines },
]

const statementCount = (graph: Graph, row: number) => groupAt(statementsOfEdge(graph), row).length
const agreed = (graph: Graph, row: number) => edgeAgreements(graph)[row]!

const ownEdgeAttributes: readonly Attribute[] = [
  { id: 'predicate', type: 'string', cell: ({ edges }, row) => categoryAt(edges.predicate, row) },
  {
    id: 'predicate_label',
    type: 'string',
    cell: (graph, row) => predicatesById(graph).get(categoryAt(graph.edges.predicate, row) ?? '')?.label,
  },
  { id: 'symmetric', type: 'string', cell: (graph, row) => (isSymmetric(graph, row) ? 'true' : undefined) },
  { id: 'status', type: 'string', cell: (graph, row) => agreed(graph, row).status },
  {
    id: 'polarity',
    type: 'string',
    cell: (graph, row) =>
      statementCount(graph, row) === 0 ? undefined : agreed(graph, row).negative ? 'negative' : 'positive',
  },
  { id: 'line', type: 'string', cell: (graph, row) => lineOf(agreed(graph, row)) },
  { id: 'corroboration', type: 'integer', cell: (graph, row) => agreed(graph, row).corroboration },
  { id: 'conflict', type: 'string', cell: (graph, row) => agreed(graph, row).verdict },
  { id: 'statements', type: 'integer', cell: statementCount },
  { id: 'sources', type: 'liststring', cell: sourceIds },
  { id: 'disputes', type: 'liststring', cell: disputeIds },
  { id: 'evidence', type: 'string', cell: (graph, row) => edgeEvidence(graph, row) || undefined },
]

/** Said in a column, and not by an undirected edge: many readers refuse files that mix both kinds. */
function isSymmetric({ schema, edges }: Graph, row: number): boolean {
  const predicate = categoryAt(edges.predicate, row)
  const declared = schema.predicates.find(({ id }) => id === predicate)
  return declared !== undefined && isRelation(declared) && declared.symmetric === true
}

function sourceIds(graph: Graph, row: number): string[] | undefined {
  const rows = groupAt(statementsOfEdge(graph), row)
  const ids = Array.from(rows, (statement) => graph.sources[graph.statements.source[statement]!]!.id)
  return ids.length > 0 ? [...new Set(ids)] : undefined
}

function disputeIds(graph: Graph, row: number): string[] | undefined {
  const ids = disputesAbout(graph, groupAt(statementsOfEdge(graph), row)).map(({ id }) => id)
  return ids.length > 0 ? ids : undefined
}

/** A node's figures, one line each: "Cost: about USD 33bn; USD 33.3bn (announced; varies; 9 origins)". */
function figureLines(graph: Graph, row: number): string[] | undefined {
  const lines = Array.from(groupAt(figuresOf(graph), row)).flatMap((figure) => {
    const statements = groupAt(statementsOfFigure(graph), figure)
    if (statements.length === 0) return []
    const { status, verdict, corroboration } = figureAgreements(graph)[figure]!
    const predicate = categoryAt(graph.figures.predicate, figure) ?? ''
    const values = Array.from(statements, (each) => valueAt(graph, each)).flatMap((value) =>
      value ? [readableValue(value, readableDate)] : [],
    )
    const label = predicatesById(graph).get(predicate)?.label ?? predicate
    const origins = `${corroboration} ${corroboration === 1 ? 'origin' : 'origins'}`
    return [`${label}: ${[...new Set(values)].join('; ')} (${[status, verdict, origins].filter(Boolean).join('; ')})`]
  })
  return lines.length > 0 ? lines : undefined
}

export interface Attributes {
  readonly nodes: readonly Attribute[]
  readonly edges: readonly Attribute[]
}

/** The columns of a part that have a cell at all: what Kizuna knows, then the columns that an opened file brought. */
export function attributesOf({ graph, nodes, edges }: Part): Attributes {
  const used = (all: readonly Attribute[], mask: Uint8Array) =>
    all.filter(({ cell }) => mask.some((shown, row) => shown === 1 && cell(graph, row) !== undefined))
  const foreign = (own: readonly Attribute[], columns: Graph['nodes']['attributes']) =>
    keysOfColumns(columns).filter(({ id }) => own.every((each) => each.id !== id))
  const bare = statementsOfEdge(graph).rows.length === 0
  const ownEdges = bare ? ownEdgeAttributes.slice(0, 3) : ownEdgeAttributes
  return {
    nodes: used([...ownNodeAttributes, ...foreign([...ownNodeAttributes, ...hidden], graph.nodes.attributes)], nodes),
    edges: used([...ownEdges, ...foreign(ownEdgeAttributes, graph.edges.attributes)], edges),
  }
}

/** Columns that stand under another name already. */
const hidden: readonly Attribute[] = [{ id: 'given', type: 'string', cell: () => undefined }]

/** The label of an edge for programs that draw one. */
export const edgeLabel = (graph: Graph, row: number): string => {
  const predicate = categoryAt(graph.edges.predicate, row) ?? ''
  return predicatesById(graph).get(predicate)?.label ?? predicate
}

export const idOf = (table: Graph['nodes'] | Graph['edges'], row: number): string => textAt(table.id, row)
