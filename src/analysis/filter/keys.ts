import type { Agreement } from '../../model/agreement'
import { edgeAgreements, figureAgreements } from '../../model/agreement'
import type { CategoryColumn, Groups, ListColumn } from '../../model/columns'
import { categoryAt, categoryColumn, cellAt, groupAt, listAt, listColumn, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { perGraph, statementsOfEdge, statementsOfFigure } from '../../model/graph'
import { lineOf } from '../../model/line'
import { fold, namesOf } from '../../model/names'
import { familyAt, nodeAt, predicatesById } from '../../model/rows'
import { isRelation } from '../../model/predicates'

/** The value that stands for "has none": nodes that belong to no sector, edges that no statement carries. */
export const NO_VALUE = 'none'

/** The values of all rows: one each, or several. */
export type Values = CategoryColumn | ListColumn

/**
 * Something that a filter can ask. What asks statements (source, known ...) is evaluated by `evidence.ts`, and its values
 * here are for counting and completing. A node key gives each node its values; an edge key gives them to each edge, and to
 * each figure where figures have them too. Values are ids; `none` is given to rows that should have one and have not.
 */
export interface FilterKey {
  readonly id: string
  /** What the interface calls it. */
  readonly label: string
  readonly of: 'node' | 'edge'
  /** The values of every row of the node or edge table, computed once for a graph. */
  readonly values: (graph: Graph) => Values
  readonly figureValues?: (graph: Graph) => Values
  /** A value matches when it contains the folded text, instead of being equal. */
  readonly contains?: boolean
}

/** The values of one row. */
export function valuesAt(values: Values, row: number): string[] {
  if (values.kind === 'list') return listAt(values, row)
  const value = categoryAt(values, row)
  return value === undefined ? [] : [value]
}

const rowsOf = <Value>(count: number, value: (row: number) => Value): Value[] =>
  Array.from({ length: count }, (_, row) => value(row))

const ofNodes = (value: (graph: Graph, row: number) => string | undefined) =>
  perGraph((graph) => categoryColumn(rowsOf(graph.nodes.count, (row) => value(graph, row))))
const ofFigures = (value: (graph: Graph, row: number) => string | undefined) =>
  perGraph((graph) => categoryColumn(rowsOf(graph.figures.count, (row) => value(graph, row))))
const ofEdges = (value: (graph: Graph, row: number) => string | undefined) =>
  perGraph((graph) => categoryColumn(rowsOf(graph.edges.count, (row) => value(graph, row))))

/** Values of a membership (sector, place): the objects of the predicates that the schema marks, and the node itself. */
const membership = (facet: 'sector' | 'place') =>
  perGraph((graph): Values => {
    const marked = new Set(
      [...predicatesById(graph).values()]
        .filter((each) => isRelation(each) && each.facet === facet)
        .map(({ id }) => id),
    )
    const { source, target, predicate, count } = graph.edges
    const values = rowsOf(graph.nodes.count, (row) =>
      familyAt(graph, row) === facet ? [textAt(graph.nodes.id, row)] : ([] as string[]),
    )
    const agreements = edgeAgreements(graph)
    for (let edge = 0; edge < count; edge++)
      if (marked.has(categoryAt(predicate, edge) ?? '') && !agreements[edge]!.negative)
        values[source[edge]!]!.push(textAt(graph.nodes.id, target[edge]!))
    return listColumn(
      values.map((each, row) => (each.length === 0 && isClassified(graph, row) ? [NO_VALUE] : [...new Set(each)])),
    )
  })

/** Actors and projects are expected to belong somewhere; of other nodes it would be noise to say that they do not. */
const isClassified = (graph: Graph, row: number): boolean => ['actor', 'project'].includes(familyAt(graph, row))

/** What the statements behind each edge or figure say, each value once. */
const said = (
  groups: (graph: Graph) => Groups,
  count: (graph: Graph) => number,
  value: (graph: Graph, statement: number) => string,
) =>
  perGraph((graph): Values => {
    const all = groups(graph)
    return listColumn(
      rowsOf(count(graph), (row) => {
        const values = Array.from(groupAt(all, row), (statement) => value(graph, statement))
        return values.length > 0 ? [...new Set(values)] : [NO_VALUE]
      }),
    )
  })
const saidOfEdges = (value: (graph: Graph, statement: number) => string) =>
  said(statementsOfEdge, ({ edges }) => edges.count, value)
const saidOfFigures = (value: (graph: Graph, statement: number) => string) =>
  said(statementsOfFigure, ({ figures }) => figures.count, value)

/** Every number of independent origins up to the one that there are, so that two ask for two or more. */
const originsUpTo = (agreements: (graph: Graph) => readonly Agreement[]) =>
  perGraph((graph): Values =>
    listColumn(
      agreements(graph).map(({ corroboration }) =>
        corroboration > 0 ? Array.from({ length: corroboration }, (_, at) => String(at + 1)) : [NO_VALUE],
      ),
    ),
  )

const statusOf = ({ statements }: Graph, statement: number) => categoryAt(statements.status, statement) ?? NO_VALUE
const sourceAt = ({ statements, sources }: Graph, statement: number) => sources[statements.source[statement]!]!
const sourceOf = (graph: Graph, statement: number) => sourceAt(graph, statement).id
const publisherOf = (graph: Graph, statement: number) => sourceAt(graph, statement).publisher ?? NO_VALUE
const classOf = (graph: Graph, statement: number) => sourceAt(graph, statement).reliability ?? NO_VALUE
const publishedOf = (graph: Graph, statement: number) => sourceAt(graph, statement).date ?? NO_VALUE
const heldOf = ({ statements }: Graph, statement: number) => textAt(statements.date, statement) || NO_VALUE
const polarityOf = ({ statements }: Graph, statement: number) =>
  statements.negative[statement] ? 'negative' : 'positive'

/** Every key but the columns of opened files. To add one: write its record here. */
export const filterKeys: readonly FilterKey[] = [
  { id: 'family', label: 'Family', of: 'node', values: ofNodes(familyAt) },
  { id: 'type', label: 'Type', of: 'node', values: ({ nodes }) => nodes.type },
  { id: 'sector', label: 'Sector', of: 'node', values: membership('sector') },
  { id: 'place', label: 'Place', of: 'node', values: membership('place') },
  { id: 'node', label: 'Node', of: 'node', values: ofNodes(({ nodes }, row) => textAt(nodes.id, row)) },
  {
    id: 'text',
    label: 'Name contains',
    of: 'node',
    contains: true,
    values: perGraph((graph) => listColumn(rowsOf(graph.nodes.count, (row) => namesOf(nodeAt(graph, row)).map(fold)))),
  },
  {
    id: 'status',
    label: 'Status',
    of: 'edge',
    values: saidOfEdges(statusOf),
    figureValues: saidOfFigures(statusOf),
  },
  {
    id: 'source',
    label: 'Source',
    of: 'edge',
    values: saidOfEdges(sourceOf),
    figureValues: saidOfFigures(sourceOf),
  },
  {
    id: 'publisher',
    label: 'Publisher',
    of: 'edge',
    values: saidOfEdges(publisherOf),
    figureValues: saidOfFigures(publisherOf),
  },
  {
    id: 'class',
    label: 'Class of source',
    of: 'edge',
    values: saidOfEdges(classOf),
    figureValues: saidOfFigures(classOf),
  },
  {
    id: 'known',
    label: 'As known on',
    of: 'edge',
    values: saidOfEdges(publishedOf),
    figureValues: saidOfFigures(publishedOf),
  },
  { id: 'held', label: 'As of', of: 'edge', values: saidOfEdges(heldOf), figureValues: saidOfFigures(heldOf) },
  {
    id: 'origins',
    label: 'Support',
    of: 'edge',
    values: originsUpTo(edgeAgreements),
    figureValues: originsUpTo(figureAgreements),
  },
  { id: 'polarity', label: 'Polarity', of: 'edge', values: saidOfEdges(polarityOf) },
  {
    id: 'predicate',
    label: 'Relation',
    of: 'edge',
    values: ({ edges }) => edges.predicate,
    figureValues: ({ figures }) => figures.predicate,
  },
  { id: 'line', label: 'Line', of: 'edge', values: ofEdges((graph, row) => lineOf(edgeAgreements(graph)[row]!)) },
  {
    id: 'verdict',
    label: 'Agreement',
    of: 'edge',
    values: ofEdges((graph, row) => edgeAgreements(graph)[row]!.verdict),
    figureValues: ofFigures((graph, row) => figureAgreements(graph)[row]!.verdict),
  },
]

/** The key that a term names; `@name` asks for an attribute column of the nodes, else of the edges. */
export function keyNamed(graph: Graph, name: string): FilterKey | undefined {
  return name.startsWith('@') ? columnKeys(graph).get(name) : filterKeys.find(({ id }) => id === name)
}

const columnKeys = perGraph((graph): ReadonlyMap<string, FilterKey> => {
  const keysIn = (of: 'node' | 'edge') => {
    const { attributes, count } = of === 'node' ? graph.nodes : graph.edges
    return [...attributes].map(([name, column]): [string, FilterKey] => {
      const values = perGraph(() => listColumn(rowsOf(count, (row) => texts(cellAt(column, row)))))
      return [`@${name}`, { id: `@${name}`, label: name, of, values }]
    })
  }
  return new Map([...keysIn('edge'), ...keysIn('node')])
})

const texts = (cell: string | number | string[] | undefined): string[] =>
  cell === undefined ? [NO_VALUE] : Array.isArray(cell) ? cell : [String(cell)]
