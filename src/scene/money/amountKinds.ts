import type { Texts } from '../../messages/texts.en'
import { categoryAt, rowsOfGroup, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { memoizeByGraph, statementsByFigure } from '../../model/graph'
import { isRelationPredicate } from '../../model/predicates'
import { predicatesById, statementValueAt } from '../../model/rowRecords'
import type { FigurePredicate } from '../../model/schema'
import { sentenceText, statementSentence } from '../text/sentences'

/** A predicate whose figures are amounts of money, such as cost. */
export interface AmountKind {
  readonly id: string
  readonly label: string
  readonly ja?: string | undefined
  readonly figureCount: number
}

const moneyPredicates = memoizeByGraph((graph): ReadonlyMap<string, FigurePredicate> => {
  const figures = [...predicatesById(graph).values()].flatMap((each) => (isRelationPredicate(each) ? [] : [each]))
  return new Map(figures.filter(({ value }) => value === 'money').map((each) => [each.id, each]))
})

/** The kinds of amount that the graph has figures of and a node has one of at a time, in the schema's order; stages are not among them. */
export const amountKinds = memoizeByGraph((graph): readonly AmountKind[] => {
  const counts = new Map<string, number>()
  for (let row = 0; row < graph.figures.count; row++) {
    const id = categoryAt(graph.figures.predicate, row) ?? ''
    if (rowsOfGroup(statementsByFigure(graph), row).length > 0) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return [...moneyPredicates(graph).values()]
    .filter(({ id, stage, single }) => single && !stage && counts.has(id))
    .map(({ id, label, ja }) => ({ id, label, ja, figureCount: counts.get(id)! }))
})

/**
 * The figures of one kind of amount, of the nodes whose byte in `nodes` is 1; with `includeStages` also those of the
 * predicates for committed and paid amounts.
 */
export function moneyFigures(graph: Graph, amountKind: string, includeStages: boolean, nodes: Uint8Array) {
  return Array.from({ length: graph.figures.count }, (_, row) => row).flatMap((figure) => {
    const id = categoryAt(graph.figures.predicate, figure) ?? ''
    const stage = moneyPredicates(graph).get(id)?.stage
    const node = graph.figures.subject[figure]!
    if ((id !== amountKind && !(includeStages && stage)) || nodes[node] !== 1) return []
    return [{ node, stage, statements: rowsOfGroup(statementsByFigure(graph), figure) }]
  })
}

/** The statements of one kind of amount whose value is unknown or not stated, as sentences. */
export function unknownAmounts(
  graph: Graph,
  amountKind: string,
  includeStages: boolean,
  options: { nodes: Uint8Array; texts: Texts },
) {
  return moneyFigures(graph, amountKind, includeStages, options.nodes).flatMap(({ statements }) =>
    Array.from(statements).flatMap((row) => {
      const value = statementValueAt(graph, row)
      if (!value || !('unknown' in value)) return []
      return [
        {
          text: sentenceText(statementSentence(graph, row, options.texts)),
          statement: textAt(graph.statements.id, row),
        },
      ]
    }),
  )
}
