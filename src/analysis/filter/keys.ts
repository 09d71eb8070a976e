import { edgeAgreements } from '../../model/agreement'
import { categoryAt, cellAt, groupAt, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { perGraph, statementsOfEdge, statementsOfFigure } from '../../model/graph'
import { fold, namesOf } from '../../model/names'
import { familyAt, nodeAt, predicatesById } from '../../model/rows'
import { isRelation } from '../../model/schema'
import { lineOf } from '../../model/line'

/** The value that stands for "has none": nodes that belong to no sector, edges that no statement carries. */
export const NO_VALUE = 'none'

/**
 * Something that a filter can ask. A node key gives each node its values; an edge key gives them to each edge, and to
 * each figure where figures have them too. Values are ids; `none` is given to rows that should have one and have not.
 */
export interface FilterKey {
  readonly id: string
  /** What the interface calls it. */
  readonly label: string
  readonly of: 'node' | 'edge'
  readonly values: (graph: Graph, row: number) => readonly string[]
  readonly figureValues?: (graph: Graph, figure: number) => readonly string[]
  /** A value matches when it contains the folded text, instead of being equal. */
  readonly contains?: boolean
}

const nameTexts = perGraph((graph) =>
  Array.from({ length: graph.nodes.count }, (_, row) => namesOf(nodeAt(graph, row)).map(fold)),
)

/** Values of a membership facet (sector, place): the objects of the predicates that the schema marks, and the node itself. */
const memberships = (facet: 'sector' | 'place') =>
  perGraph((graph) => {
    const marked = new Set(
      [...predicatesById(graph).values()]
        .filter((each) => isRelation(each) && each.facet === facet)
        .map(({ id }) => id),
    )
    const { source, target, predicate, count } = graph.edges
    const values = Array.from({ length: graph.nodes.count }, (_, row) =>
      familyAt(graph, row) === facet ? [textAt(graph.nodes.id, row)] : ([] as string[]),
    )
    const agreements = edgeAgreements(graph)
    for (let edge = 0; edge < count; edge++)
      if (marked.has(categoryAt(predicate, edge) ?? '') && !agreements[edge]!.negative)
        values[source[edge]!]!.push(textAt(graph.nodes.id, target[edge]!))
    return values.map((each) => [...new Set(each)])
  })

const sectors = memberships('sector')
const places = memberships('place')
const classified = new Set(['actor', 'project'])

const orNone = (values: readonly string[], expected: boolean): readonly string[] =>
  values.length > 0 || !expected ? values : [NO_VALUE]

/** Every key but the columns of opened files. To add one: write its record here. */
export const filterKeys: readonly FilterKey[] = [
  { id: 'family', label: 'Family', of: 'node', values: (graph, row) => [familyAt(graph, row)] },
  { id: 'type', label: 'Type', of: 'node', values: (graph, row) => [categoryAt(graph.nodes.type, row) ?? NO_VALUE] },
  {
    id: 'sector',
    label: 'Sector',
    of: 'node',
    values: (graph, row) => orNone(sectors(graph)[row]!, classified.has(familyAt(graph, row))),
  },
  {
    id: 'place',
    label: 'Place',
    of: 'node',
    values: (graph, row) => orNone(places(graph)[row]!, classified.has(familyAt(graph, row))),
  },
  { id: 'node', label: 'Node', of: 'node', values: (graph, row) => [textAt(graph.nodes.id, row)] },
  { id: 'text', label: 'Name contains', of: 'node', contains: true, values: (graph, row) => nameTexts(graph)[row]! },
  {
    id: 'status',
    label: 'Status',
    of: 'edge',
    values: (graph, edge) => orNone(said(graph, groupAt(statementsOfEdge(graph), edge), statusOf), true),
    figureValues: (graph, figure) => said(graph, groupAt(statementsOfFigure(graph), figure), statusOf),
  },
  {
    id: 'source',
    label: 'Source',
    of: 'edge',
    values: (graph, edge) => orNone(said(graph, groupAt(statementsOfEdge(graph), edge), sourceOf), true),
    figureValues: (graph, figure) => said(graph, groupAt(statementsOfFigure(graph), figure), sourceOf),
  },
  {
    id: 'polarity',
    label: 'Polarity',
    of: 'edge',
    values: (graph, edge) => said(graph, groupAt(statementsOfEdge(graph), edge), polarityOf),
  },
  {
    id: 'predicate',
    label: 'Relation',
    of: 'edge',
    values: (graph, edge) => [categoryAt(graph.edges.predicate, edge) ?? NO_VALUE],
    figureValues: (graph, figure) => [categoryAt(graph.figures.predicate, figure) ?? NO_VALUE],
  },
  { id: 'line', label: 'Line', of: 'edge', values: (graph, edge) => [lineOf(edgeAgreements(graph)[edge]!)] },
  { id: 'verdict', label: 'Agreement', of: 'edge', values: (graph, edge) => [edgeAgreements(graph)[edge]!.verdict] },
]

const statusOf = (graph: Graph, statement: number) => categoryAt(graph.statements.status, statement) ?? NO_VALUE
const sourceOf = (graph: Graph, statement: number) => graph.sources[graph.statements.source[statement]!]!.id
const polarityOf = (graph: Graph, statement: number) => (graph.statements.negative[statement] ? 'negative' : 'positive')

const said = (graph: Graph, statements: Uint32Array, value: (graph: Graph, statement: number) => string): string[] => [
  ...new Set(Array.from(statements, (statement) => value(graph, statement))),
]

/** The key that a term names; `@name` asks for an attribute column of the nodes, else of the edges. */
export function keyNamed(graph: Graph, name: string): FilterKey | undefined {
  if (!name.startsWith('@')) return filterKeys.find(({ id }) => id === name)
  const of = graph.nodes.attributes.has(name.slice(1)) ? 'node' : 'edge'
  const column = (of === 'node' ? graph.nodes : graph.edges).attributes.get(name.slice(1))
  if (!column) return undefined
  return {
    id: name,
    label: name.slice(1),
    of,
    values: (_, row) => {
      const cell = cellAt(column, row)
      return cell === undefined ? [NO_VALUE] : Array.isArray(cell) ? cell : [String(cell)]
    },
  }
}
