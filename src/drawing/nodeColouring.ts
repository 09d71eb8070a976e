import { NONE, type CategoryColumn, type ListColumn, type NumberColumn } from '../model/columns'
import { rampColourCount, paletteOffsets } from './colourPalette'

/** Values that have a colour of their own. */
export const maxCategoryColours = 10

/** The value that rows without one have in the columns of filter keys. */
const noValue = 'none'

export interface CategoryColours {
  /** Codes of the values that have a colour of their own, the most frequent first; equally frequent ones by their words. */
  readonly colouredCodes: readonly number[]
  /** By row: index into the colours of the palette. A row with several values has the colour of its first. */
  readonly slots: Uint8Array
}

/** Ten colours for the ten most frequent values, and one for all others and for none. */
export function categoryColours(column: CategoryColumn | ListColumn): CategoryColours {
  const first = firstCodes(column)
  const counts = new Uint32Array(column.dictionary.length)
  for (const code of first) if (code < counts.length) counts[code]!++
  const { dictionary } = column
  const coloured = [...counts.keys()]
    .filter((code) => counts[code]! > 0 && dictionary[code] !== noValue && dictionary[code] !== '')
    .sort((one, other) => counts[other]! - counts[one]! || (dictionary[one]! < dictionary[other]! ? -1 : 1))
    .slice(0, maxCategoryColours)
  const slotOf = new Uint8Array(dictionary.length).fill(paletteOffsets.other)
  coloured.forEach((code, place) => (slotOf[code] = paletteOffsets.others + place))
  const of = new Uint8Array(first.length)
  for (let row = 0; row < of.length; row++) of[row] = slotOf[first[row]!] ?? paletteOffsets.other
  return { colouredCodes: coloured, slots: of }
}

function firstCodes(column: CategoryColumn | ListColumn): Uint32Array {
  if (column.kind === 'category') return column.codes
  const first = new Uint32Array(column.offsets.length - 1).fill(NONE)
  for (let row = 0; row < first.length; row++)
    if (column.offsets[row]! < column.offsets[row + 1]!) first[row] = column.codes[column.offsets[row]!]!
  return first
}

/** How numbers lie on a ramp: evenly, or by their logarithm where all are positive and far apart. */
export interface ColourRamp {
  readonly low: number
  readonly high: number
  readonly scale: 'even' | 'logarithm'
}

const farApart = 100

/** The ramp of a column; low and high are infinite where it has no numbers. */
export function colourRampOf({ values }: NumberColumn): ColourRamp {
  let [low, high] = [Infinity, -Infinity]
  for (const value of values) {
    if (!Number.isFinite(value)) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  return { low, high, scale: low > 0 && high / low > farApart ? 'logarithm' : 'even' }
}

/** The number in the middle of a ramp. */
export const colourRampMidpoint = ({ low, high, scale }: ColourRamp): number =>
  scale === 'logarithm' ? Math.sqrt(low * high) : (low + high) / 2

/** By row: index into the colours of the palette, along the ramp; what has no number has the colour of others. */
export function rampColourIndexes(column: NumberColumn): Uint8Array {
  const ramp = colourRampOf(column)
  const along = ramp.scale === 'logarithm' ? Math.log : (value: number) => value
  // Halves, so that the widest span is still a number.
  const [start, end] = [along(ramp.low) / 2, along(ramp.high) / 2]
  const unit = end > start ? (rampColourCount - 1) / (end - start) : 0
  const of = new Uint8Array(column.values.length)
  for (let row = 0; row < of.length; row++) {
    const value = column.values[row]!
    of[row] = Number.isFinite(value)
      ? paletteOffsets.ramp + Math.round((along(value) / 2 - start) * unit)
      : paletteOffsets.other
  }
  return of
}
