import type { FacetChoice, Filter } from '../../analysis/filter/filter'
import { facetChoiceOf } from '../../analysis/filter/filter'
import type { VisibleRows } from '../../analysis/filter/applyFilter'
import { edgeAgreements } from '../../model/agreement'
import { NONE } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { memoizeByGraph } from '../../model/graph'
import { lineStyleOfAgreement, lineStyles, type LineStyle } from '../../model/lineStyle'
import { familyChoice, typeChoice } from '../filter/typeChoice'
import { memoizeByPair } from '../view/memoizeByPair'
import { lineStyleLabels, bilingualValueLabel, type BilingualLabel } from '../text/valueLabels'
import { visibleRows } from '../view/filterResult'

/** A kind of node that is on screen; `key` says whether families or, where there are none, types are told apart. */
export interface NodeKindEntry extends BilingualLabel {
  readonly key: 'family' | 'type'
  readonly value: string
  readonly count: number
  readonly choice: FacetChoice | 'some'
}

/** A line style of edges that is on screen. */
export interface EdgeLineEntry {
  readonly value: LineStyle
  readonly label: string
  readonly count: number
  readonly choice: FacetChoice
}

/** What the canvas shows and how often; what is not on screen is not explained. */
interface LegendEntries {
  readonly kinds: readonly NodeKindEntry[]
  /** Types that are on screen beyond those that are listed. */
  readonly omittedKindCount: number
  readonly lines: readonly EdgeLineEntry[]
  readonly contestedEdgeCount: number
  /** Edges of different numbers of origins are on screen, so that their widths need explaining. */
  readonly showsWidths: boolean
}

/** A legend longer than this is no help. */
const maxKinds = 10

/** What the canvas's signs mean, with how many of each the filter leaves. What is wanted stays, so that it can be freed. */
export const legendEntries: (graph: Graph, filter: Filter) => LegendEntries = memoizeByPair(
  (graph: Graph, filter: Filter): LegendEntries => {
    const left = visibleRows(graph, filter)
    const kinds = kindsIn(graph, filter, left)
    const edges = linesIn(graph, left)
    return {
      kinds: kinds.slice(0, maxKinds),
      omittedKindCount: Math.max(0, kinds.length - maxKinds),
      lines: lineStyles.flatMap((value): EdgeLineEntry[] => {
        const choice = facetChoiceOf(filter, 'line', value)
        const count = edges.counts[value]
        return count > 0 || choice === 'wanted' ? [{ value, label: lineStyleLabels[value], count, choice }] : []
      }),
      contestedEdgeCount: edges.contested,
      showsWidths: edges.origins.size > 1,
    }
  },
)

function kindsIn(graph: Graph, filter: Filter, left: VisibleRows): readonly NodeKindEntry[] {
  const { families, types } = graph.schema
  const counts = typeCounts(graph, left)
  const byType = types.map(({ id }) => ({ key: 'type' as const, value: id, count: counts.get(id) ?? 0 }))
  const byFamily = families.map(({ id }) => {
    const count = types.reduce((sum, type) => sum + (type.family === id ? (counts.get(type.id) ?? 0) : 0), 0)
    return { key: 'family' as const, value: id, count }
  })
  const kinds = families.length > 0 ? byFamily : byType.toSorted((a, b) => b.count - a.count)
  return kinds
    .map(({ key, value, count }) => {
      const choice = key === 'family' ? familyChoice(graph, filter, value) : typeChoice(graph, filter, value)
      const { label, ja } = bilingualValueLabel(graph, key, value)
      return { key, value, count, choice, label, ja }
    })
    .filter(({ count, choice }) => count > 0 || choice === 'wanted')
}

function typeCounts({ nodes }: Graph, left: VisibleRows): ReadonlyMap<string, number> {
  const { codes, dictionary } = nodes.type
  const counts = new Uint32Array(dictionary.length)
  for (let row = 0; row < codes.length; row++) if (codes[row] !== NONE && left.nodes[row]) counts[codes[row]!]!++
  return new Map(dictionary.map((type, code) => [type, counts[code]!]))
}

/** How each edge looks, by row. */
const lineStyleByEdge = memoizeByGraph((graph): readonly LineStyle[] => edgeAgreements(graph).map(lineStyleOfAgreement))

function linesIn(graph: Graph, left: VisibleRows) {
  const counts: Record<LineStyle, number> = { sure: 0, likely: 0, said: 0, unclear: 0, not: 0, bare: 0 }
  // Where nothing is stated every edge is bare, and a million of them need not be asked.
  if (graph.statements.count === 0)
    return { counts: { ...counts, bare: left.edgeCount }, origins: new Set([1]), contested: 0 }
  const origins = new Set<number>()
  const agreements = edgeAgreements(graph)
  const styles = lineStyleByEdge(graph)
  let contested = 0
  left.edges.forEach((visible, row) => {
    if (!visible) return
    counts[styles[row]!]++
    origins.add(Math.min(3, agreements[row]!.corroboration || 1))
    if (agreements[row]!.verdict === 'contested') contested++
  })
  return { counts, origins, contested }
}
