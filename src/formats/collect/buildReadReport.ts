import type { Column } from '../../model/columns'
import { NONE, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { timeColumnKind } from '../../model/timeColumn'
import { pluralize } from '../../model/pluralize'
import type { ImportColumnReport, ImportReport } from '../../model/importReport'
import { keepsImportedPositions, placedNodeCount } from '../../model/nodePositions'
import type { GraphCollector } from './graphCollector'

const dateNames = /(^|[_\s-])(date|year|time|start|end|since|until|day|month|timestamp|created|published)($|[_\s-])/i
const sourceNames = /(^|[_\s-])(sources?|reference|references|citation|url|href|proof|publisher|evidence)($|[_\s-])/i

/** What a reading found, for the person who opened the file. */
export function buildReadReport(
  collector: GraphCollector,
  graph: Graph,
  {
    format,
    typedNodes,
    edgesWithPredicate,
    roles,
  }: Pick<ImportReport, 'format' | 'typedNodes' | 'edgesWithPredicate' | 'roles'>,
): ImportReport {
  const columns = [...columnsOf(collector, graph, 'node'), ...columnsOf(collector, graph, 'edge')]
  const most = (those: readonly ImportColumnReport[]) => those.reduce((sum, { present }) => Math.max(sum, present), 0)
  const dates = columns.filter(({ of, name }) => dateNames.test(name) || holdsDates(columnIn(graph, of, name)))
  const sources = columns.filter(({ name }) => sourceNames.test(name))
  const found = {
    typedNodes,
    edgesWithPredicate,
    positionedNodes: placedNodeCount(graph),
    datedItems: most(dates),
    sourcedItems: most(sources),
  }
  return {
    format,
    nodes: graph.nodes.count,
    edges: graph.edges.count,
    ...found,
    columns,
    ...(roles && { roles }),
    repairs: [...collector.repairs].map(([kind, repair]) => ({ kind, ...repair })),
    guesses: collector.guesses,
    gaps: gapsOf(graph, found),
  }
}

type Found = Pick<ImportReport, 'typedNodes' | 'edgesWithPredicate' | 'positionedNodes' | 'datedItems' | 'sourcedItems'>

const columnIn = ({ nodes, edges }: Graph, of: 'node' | 'edge', name: string): Column | undefined =>
  (of === 'node' ? nodes : edges).attributes.get(name)

/** Cells that are looked at to tell whether a column holds dates. */
const sample = 200
const date = /^\d{4}-\d{2}(-\d{2}([T ]\d.*)?)?$/

/** Whether nearly all of the first cells are dates as ISO 8601 writes them. */
function holdsDates(column: Column | undefined): boolean {
  if (column?.kind !== 'text' && column?.kind !== 'category') return false
  const [texts, length] =
    column.kind === 'text'
      ? [(row: number) => textAt(column, row), column.offsets.length - 1]
      : [(row: number) => column.dictionary[row]!, column.dictionary.length]
  const cells = Array.from({ length: Math.min(sample, length) }, (_, row) => texts(row)).filter((text) => text !== '')
  return cells.length > 0 && cells.filter((text) => date.test(text)).length >= 0.8 * cells.length
}

/** Whether nodes can be laid out along a column: one of dates, or of numbers. */
const hasMoments = ({ attributes }: Graph['nodes']): boolean =>
  [...attributes].some(([name, column]) => timeColumnKind(name, column) !== undefined)

function gapsOf(graph: Graph, { typedNodes, edgesWithPredicate, positionedNodes, sourcedItems }: Found): string[] {
  const { nodes, edges } = graph
  const coordinates = nodes.attributes.has('latitude') && nodes.attributes.has('longitude')
  const gaps: (string | false)[] = [
    typedNodes === 0 &&
      nodes.count > 0 &&
      'No column gives types of nodes: all have one type, and colours tell nothing yet.',
    edgesWithPredicate === 0 && edges.count > 0 && 'No column names the relations: every line reads "related to".',
    positionedNodes < nodes.count && placesGap(graph, nodes.count - positionedNodes),
    !hasMoments(nodes) && 'No node has a date or a number: the layout by time is off.',
    !coordinates && 'No latitude and longitude: the geographic layout is off.',
    sourcedItems === 0
      ? 'Nothing names a source, and there are no statements: status, agreement and clocks are not shown.'
      : 'There are no statements: sources are columns here; status, agreement and clocks are not shown.',
  ]
  return gaps.filter((gap) => gap !== false)
}

function placesGap(graph: Graph, missing: number): string {
  if (missing === graph.nodes.count) return 'No node has a place: a layout is computed.'
  if (!keepsImportedPositions(graph))
    return `${pluralize(missing, 'node has', 'nodes have')} no place: a layout is computed.`
  return pluralize(
    missing,
    'node has no place, and is put beside its neighbours.',
    'nodes have no place, and are put beside their neighbours.',
  )
}

function columnsOf({ nodes, edges }: GraphCollector, graph: Graph, of: 'node' | 'edge'): ImportColumnReport[] {
  const { attributes, count } = of === 'node' ? graph.nodes : graph.edges
  const builders = (of === 'node' ? nodes : edges).all
  const shown = [...attributes].map(([called, column]): ImportColumnReport => {
    const name = builders.has(called) ? called : called.replace(/ \(column\)$/, '')
    return { of, name, kind: column.kind, present: presentIn(column, count), unparsed: builders.get(name)?.unreadable }
  })
  const skipped = [...builders.values()].filter(({ chosenKind }) => chosenKind === 'skip')
  return [...shown, ...skipped.map(({ name }): ImportColumnReport => ({ of, name, kind: 'text', present: 0 }))]
}

function presentIn(column: Column, count: number): number {
  let present = 0
  for (let row = 0; row < count; row++) if (isPresent(column, row)) present++
  return present
}

function isPresent(column: Column, row: number): boolean {
  switch (column.kind) {
    case 'number':
      return !Number.isNaN(column.values[row])
    case 'category':
      return column.codes[row] !== NONE
    case 'text':
    case 'list':
      return column.offsets[row + 1]! > column.offsets[row]!
  }
}

/** The report of a graph that a lossless format gave back: nothing was guessed or repaired. */
export function losslessReadReport(graph: Graph, format: string): ImportReport {
  const { nodes, edges } = graph
  const columns = (['node', 'edge'] as const).flatMap((of) =>
    [...(of === 'node' ? nodes : edges).attributes].map(([name, column]): ImportColumnReport => ({
      of,
      name,
      kind: column.kind,
      present: presentIn(column, of === 'node' ? nodes.count : edges.count),
    })),
  )
  const datedItems = graph.statements.count > 0 ? edges.count : 0
  return {
    format,
    nodes: nodes.count,
    edges: edges.count,
    typedNodes: nodes.count,
    positionedNodes: placedNodeCount(graph),
    edgesWithPredicate: edges.count,
    datedItems,
    sourcedItems: datedItems,
    columns,
    repairs: [],
    guesses: [],
    gaps: [],
  }
}
