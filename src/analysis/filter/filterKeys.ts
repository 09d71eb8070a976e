import type { Agreement } from '../../model/agreement'
import { edgeAgreements, figureAgreements } from '../../model/agreement'
import type { CategoryColumn, ListColumn } from '../../model/columns'
import { categoryColumn, listColumn, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { nodeRowIndex, memoizeByGraph, memoizeByPart, statementsByEdge, statementsByFigure } from '../../model/graph'
import { lineStyleOfAgreement } from '../../model/lineStyle'
import { searchableNodeNames } from '../search/searchableTexts'
import type { FilterMessages } from '../../messages/filter.en'
import { columnFilterKey } from './columnFilterKeys'
import type { FilterKeyDefinition } from './filterKey'
import { edgeShapeFilterKeys } from './edgeShapeFilterKeys'
import { nodeFamilyColumn, membershipColumn } from './memberships'
import { constantColumn, NO_VALUE, valuesOfGroups, type RowValues } from './rowValues'
import { topologicalFilterKeys } from './topologicalFilterKeys'

/** One value a statement. */
type StatementColumn = (graph: Graph) => CategoryColumn

/** The values of the statements behind each edge and figure. Nothing is computed for a file without statements. */
function valuesOfStatements(statementColumn: StatementColumn) {
  const column = memoizeByGraph(statementColumn)
  return {
    values: memoizeByGraph((graph): RowValues =>
      hasNoStatements(graph) ? noValues(graph) : valuesOfGroups(statementsByEdge(graph), column(graph)),
    ),
    figureValues: memoizeByGraph((graph): RowValues => valuesOfGroups(statementsByFigure(graph), column(graph))),
  }
}

const hasNoStatements = ({ statements }: Graph): boolean => statements.count === 0

const constantEdgeColumn = (value: string) =>
  memoizeByPart(
    ({ edges }) => edges.source,
    ({ edges }) => constantColumn(edges.count, value),
  )
const noValues = constantEdgeColumn(NO_VALUE)
const allBare = constantEdgeColumn('bare')

const columnOfSources = (value: (source: Graph['sources'][number]) => string | undefined): StatementColumn => {
  const perSource = memoizeByGraph(({ sources }) => categoryColumn(sources.map((source) => value(source) ?? NO_VALUE)))
  return (graph) => {
    const { codes, dictionary } = perSource(graph)
    return { kind: 'category', codes: graph.statements.source.map((source) => codes[source]!), dictionary }
  }
}

const sourceIds: StatementColumn = ({ statements, sources }) => ({
  kind: 'category',
  codes: statements.source,
  dictionary: sources.map(({ id }) => id),
})
const polarities: StatementColumn = ({ statements }) => ({
  kind: 'category',
  codes: Uint32Array.from(statements.negative),
  dictionary: ['positive', 'negative'],
})
const statementDates: StatementColumn = ({ statements }) =>
  categoryColumn(Array.from({ length: statements.count }, (_, row) => textAt(statements.date, row) || NO_VALUE))

/** For each row, every number from 1 to its independent sources, so that the value 2 matches two or more. */
const numbersUpToOrigins = (agreements: readonly Agreement[]): ListColumn =>
  listColumn(
    agreements.map(({ corroboration }) =>
      corroboration > 0 ? Array.from({ length: corroboration }, (_, at) => String(at + 1)) : [NO_VALUE],
    ),
  )

const columnOfAgreements = (value: (agreement: Agreement) => string) =>
  memoizeByGraph((graph): RowValues =>
    hasNoStatements(graph) ? allBare(graph) : categoryColumn(edgeAgreements(graph).map(value)),
  )

/** A key that every graph has, and a label in every language. */
export type BuiltInFilterKey = FilterKeyDefinition & { readonly id: keyof FilterMessages['keys'] }

/** Every key except the columns of opened files. To add one: write its record here, and its label in the `filter` catalogues. */
export const filterKeys: readonly BuiltInFilterKey[] = [
  { id: 'family', of: 'node', kind: 'words', values: memoizeByGraph(nodeFamilyColumn) },
  { id: 'type', of: 'node', kind: 'words', values: ({ nodes }) => nodes.type },
  {
    id: 'sector',
    of: 'node',
    kind: 'words',
    values: memoizeByGraph((graph) => membershipColumn(graph, 'sector')),
  },
  {
    id: 'place',
    of: 'node',
    kind: 'words',
    values: memoizeByGraph((graph) => membershipColumn(graph, 'place')),
  },
  {
    id: 'node',
    of: 'node',
    kind: 'words',
    values: memoizeByGraph(({ nodes }) =>
      categoryColumn(Array.from({ length: nodes.count }, (_, row) => textAt(nodes.id, row))),
    ),
    rowOf: (graph, id) => nodeRowIndex(graph).get(id),
  },
  {
    id: 'text',
    of: 'node',
    kind: 'texts',
    texts: (graph) => searchableNodeNames(graph).finish(),
  },
  ...topologicalFilterKeys,
  { id: 'status', of: 'edge', kind: 'words', ...valuesOfStatements(({ statements }) => statements.status) },
  { id: 'source', of: 'edge', kind: 'words', ...valuesOfStatements(sourceIds) },
  {
    id: 'publisher',
    of: 'edge',
    kind: 'words',
    ...valuesOfStatements(columnOfSources(({ publisher }) => publisher)),
  },
  {
    id: 'class',
    of: 'edge',
    kind: 'words',
    ...valuesOfStatements(columnOfSources(({ reliability }) => reliability)),
  },
  { id: 'known', of: 'edge', kind: 'words', ...valuesOfStatements(columnOfSources(({ date }) => date)) },
  { id: 'held', of: 'edge', kind: 'words', ...valuesOfStatements(statementDates) },
  {
    id: 'origins',
    of: 'edge',
    kind: 'words',
    values: memoizeByGraph((graph): RowValues =>
      hasNoStatements(graph) ? noValues(graph) : numbersUpToOrigins(edgeAgreements(graph)),
    ),
    figureValues: memoizeByGraph((graph) => numbersUpToOrigins(figureAgreements(graph))),
  },
  { id: 'polarity', of: 'edge', kind: 'words', values: valuesOfStatements(polarities).values },
  {
    id: 'predicate',
    of: 'edge',
    kind: 'words',
    values: ({ edges }) => edges.predicate,
    figureValues: ({ figures }) => figures.predicate,
  },
  ...edgeShapeFilterKeys,
  { id: 'line', of: 'edge', kind: 'words', values: columnOfAgreements(lineStyleOfAgreement) },
  {
    id: 'verdict',
    of: 'edge',
    kind: 'words',
    values: columnOfAgreements(({ verdict }) => verdict),
    figureValues: memoizeByGraph((graph) => categoryColumn(figureAgreements(graph).map(({ verdict }) => verdict))),
  },
]

const byId: ReadonlyMap<string, FilterKeyDefinition> = new Map(filterKeys.map((key) => [key.id, key]))

/** A key that every graph has, by its id. */
export const builtInFilterKey = (name: string): FilterKeyDefinition | undefined => byId.get(name)

/** The key that a term names; `@name` is an attribute column of the nodes, else of the edges. Undefined if there is none. */
export const filterKeyNamed = (graph: Graph, name: string): FilterKeyDefinition | undefined =>
  name.startsWith('@') ? columnFilterKey(graph, name.slice(1)) : byId.get(name)
