import { rowsOfGroup, NONE, textAt } from '../model/columns'
import { formatDate } from '../model/date'
import type { Graph } from '../model/graph'
import {
  incomingEdges,
  outgoingEdges,
  figuresByNode,
  nodeRowById,
  statementsByEdge,
  statementsByFigure,
} from '../model/graph'
import { allNodeNames } from '../model/nodeNames'
import { nodeRecordAt, predicatesById, statementRecordAt, nodeTypesById } from '../model/rowRecords'
import type { Statement } from '../model/records'
import { isRelationPredicate } from '../model/predicates'
import { formatStatementValue } from '../model/value'
import { UsageFault, type CliCommand } from './cliCommand'
import { loadGraph } from './loadGraph'
import { requireNodeRow } from './requireNodeRow'

export const showCommand: CliCommand = {
  name: 'show',
  usage: 'NODE [FILE|DIR]',
  summary: "a node's statements as text, each with who says it, when and where",
  async run([id, path], world) {
    if (!id) throw new UsageFault('show needs a node')
    const graph = await loadGraph(path, world)
    const row = requireNodeRow(graph, id)
    world.writeOut(`${[...head(graph, row), ...body(graph, row)].join('\n')}\n`)
    return 0
  },
}

function head(graph: Graph, row: number): string[] {
  const node = nodeRecordAt(graph, row)
  const type = nodeTypesById(graph).get(node.type)?.label ?? node.type
  const others = allNodeNames(node).slice(1)
  return [
    `${node.label} (${type}, ${node.id})`,
    ...(others.length > 0 ? [others.join(' · ')] : []),
    ...(node.summary ? [node.summary] : []),
  ]
}

function body(graph: Graph, row: number): string[] {
  const figures = [...rowsOfGroup(figuresByNode(graph), row)].flatMap((figure) => [
    ...rowsOfGroup(statementsByFigure(graph), figure),
  ])
  const edges = [...rowsOfGroup(outgoingEdges(graph), row), ...rowsOfGroup(incomingEdges(graph), row)]
  const relations = edges.flatMap((edge) => [...rowsOfGroup(statementsByEdge(graph), edge)])
  return [...figures, ...relations].flatMap((statement) => ['', ...lines(graph, statement)])
}

/** The sentence, then a line with its qualifiers and one with the note. */
function lines(graph: Graph, row: number): string[] {
  const statement = statementRecordAt(graph, row)
  const source = graph.sources[graph.statements.source[row]!]!
  const by = graph.statements.by[row]!
  const asserter =
    by === NONE ? (labelOf(graph, source.author) ?? source.publisher ?? source.title) : textAt(graph.nodes.label, by)
  const facts = [
    statement.status,
    asserter,
    statement.date && formatDate(statement.date),
    [source.title, statement.locator].filter(Boolean).join(', '),
  ]
  const { derived, note } = statement
  return [
    `- ${sentence(graph, statement)}`,
    `  ${facts.filter(Boolean).join('; ')}`,
    ...(derived ? [`  computed: ${derived.formula}`] : []),
    ...(note ? [`  ${note}`] : []),
  ]
}

const labelOf = (graph: Graph, id: string | undefined): string | undefined => {
  const row = nodeRowById(graph).get(id ?? '')
  return row === undefined ? id : textAt(graph.nodes.label, row)
}

function sentence(graph: Graph, { subject, predicate, object, value, polarity }: Statement): string {
  const declared = predicatesById(graph).get(predicate)
  const label = declared?.label ?? predicate
  if (value)
    return `${labelOf(graph, subject)}: ${label} ${polarity ? 'is not ' : ''}${formatStatementValue(value, formatDate)}`
  const negative = declared && isRelationPredicate(declared) ? declared.negative : undefined
  const verb = polarity ? (negative ?? `${label} (not)`) : label
  return `${labelOf(graph, subject)} ${verb} ${labelOf(graph, object)}`
}
