import type { GraphReadResult } from '../../src/formats/collect/graphFromCollector'
import { isMessage, type Message } from '../../src/messages/message'
import type { Graph } from '../../src/model/graph'
import { edgeDirections } from '../../src/model/enumerations'
import { edgeRecordAt, nodeRecordAt, nodeTypesById, predicatesById } from '../../src/model/rowRecords'

/** Number of nodes and edges that are listed. */
const listed = 6

const rowsOf = <Row>(count: number, at: (row: number) => Row): Row[] =>
  Array.from({ length: count }, (_, row) => at(row))

/** How often each text occurs, in order of first occurrence. */
function tally(texts: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const text of texts) counts[text] = (counts[text] ?? 0) + 1
  return counts
}

/** A message by its id and arguments, so that a summary does not depend on its wording. */
const messageText = (message: Message | string): string => {
  if (!isMessage(message)) return message
  const { id, args } = message
  const inner = (_: string, value: unknown) => (isMessage(value) ? messageText(value) : value)
  return args === undefined ? id : `${id} ${JSON.stringify(args, inner)}`
}

const nodeText = (graph: Graph, row: number): string => {
  const { id, label, x, y } = nodeRecordAt(graph, row)
  return [id, ...(label === id ? [] : [label]), ...(x === undefined ? [] : [`(${x}, ${y})`])].join(' | ')
}

function edgeText(graph: Graph, row: number): string {
  const { id, source, target, predicate } = edgeRecordAt(graph, row)
  return `${id}: ${source} | ${predicatesById(graph).get(predicate)?.label} | ${target}`
}

const columnText = (name: string, kind: string, present: number): string => `${name}: ${kind}, ${present} values`

/** What is in a file that was read, and what was reported. A title that is only the name of the file is left out. */
export function summaryOf({ graph, report }: GraphReadResult, fileName: string) {
  const { nodes, edges, about } = graph
  const columnsOf = (of: 'node' | 'edge') =>
    report.columns.filter((each) => each.of === of).map(({ name, kind, present }) => columnText(name, kind, present))
  return {
    format: report.format,
    title: about.title.startsWith(fileName) ? undefined : about.title,
    nodes: nodes.count,
    types: tally(rowsOf(nodes.count, (row) => nodeTypesById(graph).get(nodeRecordAt(graph, row).type)?.label ?? '')),
    firstNodes: rowsOf(Math.min(listed, nodes.count), (row) => nodeText(graph, row)),
    nodeColumns: columnsOf('node'),
    edges: edges.count,
    relations: tally(
      rowsOf(edges.count, (row) => {
        const { label, ...rest } = predicatesById(graph).get(edgeRecordAt(graph, row).predicate)!
        return 'symmetric' in rest && rest.symmetric ? `${label} (symmetric)` : label
      }),
    ),
    directions: tally(rowsOf(edges.count, (row) => edgeDirections[edges.direction[row]!]!)),
    firstEdges: rowsOf(Math.min(listed, edges.count), (row) => edgeText(graph, row)),
    edgeColumns: columnsOf('edge'),
    statements: graph.statements.count,
    sources: graph.sources.map(({ id }) => id),
    firstCells: [
      ...rowsOf(Math.min(1, nodes.count), (row) => nodeRecordAt(graph, row).attributes ?? {}),
      ...rowsOf(Math.min(1, edges.count), (row) => edgeRecordAt(graph, row).attributes ?? {}),
    ],
    positioned: report.positionedNodes,
    repairs: report.repairs.map(
      ({ kind, count, examples, how }) =>
        `${count} ${kind} (${examples.map(messageText).join(', ')}): ${messageText(how)}`,
    ),
    guesses: report.guesses.map(messageText),
    gaps: report.gaps.map(messageText),
  }
}
