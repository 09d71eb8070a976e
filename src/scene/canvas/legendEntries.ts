import type { Choice, Filter } from '../../analysis/filter/filter'
import { choiceOf } from '../../analysis/filter/filter'
import type { Visible } from '../../analysis/filter/applyFilter'
import { edgeAgreements } from '../../model/agreement'
import { NONE } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { perGraph } from '../../model/graph'
import { lineOf, lines, type Line } from '../../model/lineStyle'
import { familyChoice, typeChoice } from '../filter/typeChoice'
import { memoised } from '../view/memoizeByPair'
import { lineNames, nameOf, type Named } from '../text/valueLabels'
import { shown } from '../view/filterResult'

/** A kind of node that is on screen; `on` says whether families or, where there are none, types are told apart. */
export interface LegendKind extends Named {
  readonly on: 'family' | 'type'
  readonly value: string
  readonly count: number
  readonly choice: Choice | 'some'
}

/** A look of edges that is on screen. */
export interface LegendLine {
  readonly value: Line
  readonly label: string
  readonly count: number
  readonly choice: Choice
}

/** What the canvas shows and how often; what is not on screen is not explained. */
export interface Legend {
  readonly kinds: readonly LegendKind[]
  /** Types that are on screen beyond those that are listed. */
  readonly moreKinds: number
  readonly lines: readonly LegendLine[]
  readonly contested: number
  /** Edges of different numbers of origins are on screen, so that their widths need explaining. */
  readonly widths: boolean
}

/** A legend longer than this is no help. */
const mostKinds = 10

/** What the canvas's signs mean, with how many of each the filter leaves. What is wanted stays, so that it can be freed. */
export const legend: (graph: Graph, filter: Filter) => Legend = memoised((graph: Graph, filter: Filter): Legend => {
  const left = shown(graph, filter)
  const kinds = kindsIn(graph, filter, left)
  const edges = linesIn(graph, left)
  return {
    kinds: kinds.slice(0, mostKinds),
    moreKinds: Math.max(0, kinds.length - mostKinds),
    lines: lines.flatMap((value): LegendLine[] => {
      const choice = choiceOf(filter, 'line', value)
      const count = edges.counts[value]
      return count > 0 || choice === 'wanted' ? [{ value, label: lineNames[value], count, choice }] : []
    }),
    contested: edges.contested,
    widths: edges.origins.size > 1,
  }
})

function kindsIn(graph: Graph, filter: Filter, left: Visible): readonly LegendKind[] {
  const { families, types } = graph.schema
  const counts = typeCounts(graph, left)
  const byType = types.map(({ id }) => ({ on: 'type' as const, value: id, count: counts.get(id) ?? 0 }))
  const byFamily = families.map(({ id }) => {
    const count = types.reduce((sum, type) => sum + (type.family === id ? (counts.get(type.id) ?? 0) : 0), 0)
    return { on: 'family' as const, value: id, count }
  })
  const kinds = families.length > 0 ? byFamily : byType.toSorted((a, b) => b.count - a.count)
  return kinds
    .map(({ on, value, count }) => {
      const choice = on === 'family' ? familyChoice(graph, filter, value) : typeChoice(graph, filter, value)
      const { label, ja } = nameOf(graph, on, value)
      return { on, value, count, choice, label, ja }
    })
    .filter(({ count, choice }) => count > 0 || choice === 'wanted')
}

function typeCounts({ nodes }: Graph, left: Visible): ReadonlyMap<string, number> {
  const { codes, dictionary } = nodes.type
  const counts = new Uint32Array(dictionary.length)
  for (let row = 0; row < codes.length; row++) if (codes[row] !== NONE && left.nodes[row]) counts[codes[row]!]!++
  return new Map(dictionary.map((type, code) => [type, counts[code]!]))
}

/** How each edge looks, by row. */
const edgeLines = perGraph((graph): readonly Line[] => edgeAgreements(graph).map(lineOf))

function linesIn(graph: Graph, left: Visible) {
  const counts: Record<Line, number> = { sure: 0, likely: 0, said: 0, unclear: 0, not: 0, bare: 0 }
  // Where nothing is stated every edge is bare, and a million of them need not be asked.
  if (graph.statements.count === 0)
    return { counts: { ...counts, bare: left.edgeCount }, origins: new Set([1]), contested: 0 }
  const origins = new Set<number>()
  const agreements = edgeAgreements(graph)
  const looks = edgeLines(graph)
  let contested = 0
  left.edges.forEach((visible, row) => {
    if (!visible) return
    counts[looks[row]!]++
    origins.add(Math.min(3, agreements[row]!.corroboration || 1))
    if (agreements[row]!.verdict === 'contested') contested++
  })
  return { counts, origins, contested }
}
