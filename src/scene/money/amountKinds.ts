import { categoryAt, groupAt, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { perGraph, statementsOfFigure } from '../../model/graph'
import type { Language } from '../../model/nodeNames'
import { isRelation } from '../../model/predicates'
import { predicatesById, valueAt } from '../../model/rowRecords'
import type { FigurePredicate } from '../../model/schema'
import { plainText, statementSentence } from '../text/sentences'

const moneyPredicates = perGraph((graph): ReadonlyMap<string, FigurePredicate> => {
  const figures = [...predicatesById(graph).values()].flatMap((each) => (isRelation(each) ? [] : [each]))
  return new Map(figures.filter(({ value }) => value === 'money').map((each) => [each.id, each]))
})

/** What can be looked at: predicates whose figures are amounts of money, of which a thing has one at a time, in the schema's order. */
export const measuresOf = perGraph((graph) => {
  const counts = new Map<string, number>()
  for (let row = 0; row < graph.figures.count; row++) {
    const id = categoryAt(graph.figures.predicate, row) ?? ''
    if (groupAt(statementsOfFigure(graph), row).length > 0) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return [...moneyPredicates(graph).values()]
    .filter(({ id, stage, single }) => single && !stage && counts.has(id))
    .map(({ id, label }) => ({ id, label, figures: counts.get(id)! }))
})

/** The figures of one measure, and of what is committed and paid where that belongs to it. */
export function moneyFigures(graph: Graph, measure: string, staged: boolean, nodes: Uint8Array) {
  return Array.from({ length: graph.figures.count }, (_, row) => row).flatMap((figure) => {
    const id = categoryAt(graph.figures.predicate, figure) ?? ''
    const stage = moneyPredicates(graph).get(id)?.stage
    const node = graph.figures.subject[figure]!
    if ((id !== measure && !(staged && stage)) || nodes[node] !== 1) return []
    return [{ node, stage, statements: groupAt(statementsOfFigure(graph), figure) }]
  })
}

/** What statements of one measure say is not known or not stated. */
export function unknownOf(
  graph: Graph,
  measure: string,
  staged: boolean,
  asking: { nodes: Uint8Array; language: Language },
) {
  return moneyFigures(graph, measure, staged, asking.nodes).flatMap(({ statements }) =>
    Array.from(statements).flatMap((row) => {
      const value = valueAt(graph, row)
      if (!value || !('unknown' in value)) return []
      return [
        {
          text: plainText(statementSentence(graph, row, asking.language)),
          statement: textAt(graph.statements.id, row),
        },
      ]
    }),
  )
}
