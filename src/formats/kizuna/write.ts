import type { Agreement } from '../../model/agreement'
import { edgeAgreements, figureAgreements } from '../../model/agreement'
import { groupAt, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { statementsOfEdge, statementsOfFigure } from '../../model/graph'
import { edgeAt, figureAt, nodeAt, statementAt } from '../../model/rows'
import type { Part, Recipe } from '../format'
import { disputesIn, rowsOf } from '../rows'

/** Writes a part as Kizuna JSON: one record a line, always in the same order, so that two exports can be compared line by line. */
export function writeKizuna(part: Part, recipe: Recipe): string {
  const { graph } = part
  const rows = rowsOf(part)
  const disputes = disputesIn(part, rows)
  const lists: readonly (readonly [string, readonly unknown[]])[] = [
    ['nodes', rows.nodes.map((row) => nodeAt(graph, row))],
    ...(rows.asserters.length > 0 ? [['asserters', rows.asserters.map((row) => nodeAt(graph, row))] as const] : []),
    ['edges', rows.edges.map((row) => edgeRecord(graph, row))],
    ['figures', rows.figures.map((row) => figureRecord(graph, row))],
    ['statements', rows.statements.map((row) => statementAt(graph, row))],
    ['sources', rows.sources.map((row) => graph.sources[row]!)],
    ...(disputes.length > 0 ? [['disputes', disputes] as const] : []),
  ]
  const head = Object.entries({ kizuna: 1, dataset: graph.about, recipe, schema: graph.schema })
  const lines = [
    ...head.map(([key, value]) => `"${key}": ${JSON.stringify(value)}`),
    ...lists.map(([key, records]) => `"${key}": ${list(records)}`),
  ]
  return `{\n${lines.join(',\n')}\n}\n`
}

const list = (records: readonly unknown[]): string =>
  records.length === 0 ? '[]' : `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]`

function edgeRecord(graph: Graph, row: number) {
  const { id, source, target, predicate, attributes } = edgeAt(graph, row)
  const { negative, ...rest } = followsFrom(edgeAgreements(graph)[row]!)
  return {
    id,
    source,
    target,
    predicate,
    ...rest,
    ...(negative && { negative }),
    statements: ids(graph, groupAt(statementsOfEdge(graph), row)),
    ...(attributes && { attributes }),
  }
}

function figureRecord(graph: Graph, row: number) {
  const statements = groupAt(statementsOfFigure(graph), row)
  const { negative: _, ...rest } = followsFrom(figureAgreements(graph)[row]!)
  const computed = Array.from(statements, (each) => statementAt(graph, each)).find(({ derived }) => derived)
  return {
    ...figureAt(graph, row),
    ...rest,
    statements: ids(graph, statements),
    ...(computed && { derived: { statement: computed.id, ...computed.derived! } }),
  }
}

const followsFrom = ({ status, negative, corroboration, verdict }: Agreement) => ({
  ...(status && { status }),
  negative,
  corroboration,
  conflict: verdict,
})

const ids = ({ statements }: Graph, rows: Uint32Array): string[] =>
  Array.from(rows, (row) => textAt(statements.id, row))
