import { message, type Message } from '../../messages/message'
import type { Column } from '../../model/columns'
import { NONE, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { timeColumnKind } from '../../model/timeColumn'
import type { ImportColumnReport, ImportReport } from '../../model/importReport'
import { keepsImportedPositions, placedNodeCount } from '../../model/nodePositions'
import { coordinateColumnNames } from './coordinateColumns'
import type { GraphCollector } from './graphCollector'

const dateNames = /(^|[_\s-])(date|year|time|start|end|since|until|day|month|timestamp|created|published)($|[_\s-])/i
const sourceNames = /(^|[_\s-])(sources?|reference|references|citation|url|href|proof|publisher|evidence)($|[_\s-])/i

/** The import report of a graph that was built from a collector. */
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
  const maxPresent = (those: readonly ImportColumnReport[]) =>
    those.reduce((max, { present }) => Math.max(max, present), 0)
  const dates = columns.filter(({ of, name }) => dateNames.test(name) || holdsDates(columnIn(graph, of, name)))
  const sources = columns.filter(({ name }) => sourceNames.test(name))
  const found = {
    typedNodes,
    edgesWithPredicate,
    positionedNodes: placedNodeCount(graph),
    datedItems: Math.max(maxPresent(dates), presentCount(graph.statements.date, graph.statements.count)),
    sourcedItems: Math.max(maxPresent(sources), graph.statements.count),
  }
  return {
    format,
    nodes: graph.nodes.count,
    edges: graph.edges.count,
    ...found,
    columns,
    ...(roles && { roles }),
    repairs: [...collector.repairs].map(([kind, repair]) => ({ kind, ...repair })),
    guesses: [...collector.guesses, ...valueMessages(collector)],
    gaps: gapsOf(graph, found),
  }
}

/** What is said about the types of values. */
function valueMessages({ nodes, edges }: GraphCollector): Message[] {
  return [...nodes.all.values(), ...edges.all.values()].flatMap(({ name, isMixed, digits }) => {
    const [example] = digits.values()
    return [
      ...(isMixed ? [message('valueTypes', 'mixedTypes', { column: name })] : []),
      ...(example === undefined
        ? []
        : [message('valueTypes', 'digitsKept', { column: name, count: digits.size, example })]),
    ]
  })
}

type Found = Pick<ImportReport, 'typedNodes' | 'edgesWithPredicate' | 'positionedNodes' | 'datedItems' | 'sourcedItems'>

const columnIn = ({ nodes, edges }: Graph, of: 'node' | 'edge', name: string): Column | undefined =>
  (of === 'node' ? nodes : edges).attributes.get(name)

/** Maximum number of cells that are tested for being dates. */
const sampleSize = 200
const isoDate = /^\d{4}-\d{2}(-\d{2}([T ]\d.*)?)?$/

/** Whether at least 80 % of the first cells are dates in ISO 8601. */
function holdsDates(column: Column | undefined): boolean {
  if (column?.kind !== 'text' && column?.kind !== 'category') return false
  const [texts, length] =
    column.kind === 'text'
      ? [(row: number) => textAt(column, row), column.offsets.length - 1]
      : [(row: number) => column.dictionary[row]!, column.dictionary.length]
  const cells = Array.from({ length: Math.min(sampleSize, length) }, (_, row) => texts(row)).filter(
    (text) => text !== '',
  )
  return cells.length > 0 && cells.filter((text) => isoDate.test(text)).length >= 0.8 * cells.length
}

/** Whether nodes can be laid out along a column of dates or numbers. */
const hasTimeColumn = ({ attributes }: Graph['nodes']): boolean =>
  [...attributes].some(([name, column]) => timeColumnKind(name, column) !== undefined)

function gapsOf(graph: Graph, { typedNodes, edgesWithPredicate, positionedNodes, sourcedItems }: Found): Message[] {
  const { nodes, edges } = graph
  const coordinates = nodes.attributes.has('latitude') && nodes.attributes.has('longitude')
  const gaps: (Message | false)[] = [
    typedNodes === 0 && nodes.count > 0 && message('files', 'noTypes'),
    edgesWithPredicate === 0 && edges.count > 0 && message('files', 'noRelations'),
    positionedNodes < nodes.count && positionGap(graph, nodes.count - positionedNodes),
    !hasTimeColumn(nodes) && message('files', 'noDatesOnNodes'),
    !coordinates && message('files', 'noCoordinates'),
    graph.statements.count === 0 && message('files', sourcedItems === 0 ? 'noSources' : 'noStatements'),
  ]
  return gaps.filter((gap) => gap !== false)
}

function positionGap(graph: Graph, count: number): Message {
  if (count === graph.nodes.count) return message('files', 'noPositions')
  return message('files', keepsImportedPositions(graph) ? 'missingPositions' : 'fewPositions', { count })
}

function columnsOf({ nodes, edges }: GraphCollector, graph: Graph, of: 'node' | 'edge'): ImportColumnReport[] {
  const { attributes, count } = of === 'node' ? graph.nodes : graph.edges
  const builders = (of === 'node' ? nodes : edges).all
  const coordinates = of === 'node' ? coordinateColumnNames(nodes, count) : []
  const nameInFile = new Map([...coordinates].map(([name, meaning]) => [meaning, name]))
  const columns = [...attributes].map(([attribute, column]): ImportColumnReport => {
    const name = builders.has(attribute)
      ? attribute
      : (nameInFile.get(attribute) ?? attribute.replace(/ \(column\)$/, ''))
    return {
      of,
      name,
      kind: column.kind,
      present: presentCount(column, count),
      unparsed: builders.get(name)?.unreadable,
    }
  })
  const skipped = [...builders.values()].filter(({ chosenKind }) => chosenKind === 'skip')
  return [...columns, ...skipped.map(({ name }): ImportColumnReport => ({ of, name, kind: 'text', present: 0 }))]
}

function presentCount(column: Column, count: number): number {
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

/** The report of a graph from a lossless format: nothing was guessed or repaired. */
export function losslessReadReport(graph: Graph, format: string): ImportReport {
  const { nodes, edges } = graph
  const columns = (['node', 'edge'] as const).flatMap((of) =>
    [...(of === 'node' ? nodes : edges).attributes].map(([name, column]): ImportColumnReport => ({
      of,
      name,
      kind: column.kind,
      present: presentCount(column, of === 'node' ? nodes.count : edges.count),
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
