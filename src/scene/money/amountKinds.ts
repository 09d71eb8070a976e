import type { Texts } from '../../messages/texts.en'
import { categoryAt, rowsOfGroup, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { memoizeByGraph, statementsByFigure } from '../../model/graph'
import { isRelationPredicate } from '../../model/predicates'
import { predicatesById, statementValueAt } from '../../model/rowRecords'
import type { FigurePredicate } from '../../model/schema'
import { sentenceText, statementSentence } from '../text/sentences'

const moneyPredicates = memoizeByGraph((graph): ReadonlyMap<string, FigurePredicate> => {
  const figures = [...predicatesById(graph).values()].flatMap((each) => (isRelationPredicate(each) ? [] : [each]))
  return new Map(figures.filter(({ value }) => value === 'money').map((each) => [each.id, each]))
})

/** What can be looked at: predicates whose figures are amounts of money, of which a thing has one at a time, in the schema's order. */
export const amountKinds = memoizeByGraph((graph) => {
  const counts = new Map<string, number>()
  for (let row = 0; row < graph.figures.count; row++) {
    const id = categoryAt(graph.figures.predicate, row) ?? ''
    if (rowsOfGroup(statementsByFigure(graph), row).length > 0) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return [...moneyPredicates(graph).values()]
    .filter(({ id, stage, single }) => single && !stage && counts.has(id))
    .map(({ id, label }) => ({ id, label, figures: counts.get(id)! }))
})

/** The figures of one kind of amount, and of what is committed and paid where that belongs to it. */
export function moneyFigures(graph: Graph, amountKind: string, staged: boolean, nodes: Uint8Array) {
  return Array.from({ length: graph.figures.count }, (_, row) => row).flatMap((figure) => {
    const id = categoryAt(graph.figures.predicate, figure) ?? ''
    const stage = moneyPredicates(graph).get(id)?.stage
    const node = graph.figures.subject[figure]!
    if ((id !== amountKind && !(staged && stage)) || nodes[node] !== 1) return []
    return [{ node, stage, statements: rowsOfGroup(statementsByFigure(graph), figure) }]
  })
}

/** What statements of one kind of amount say is not known or not stated. */
export function unknownAmounts(
  graph: Graph,
  amountKind: string,
  staged: boolean,
  options: { nodes: Uint8Array; texts: Texts },
) {
  return moneyFigures(graph, amountKind, staged, options.nodes).flatMap(({ statements }) =>
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
