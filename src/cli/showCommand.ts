import { textsEn } from '../messages/texts.en'
import { rowsOfGroup, NONE, textAt } from '../model/columns'
import type { Graph } from '../model/graph'
import {
  incomingEdges,
  outgoingEdges,
  figuresByNode,
  nodeRowIndex,
  statementsByEdge,
  statementsByFigure,
} from '../model/graph'
import { allNodeNames } from '../model/nodeNames'
import {
  edgeRecordAt,
  hasNoStatements,
  nodeRecordAt,
  predicatesById,
  statementRecordAt,
  nodeTypesById,
} from '../model/rowRecords'
import type { Node, Statement } from '../model/records'
import { isRelationPredicate } from '../model/predicates'
import { defineCommand } from './cliCommand'
import { graphArgument, loadGraph } from './loadGraph'
import { requireNodeRow } from './requireNodeRow'

export const showCommand = defineCommand({
  name: 'show',
  arguments: [{ name: 'NODE', required: true }, graphArgument],
  options: {},
  summary:
    'print a node with its columns, the statements about it, each with who says it, when and where, and its relations without any',
  async run({ positionals: [id, ...paths] }, environment) {
    const graph = await loadGraph(paths, environment)
    const row = requireNodeRow(graph, id!)
    environment.writeOut(
      `${[...nodeLines(graph, row), ...statementsOfNode(graph, row), ...bareRelations(graph, row)].join('\n')}\n`,
    )
    return 0
  },
})

function nodeLines(graph: Graph, row: number): string[] {
  const node = nodeRecordAt(graph, row)
  const type = nodeTypesById(graph).get(node.type)?.label ?? node.type
  const others = allNodeNames(node).slice(1)
  return [
    `${node.label} (${type}, ${node.id})`,
    ...(others.length > 0 ? [others.join(' · ')] : []),
    ...(node.summary ? [node.summary] : []),
    ...cellLines(node.attributes, ''),
  ]
}

/** One line for each column that has a value: "  weight: 2.5". */
const cellLines = (attributes: Node['attributes'], indent: string): string[] =>
  Object.entries(attributes ?? {}).map(([name, value]) => `${indent}  ${name}: ${[value].flat().join(', ')}`)

/** The edges of a node that have no statements, as those of files without evidence, each with its columns. */
function bareRelations(graph: Graph, row: number): string[] {
  const edges = [...rowsOfGroup(outgoingEdges(graph), row), ...rowsOfGroup(incomingEdges(graph), row)]
  // A loop leaves its node and comes back to it, but is one edge.
  return [...new Set(edges)].flatMap((edge) => {
    if (!hasNoStatements(graph, edge)) return []
    const { source, predicate, target, attributes } = edgeRecordAt(graph, edge)
    const relation = sentence(graph, { subject: source, predicate, object: target })
    return ['', `- ${relation}`, ...cellLines(attributes, '')]
  })
}

/** The statements of a node's figures, then those of its edges. */
function statementsOfNode(graph: Graph, row: number): string[] {
  const figures = [...rowsOfGroup(figuresByNode(graph), row)].flatMap((figure) => [
    ...rowsOfGroup(statementsByFigure(graph), figure),
  ])
  const edges = [...rowsOfGroup(outgoingEdges(graph), row), ...rowsOfGroup(incomingEdges(graph), row)]
  const relations = edges.flatMap((edge) => [...rowsOfGroup(statementsByEdge(graph), edge)])
  return [...figures, ...relations].flatMap((statement) => ['', ...statementLines(graph, statement)])
}

/** The sentence, then a line with its qualifiers, and lines for its formula and note if it has them. */
function statementLines(graph: Graph, row: number): string[] {
  const statement = statementRecordAt(graph, row)
  const source = graph.sources[graph.statements.source[row]!]!
  const by = graph.statements.by[row]!
  const asserter =
    by === NONE ? (labelOf(graph, source.author) ?? source.publisher ?? source.title) : textAt(graph.nodes.label, by)
  const facts = [
    statement.status,
    asserter,
    statement.date && textsEn.format.date(statement.date),
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
  const row = nodeRowIndex(graph).get(id ?? '')
  return row === undefined ? id : textAt(graph.nodes.label, row)
}

type SentenceParts = Pick<Statement, 'subject' | 'predicate' | 'object' | 'value' | 'polarity'>

function sentence(graph: Graph, { subject, predicate, object, value, polarity }: SentenceParts): string {
  const declared = predicatesById(graph).get(predicate)
  const label = declared?.label ?? predicate
  if (value) return `${labelOf(graph, subject)}: ${label} ${polarity ? 'is not ' : ''}${textsEn.format.value(value)}`
  const negative = declared && isRelationPredicate(declared) ? declared.negative : undefined
  const verb = polarity ? (negative ?? `${label} (not)`) : label
  return `${labelOf(graph, subject)} ${verb} ${labelOf(graph, object)}`
}
