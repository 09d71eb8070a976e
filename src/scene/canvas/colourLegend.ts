import type { FacetChoice } from '../../analysis/filter/filter'
import { facetChoiceOf } from '../../analysis/filter/filter'
import { filterKeyNamed } from '../../analysis/filter/filterKeys'
import { categoryColours, colourRampMidpoint, colourRampOf } from '../../drawing/nodeColouring'
import { nodeStyles } from '../../drawing/nodeStyles'
import { paletteColours, colourPalettes, rampColourCount, paletteOffsets } from '../../drawing/colourPalette'
import type { CategoryColumn, ListColumn, NumberColumn } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { groupThousands } from '../../model/value'
import { bilingualValueLabel, type BilingualLabel } from '../text/valueLabels'
import { visibleRows } from '../view/filterResult'
import { nodeEncodingOfView } from './viewNodeEncoding'
import type { View } from '../view/view'

/** A colour of the canvas in both themes, as hexadecimal digits. */
export interface ThemedColour {
  readonly light: string
  readonly dark: string
}

/** A value with a colour of its own. */
export interface ColourLegendRow extends BilingualLabel {
  /** The filter key and its value. */
  readonly key: string
  readonly value: string
  readonly colour: ThemedColour
  readonly count: number
  readonly choice: FacetChoice
}

/** What the colours of nodes mean where a view says what they tell: values, or numbers along a ramp. */
export type ColourLegend =
  | {
      readonly kind: 'values'
      readonly title: string
      readonly rows: readonly ColourLegendRow[]
      /** Nodes whose value has no colour of its own, or that have none. */
      readonly others: { readonly count: number; readonly colour: ThemedColour }
    }
  | {
      readonly kind: 'numbers'
      readonly title: string
      readonly ramp: readonly ThemedColour[]
      readonly low: string
      readonly middle: string
      readonly high: string
      /** Shown nodes without a number. */
      readonly without: { readonly count: number; readonly colour: ThemedColour }
    }

/** What the sizes of nodes mean. */
export interface SizeLegend {
  readonly title: string
  readonly low: string
  readonly high: string
}

/** What colours mean; undefined where they say family and type as ever. */
export function colourLegend(graph: Graph, view: Pick<View, 'filter' | 'colour' | 'size'>): ColourLegend | undefined {
  const { colour: column } = nodeEncodingOfView(graph, view)
  if (!column || view.colour === undefined) return undefined
  const title = titleOf(graph, view.colour)
  const counts = countsBySlot(graph, view)
  if (column.kind === 'number') return numbersLegend(title, column, counts[paletteOffsets.other]!)
  return valuesLegend(graph, view, { title, column, counts })
}

/** What sizes mean; undefined where they say the number of edges as ever. */
export function sizeLegend(graph: Graph, view: Pick<View, 'colour' | 'size'>): SizeLegend | undefined {
  const { size } = nodeEncodingOfView(graph, view)
  if (!size || view.size === undefined) return undefined
  const { low, high } = colourRampOf({ kind: 'number', values: size })
  return { title: titleOf(graph, view.size), low: formatLegendNumber(low), high: formatLegendNumber(high) }
}

const titleOf = (graph: Graph, key: string): string => filterKeyNamed(graph, key)?.label ?? key.replace(/^@/, '')

/** How many of the nodes that are shown have each colour. */
function countsBySlot(graph: Graph, view: Pick<View, 'filter' | 'colour' | 'size'>): Uint32Array {
  const { colour } = nodeStyles(graph, nodeEncodingOfView(graph, view))
  const { nodes } = visibleRows(graph, view.filter)
  const counts = new Uint32Array(256)
  for (let row = 0; row < nodes.length; row++) counts[colour[row]!]! += nodes[row]!
  return counts
}

interface Colouring {
  readonly title: string
  readonly column: CategoryColumn | ListColumn
  readonly counts: Uint32Array
}

function valuesLegend(
  graph: Graph,
  { filter, colour: key = '' }: Pick<View, 'filter' | 'colour'>,
  { title, column, counts }: Colouring,
): ColourLegend {
  const rows = categoryColours(column).colouredCodes.map((code, place): ColourLegendRow => {
    const value = column.dictionary[code]!
    const slot = paletteOffsets.others + place
    const named = bilingualValueLabel(graph, key, value)
    return {
      ...named,
      key,
      value,
      colour: themedColour(slot),
      count: counts[slot]!,
      choice: facetChoiceOf(filter, key, value),
    }
  })
  return {
    kind: 'values',
    title,
    rows: rows.filter(({ count, choice }) => count > 0 || choice === 'wanted'),
    others: { count: counts[paletteOffsets.other]!, colour: themedColour(paletteOffsets.other) },
  }
}

function numbersLegend(title: string, column: NumberColumn, without: number): ColourLegend {
  const ramp = colourRampOf(column)
  return {
    kind: 'numbers',
    title,
    ramp: Array.from({ length: rampColourCount }, (_, at) => themedColour(paletteOffsets.ramp + at)),
    low: formatLegendNumber(ramp.low),
    middle: formatLegendNumber(colourRampMidpoint(ramp)),
    high: formatLegendNumber(ramp.high),
    without: { count: without, colour: themedColour(paletteOffsets.other) },
  }
}

const themedColour = (slot: number): ThemedColour => ({
  light: paletteColours(colourPalettes.light)[slot]!,
  dark: paletteColours(colourPalettes.dark)[slot]!,
})

/** Three digits that count; whole numbers in full, and years without a comma. */
function formatLegendNumber(value: number): string {
  if (!Number.isFinite(value)) return 'none'
  if (Math.abs(value) < 1000) return String(Number(value.toPrecision(3)))
  const whole = Math.round(value)
  return whole >= 1000 && whole < 3000
    ? String(whole)
    : whole < 0
      ? `-${groupThousands(-whole)}`
      : groupThousands(whole)
}
