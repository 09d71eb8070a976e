import type { Choice } from '../../analysis/filter/filter'
import { choiceOf } from '../../analysis/filter/filter'
import { keyNamed } from '../../analysis/filter/filterKeys'
import { categoryColours, middleOf, rampOf } from '../../drawing/nodeColouring'
import { nodeLooks } from '../../drawing/nodeStyles'
import { coloursOf, palettes, rampSteps, slots } from '../../drawing/colourPalette'
import type { CategoryColumn, ListColumn, NumberColumn } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { grouped } from '../../model/value'
import { nameOf, type Named } from '../text/valueLabels'
import { shown } from '../view/filterResult'
import { tellingOf } from './viewNodeEncoding'
import type { View } from '../view/view'

/** A colour of the canvas in both themes, as hexadecimal digits. */
export interface Both {
  readonly light: string
  readonly dark: string
}

/** A value with a colour of its own. */
export interface ColourRow extends Named {
  /** The filter key and its value. */
  readonly on: string
  readonly value: string
  readonly colour: Both
  readonly count: number
  readonly choice: Choice
}

/** What the colours of nodes mean where a view says what they tell: values, or numbers along a ramp. */
export type ColourLegend =
  | {
      readonly kind: 'values'
      readonly title: string
      readonly rows: readonly ColourRow[]
      /** Nodes whose value has no colour of its own, or that have none. */
      readonly others: { readonly count: number; readonly colour: Both }
    }
  | {
      readonly kind: 'numbers'
      readonly title: string
      readonly ramp: readonly Both[]
      readonly low: string
      readonly middle: string
      readonly high: string
      /** Shown nodes without a number. */
      readonly without: { readonly count: number; readonly colour: Both }
    }

/** What the sizes of nodes mean. */
export interface SizeLegend {
  readonly title: string
  readonly low: string
  readonly high: string
}

/** What colours mean; undefined where they say family and type as ever. */
export function colourLegend(graph: Graph, view: Pick<View, 'filter' | 'colour' | 'size'>): ColourLegend | undefined {
  const { colour: column } = tellingOf(graph, view)
  if (!column || view.colour === undefined) return undefined
  const title = titleOf(graph, view.colour)
  const counts = countsBySlot(graph, view)
  if (column.kind === 'number') return numbers(title, column, counts[slots.other]!)
  return values(graph, view, { title, column, counts })
}

/** What sizes mean; undefined where they say the number of edges as ever. */
export function sizeLegend(graph: Graph, view: Pick<View, 'colour' | 'size'>): SizeLegend | undefined {
  const { size } = tellingOf(graph, view)
  if (!size || view.size === undefined) return undefined
  const { low, high } = rampOf({ kind: 'number', values: size })
  return { title: titleOf(graph, view.size), low: written(low), high: written(high) }
}

const titleOf = (graph: Graph, key: string): string => keyNamed(graph, key)?.label ?? key.replace(/^@/, '')

/** How many of the nodes that are shown have each colour. */
function countsBySlot(graph: Graph, view: Pick<View, 'filter' | 'colour' | 'size'>): Uint32Array {
  const { colour } = nodeLooks(graph, tellingOf(graph, view))
  const { nodes } = shown(graph, view.filter)
  const counts = new Uint32Array(256)
  for (let row = 0; row < nodes.length; row++) counts[colour[row]!]! += nodes[row]!
  return counts
}

interface Colouring {
  readonly title: string
  readonly column: CategoryColumn | ListColumn
  readonly counts: Uint32Array
}

function values(
  graph: Graph,
  { filter, colour: on = '' }: Pick<View, 'filter' | 'colour'>,
  { title, column, counts }: Colouring,
): ColourLegend {
  const rows = categoryColours(column).coloured.map((code, place): ColourRow => {
    const value = column.dictionary[code]!
    const slot = slots.others + place
    const named = nameOf(graph, on, value)
    return { ...named, on, value, colour: both(slot), count: counts[slot]!, choice: choiceOf(filter, on, value) }
  })
  return {
    kind: 'values',
    title,
    rows: rows.filter(({ count, choice }) => count > 0 || choice === 'wanted'),
    others: { count: counts[slots.other]!, colour: both(slots.other) },
  }
}

function numbers(title: string, column: NumberColumn, without: number): ColourLegend {
  const ramp = rampOf(column)
  return {
    kind: 'numbers',
    title,
    ramp: Array.from({ length: rampSteps }, (_, at) => both(slots.ramp + at)),
    low: written(ramp.low),
    middle: written(middleOf(ramp)),
    high: written(ramp.high),
    without: { count: without, colour: both(slots.other) },
  }
}

const both = (slot: number): Both => ({
  light: coloursOf(palettes.light)[slot]!,
  dark: coloursOf(palettes.dark)[slot]!,
})

/** Three digits that count; whole numbers in full, and years without a comma. */
function written(value: number): string {
  if (!Number.isFinite(value)) return 'none'
  if (Math.abs(value) < 1000) return String(Number(value.toPrecision(3)))
  const whole = Math.round(value)
  return whole >= 1000 && whole < 3000 ? String(whole) : whole < 0 ? `-${grouped(-whole)}` : grouped(whole)
}
