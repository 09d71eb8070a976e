import { groupAt, NONE, textAt } from '../model/columns'
import { readableDate } from '../model/date'
import type { Graph } from '../model/graph'
import { edgesIn, edgesOut, figuresOf, nodeRows, statementsOfEdge, statementsOfFigure } from '../model/graph'
import { namesOf } from '../model/nodeNames'
import { nodeAt, predicatesById, statementAt, typesById } from '../model/rowRecords'
import type { Statement } from '../model/records'
import { isRelation } from '../model/predicates'
import { readableValue } from '../model/value'
import { UsageFault, type Command } from './cliCommand'
import { graphFrom } from './loadGraph'
import { nodeRow } from './requireNodeRow'

export const show: Command = {
  name: 'show',
  usage: 'NODE [FILE|DIR]',
  summary: "a node's statements as text, each with who says it, when and where",
  async run([id, path], world) {
    if (!id) throw new UsageFault('show needs a node')
    const graph = await graphFrom(path, world)
    const row = nodeRow(graph, id)
    world.out(`${[...head(graph, row), ...body(graph, row)].join('\n')}\n`)
    return 0
  },
}

function head(graph: Graph, row: number): string[] {
  const node = nodeAt(graph, row)
  const type = typesById(graph).get(node.type)?.label ?? node.type
  const others = namesOf(node).slice(1)
  return [
    `${node.label} (${type}, ${node.id})`,
    ...(others.length > 0 ? [others.join(' · ')] : []),
    ...(node.summary ? [node.summary] : []),
  ]
}

function body(graph: Graph, row: number): string[] {
  const figures = [...groupAt(figuresOf(graph), row)].flatMap((figure) => [
    ...groupAt(statementsOfFigure(graph), figure),
  ])
  const edges = [...groupAt(edgesOut(graph), row), ...groupAt(edgesIn(graph), row)]
  const relations = edges.flatMap((edge) => [...groupAt(statementsOfEdge(graph), edge)])
  return [...figures, ...relations].flatMap((statement) => ['', ...lines(graph, statement)])
}

/** The sentence, then a line with its qualifiers and one with the note. */
function lines(graph: Graph, row: number): string[] {
  const statement = statementAt(graph, row)
  const source = graph.sources[graph.statements.source[row]!]!
  const by = graph.statements.by[row]!
  const asserter =
    by === NONE ? (labelOf(graph, source.author) ?? source.publisher ?? source.title) : textAt(graph.nodes.label, by)
  const facts = [
    statement.status,
    asserter,
    statement.date && readableDate(statement.date),
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
  const row = nodeRows(graph).get(id ?? '')
  return row === undefined ? id : textAt(graph.nodes.label, row)
}

function sentence(graph: Graph, { subject, predicate, object, value, polarity }: Statement): string {
  const declared = predicatesById(graph).get(predicate)
  const label = declared?.label ?? predicate
  if (value)
    return `${labelOf(graph, subject)}: ${label} ${polarity ? 'is not ' : ''}${readableValue(value, readableDate)}`
  const negative = declared && isRelation(declared) ? declared.negative : undefined
  const verb = polarity ? (negative ?? `${label} (not)`) : label
  return `${labelOf(graph, subject)} ${verb} ${labelOf(graph, object)}`
}
