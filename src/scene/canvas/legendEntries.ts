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
import { typeOrFamilyLabel, type BilingualLabel } from '../text/valueLabels'
import { visibleRows } from '../view/filterResult'

/** A kind of shown nodes: a family or, if the schema has no families, a type. */
export interface NodeKindEntry extends BilingualLabel {
  readonly key: 'family' | 'type'
  readonly value: string
  readonly count: number
  readonly choice: FacetChoice | 'some'
}

/** A line style of shown edges; its label is in `texts.terms.lineStyles`. */
export interface EdgeLineEntry {
  readonly value: LineStyle
  readonly count: number
  readonly choice: FacetChoice
}

/** What the canvas shows and how often. The legend does not explain what is not on the canvas. */
interface LegendEntries {
  readonly kinds: readonly NodeKindEntry[]
  /** Number of shown types that are not listed. */
  readonly omittedKindCount: number
  readonly lines: readonly EdgeLineEntry[]
  readonly contestedEdgeCount: number
  /** The shown edges differ in their number of independent sources, so their widths need an explanation. */
  readonly showsWidths: boolean
}

/** A longer legend would not help. */
const maxKinds = 10

/**
 * The entries of the legend, with the number of rows of each that pass the filter. An entry that the filter asks for is there
 * even if its number is 0, so that the click can be undone.
 */
export const legendEntries: (graph: Graph, filter: Filter) => LegendEntries = memoizeByPair(
  (graph: Graph, filter: Filter): LegendEntries => {
    const visible = visibleRows(graph, filter)
    const kinds = kindsOf(graph, filter, visible)
    const edges = edgeCountsOf(graph, visible)
    return {
      kinds: kinds.slice(0, maxKinds),
      omittedKindCount: Math.max(0, kinds.length - maxKinds),
      lines: lineStyles.flatMap((value): EdgeLineEntry[] => {
        const choice = facetChoiceOf(filter, 'line', value)
        const count = edges.counts[value]
        return count > 0 || choice === 'wanted' ? [{ value, count, choice }] : []
      }),
      contestedEdgeCount: edges.contested,
      showsWidths: edges.sourceCounts.size > 1,
    }
  },
)

function kindsOf(graph: Graph, filter: Filter, visible: VisibleRows): readonly NodeKindEntry[] {
  const { families, types } = graph.schema
  const counts = typeCounts(graph, visible)
  const byType = types.map(({ id }) => ({ key: 'type' as const, value: id, count: counts.get(id) ?? 0 }))
  const byFamily = families.map(({ id }) => {
    const count = types.reduce((sum, type) => sum + (type.family === id ? (counts.get(type.id) ?? 0) : 0), 0)
    return { key: 'family' as const, value: id, count }
  })
  const kinds = families.length > 0 ? byFamily : byType.toSorted((a, b) => b.count - a.count)
  return kinds
    .map(({ key, value, count }) => {
      const choice = key === 'family' ? familyChoice(graph, filter, value) : typeChoice(graph, filter, value)
      const { label, ja } = typeOrFamilyLabel(graph, key, value)
      return { key, value, count, choice, label, ja }
    })
    .filter(({ count, choice }) => count > 0 || choice === 'wanted')
}

function typeCounts({ nodes }: Graph, visible: VisibleRows): ReadonlyMap<string, number> {
  const { codes, dictionary } = nodes.type
  const counts = new Uint32Array(dictionary.length)
  for (let row = 0; row < codes.length; row++) if (codes[row] !== NONE && visible.nodes[row]) counts[codes[row]!]!++
  return new Map(dictionary.map((type, code) => [type, counts[code]!]))
}

/** The line style of each edge, by row. */
const lineStyleByEdge = memoizeByGraph((graph): readonly LineStyle[] => edgeAgreements(graph).map(lineStyleOfAgreement))

/** The number of visible edges of each line style, how many are contested, and which numbers of sources occur (3 for more). */
function edgeCountsOf(graph: Graph, visible: VisibleRows) {
  const counts: Record<LineStyle, number> = { sure: 0, likely: 0, said: 0, unclear: 0, not: 0, bare: 0 }
  // Without statements every edge is bare, so a million of them need not be looked at.
  if (graph.statements.count === 0)
    return { counts: { ...counts, bare: visible.edgeCount }, sourceCounts: new Set([1]), contested: 0 }
  const sourceCounts = new Set<number>()
  const agreements = edgeAgreements(graph)
  const styles = lineStyleByEdge(graph)
  let contested = 0
  visible.edges.forEach((isVisible, row) => {
    if (!isVisible) return
    counts[styles[row]!]++
    sourceCounts.add(Math.min(3, agreements[row]!.corroboration || 1))
    if (agreements[row]!.verdict === 'contested') contested++
  })
  return { counts, sourceCounts, contested }
}
