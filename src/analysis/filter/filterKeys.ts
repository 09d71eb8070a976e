import type { Agreement } from '../../model/agreement'
import { edgeAgreements, figureAgreements } from '../../model/agreement'
import type { CategoryColumn, ListColumn } from '../../model/columns'
import { categoryColumn, listColumn, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import {
  degrees,
  nodeRowById,
  memoizeByGraph,
  memoizeByPart,
  statementsByEdge,
  statementsByFigure,
} from '../../model/graph'
import { lineStyleOfAgreement } from '../../model/lineStyle'
import { connectedComponents } from '../metrics/connectedComponents'
import { coreNumbers } from '../metrics/coreNumbers'
import type { ProgressGenerator, Network } from '../metrics/network'
import { searchableNodeNames } from '../search/searchableTexts'
import { columnFilterKey } from './columnFilterKeys'
import type { FilterKey } from './filterKey'
import { nodeFamilyColumn, membershipColumn } from './memberships'
import type { IntervalColumn } from './intervalColumn'
import { constantColumn, NO_VALUE, valuesOfGroups, type RowValues } from './rowValues'

/** A value of every statement, for the statements behind each edge and figure. */
type PerStatement = (graph: Graph) => CategoryColumn

/** What the statements behind edges and figures say. Nothing is computed for a file without statements. */
function said(perStatement: PerStatement) {
  const of = memoizeByGraph(perStatement)
  return {
    values: memoizeByGraph((graph): RowValues =>
      isBare(graph) ? noValues(graph) : valuesOfGroups(statementsByEdge(graph), of(graph)),
    ),
    figureValues: memoizeByGraph((graph): RowValues => valuesOfGroups(statementsByFigure(graph), of(graph))),
  }
}

const isBare = ({ statements }: Graph): boolean => statements.count === 0

const bareEdges = (value: string) =>
  memoizeByPart(
    ({ edges }) => edges.source,
    ({ edges }) => constantColumn(edges.count, value),
  )
const noValues = bareEdges(NO_VALUE)
const bare = bareEdges('bare')

const ofSources = (value: (source: Graph['sources'][number]) => string | undefined): PerStatement => {
  const perSource = memoizeByGraph(({ sources }) => categoryColumn(sources.map((source) => value(source) ?? NO_VALUE)))
  return (graph) => {
    const { codes, dictionary } = perSource(graph)
    return { kind: 'category', codes: graph.statements.source.map((source) => codes[source]!), dictionary }
  }
}

const sourceIds: PerStatement = ({ statements, sources }) => ({
  kind: 'category',
  codes: statements.source,
  dictionary: sources.map(({ id }) => id),
})
const polarities: PerStatement = ({ statements }) => ({
  kind: 'category',
  codes: Uint32Array.from(statements.negative),
  dictionary: ['positive', 'negative'],
})
const datesHeld: PerStatement = ({ statements }) =>
  categoryColumn(Array.from({ length: statements.count }, (_, row) => textAt(statements.date, row) || NO_VALUE))

/** Every number of independent origins up to the one that there are, so that two ask for two or more. */
const originsUpTo = (agreements: readonly Agreement[]): ListColumn =>
  listColumn(
    agreements.map(({ corroboration }) =>
      corroboration > 0 ? Array.from({ length: corroboration }, (_, at) => String(at + 1)) : [NO_VALUE],
    ),
  )

const agreed = (value: (agreement: Agreement) => string) =>
  memoizeByGraph((graph): RowValues => (isBare(graph) ? bare(graph) : categoryColumn(edgeAgreements(graph).map(value))))

/** Numbers of nodes that follow from the edges alone. */
const ofNetwork = (measure: (graph: Graph) => Uint32Array) =>
  memoizeByPart(
    ({ edges }) => edges.source,
    (graph): IntervalColumn => {
      const values = Float64Array.from(measure(graph))
      return { low: values, high: values }
    },
  )

const network = ({ nodes, edges: { source, target } }: Graph): Network => ({
  count: nodes.count,
  source,
  target,
  directed: true,
})

function measured<Result>(measuring: ProgressGenerator<Result>): Result {
  for (;;) {
    const { done, value } = measuring.next()
    if (done) return value
  }
}

/** Every key but the columns of opened files. To add one: write its record here. */
export const filterKeys: readonly FilterKey[] = [
  { id: 'family', label: 'Family', of: 'node', kind: 'words', values: memoizeByGraph(nodeFamilyColumn) },
  { id: 'type', label: 'Type', of: 'node', kind: 'words', values: ({ nodes }) => nodes.type },
  {
    id: 'sector',
    label: 'Sector',
    of: 'node',
    kind: 'words',
    values: memoizeByGraph((graph) => membershipColumn(graph, 'sector')),
  },
  {
    id: 'place',
    label: 'Place',
    of: 'node',
    kind: 'words',
    values: memoizeByGraph((graph) => membershipColumn(graph, 'place')),
  },
  {
    id: 'node',
    label: 'Node',
    of: 'node',
    kind: 'words',
    values: memoizeByGraph(({ nodes }) =>
      categoryColumn(Array.from({ length: nodes.count }, (_, row) => textAt(nodes.id, row))),
    ),
    rowOf: (graph, id) => nodeRowById(graph).get(id),
  },
  {
    id: 'text',
    label: 'Name contains',
    of: 'node',
    kind: 'texts',
    texts: (graph) => searchableNodeNames(graph).finish(),
  },
  {
    id: 'degree',
    label: 'Degree',
    of: 'node',
    kind: 'numbers',
    numbers: ofNetwork(degrees),
    scale: {},
  },
  {
    id: 'component',
    label: 'Component',
    of: 'node',
    kind: 'numbers',
    numbers: ofNetwork((graph) => measured(connectedComponents(network(graph))).labels.map((part) => part + 1)),
    scale: { words: new Map([['largest', 1]]) },
  },
  {
    id: 'core',
    label: 'Core',
    of: 'node',
    kind: 'numbers',
    numbers: ofNetwork((graph) => measured(coreNumbers(network(graph)))),
    scale: { atLeast: true },
  },
  { id: 'status', label: 'Status', of: 'edge', kind: 'words', ...said(({ statements }) => statements.status) },
  { id: 'source', label: 'Source', of: 'edge', kind: 'words', ...said(sourceIds) },
  {
    id: 'publisher',
    label: 'Publisher',
    of: 'edge',
    kind: 'words',
    ...said(ofSources(({ publisher }) => publisher)),
  },
  {
    id: 'class',
    label: 'Class of source',
    of: 'edge',
    kind: 'words',
    ...said(ofSources(({ reliability }) => reliability)),
  },
  { id: 'known', label: 'As known on', of: 'edge', kind: 'words', ...said(ofSources(({ date }) => date)) },
  { id: 'held', label: 'As of', of: 'edge', kind: 'words', ...said(datesHeld) },
  {
    id: 'origins',
    label: 'Support',
    of: 'edge',
    kind: 'words',
    values: memoizeByGraph((graph): RowValues =>
      isBare(graph) ? noValues(graph) : originsUpTo(edgeAgreements(graph)),
    ),
    figureValues: memoizeByGraph((graph) => originsUpTo(figureAgreements(graph))),
  },
  { id: 'polarity', label: 'Polarity', of: 'edge', kind: 'words', values: said(polarities).values },
  {
    id: 'predicate',
    label: 'Relation',
    of: 'edge',
    kind: 'words',
    values: ({ edges }) => edges.predicate,
    figureValues: ({ figures }) => figures.predicate,
  },
  { id: 'line', label: 'Line', of: 'edge', kind: 'words', values: agreed(lineStyleOfAgreement) },
  {
    id: 'verdict',
    label: 'Agreement',
    of: 'edge',
    kind: 'words',
    values: agreed(({ verdict }) => verdict),
    figureValues: memoizeByGraph((graph) => categoryColumn(figureAgreements(graph).map(({ verdict }) => verdict))),
  },
]

const byId = new Map(filterKeys.map((key) => [key.id, key]))

/** The key that a term names; `@name` asks for an attribute column of the nodes, else of the edges. */
export const filterKeyNamed = (graph: Graph, name: string): FilterKey | undefined =>
  name.startsWith('@') ? columnFilterKey(graph, name.slice(1)) : byId.get(name)
