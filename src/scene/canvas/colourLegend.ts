import type { FacetChoice } from '../../analysis/filter/filter'
import { facetChoiceOf } from '../../analysis/filter/filter'
import { assignCategoryColours, colourRampMidpoint, colourRampOf } from '../../drawing/nodeColouring'
import { nodeStyles } from '../../drawing/nodeStyles'
import { paletteColours, colourPalettes, rampColourCount, paletteOffsets } from '../../drawing/colourPalette'
import type { CategoryColumn, ListColumn, NumberColumn } from '../../model/columns'
import type { Texts } from '../../messages/texts.en'
import type { Graph } from '../../model/graph'
import { bilingualValueLabel, type BilingualLabel } from '../text/valueLabels'
import { visibleRows } from '../view/filterResult'
import { filterKeyLabel } from '../filter/filterKeyLabel'
import { asInFile, nodeEncodingOfView } from './viewNodeEncoding'
import type { View } from '../view/view'

/** A colour of the canvas in both themes, as hexadecimal digits. */
export interface ThemedColour {
  readonly light: string
  readonly dark: string
}

/** A value that has a colour of its own. */
export interface ColourLegendRow extends BilingualLabel {
  /** The filter key and its value. */
  readonly key: string
  readonly value: string
  readonly colour: ThemedColour
  readonly count: number
  readonly choice: FacetChoice
}

/** The meaning of the nodes' colours if the view chose what they encode: values, or numbers along a colour ramp. */
export type ColourLegend =
  | {
      readonly kind: 'values'
      readonly title: string
      readonly rows: readonly ColourLegendRow[]
      /** Nodes without a value, or whose value has no colour of its own. */
      readonly others: { readonly count: number; readonly colour: ThemedColour }
    }
  | {
      readonly kind: 'colours'
      readonly title: string
      /** The file's most frequent colours, as hexadecimal digits. */
      readonly colours: readonly string[]
      readonly column: string
      readonly without: { readonly count: number; readonly colour: ThemedColour }
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

/** The meaning of the nodes' sizes. */
export interface SizeLegend {
  readonly title: string
  readonly low: string
  readonly high: string
}

/** Number of the file's colours that the legend shows. */
const maxLegendColours = 12

/** The legend of the nodes' colours; undefined if they encode family and type, as by default. */
export function colourLegend(
  graph: Graph,
  view: Pick<View, 'filter' | 'colour' | 'size'>,
  texts: Texts,
): ColourLegend | undefined {
  const { colour: column } = nodeEncodingOfView(graph, view)
  if (!column) return undefined
  const counts = countsBySlot(graph, view)
  const without = { count: counts[paletteOffsets.other]!, colour: themedColour(paletteOffsets.other) }
  if (column.kind === 'colours')
    return {
      kind: 'colours',
      title: texts.canvas.asInFile,
      colours: column.colours.slice(0, maxLegendColours),
      column: column.column,
      without,
    }
  const title = filterKeyLabel(texts, view.colour ?? 'family')
  if (column.kind === 'number') return numbersLegend({ title, column, counts }, texts)
  return valuesLegend(graph, view, { title, column, counts }, texts)
}

/** The legend of the nodes' sizes; undefined if they encode the number of edges, as by default. */
export function sizeLegend(graph: Graph, view: Pick<View, 'colour' | 'size'>, texts: Texts): SizeLegend | undefined {
  if (view.size === asInFile) return undefined
  const { size } = nodeEncodingOfView(graph, view)
  if (!size || view.size === undefined) return undefined
  const { low, high } = colourRampOf({ kind: 'number', values: size })
  return {
    title: filterKeyLabel(texts, view.size),
    low: formatLegendNumber(low, texts),
    high: formatLegendNumber(high, texts),
  }
}

/** The number of shown nodes of each colour, by the colour's slot in the palette. */
function countsBySlot(graph: Graph, view: Pick<View, 'filter' | 'colour' | 'size'>): Uint32Array {
  const { colour } = nodeStyles(graph, nodeEncodingOfView(graph, view))
  const { nodes } = visibleRows(graph, view.filter)
  const counts = new Uint32Array(256)
  for (let row = 0; row < nodes.length; row++) counts[colour[row]!]! += nodes[row]!
  return counts
}

interface Colouring<Column> {
  readonly title: string
  readonly column: Column
  /** The number of shown nodes, by the slot of their colour. */
  readonly counts: Uint32Array
}

function valuesLegend(
  graph: Graph,
  { filter, colour: key = '' }: Pick<View, 'filter' | 'colour'>,
  { title, column, counts }: Colouring<CategoryColumn | ListColumn>,
  texts: Texts,
): ColourLegend {
  const rows = assignCategoryColours(column).colouredCodes.map((code, index): ColourLegendRow => {
    const value = column.dictionary[code]!
    const slot = paletteOffsets.others + index
    return {
      ...bilingualValueLabel(graph, key, value, texts),
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

function numbersLegend({ title, column, counts }: Colouring<NumberColumn>, texts: Texts): ColourLegend {
  const ramp = colourRampOf(column)
  return {
    kind: 'numbers',
    title,
    ramp: Array.from({ length: rampColourCount }, (_, at) => themedColour(paletteOffsets.ramp + at)),
    low: formatLegendNumber(ramp.low, texts),
    middle: formatLegendNumber(colourRampMidpoint(ramp), texts),
    high: formatLegendNumber(ramp.high, texts),
    without: { count: counts[paletteOffsets.other]!, colour: themedColour(paletteOffsets.other) },
  }
}

const themedColour = (slot: number): ThemedColour => ({
  light: paletteColours(colourPalettes.light)[slot]!,
  dark: paletteColours(colourPalettes.dark)[slot]!,
})

/** Three significant digits; whole numbers in full, and possible years without a thousands separator. */
function formatLegendNumber(value: number, { canvas, format }: Texts): string {
  if (!Number.isFinite(value)) return canvas.noNumber
  if (Math.abs(value) < 1000) return String(Number(value.toPrecision(3)))
  const whole = Math.round(value)
  return whole >= 1000 && whole < 3000 ? String(whole) : format.integer(whole)
}
