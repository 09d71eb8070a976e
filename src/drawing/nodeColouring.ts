import { NONE, type CategoryColumn, type ListColumn, type NumberColumn } from '../model/columns'
import { rampColourCount, paletteOffsets } from './colourPalette'

/** Maximum number of values that have a colour of their own. */
export const maxCategoryColours = 10

/** The value of rows without a value in the columns of filter keys. */
const noValue = 'none'

/** The colours of a column of categories or lists. */
export interface CategoryColourSlots {
  /** Codes of the values with a colour of their own, the most frequent first; equally frequent ones by their text. */
  readonly colouredCodes: readonly number[]
  /** Index into `paletteColours`, by row. A row with several values has the colour of its first. */
  readonly slots: Uint8Array
}

/** Colours for the ten most frequent values, and one for all others and for none. */
export function assignCategoryColours(column: CategoryColumn | ListColumn): CategoryColourSlots {
  const first = firstCodes(column)
  const counts = new Uint32Array(column.dictionary.length)
  for (const code of first) if (code < counts.length) counts[code]!++
  const { dictionary } = column
  const coloured = [...counts.keys()]
    .filter((code) => counts[code]! > 0 && dictionary[code] !== noValue && dictionary[code] !== '')
    .sort((one, other) => counts[other]! - counts[one]! || (dictionary[one]! < dictionary[other]! ? -1 : 1))
    .slice(0, maxCategoryColours)
  const slotOf = new Uint8Array(dictionary.length).fill(paletteOffsets.other)
  coloured.forEach((code, index) => (slotOf[code] = paletteOffsets.others + index))
  const slots = new Uint8Array(first.length)
  for (let row = 0; row < slots.length; row++) slots[row] = slotOf[first[row]!] ?? paletteOffsets.other
  return { colouredCodes: coloured, slots }
}

function firstCodes(column: CategoryColumn | ListColumn): Uint32Array {
  if (column.kind === 'category') return column.codes
  const first = new Uint32Array(column.offsets.length - 1).fill(NONE)
  for (let row = 0; row < first.length; row++)
    if (column.offsets[row]! < column.offsets[row + 1]!) first[row] = column.codes[column.offsets[row]!]!
  return first
}

/** How numbers map to a ramp: linearly, or by their logarithm if all are positive and their range is wide. */
export interface ColourRamp {
  readonly low: number
  readonly high: number
  readonly scale: 'even' | 'logarithm'
}

/** The ratio of the highest to the lowest number from which the scale is logarithmic. */
const wideRange = 100

/** The ramp of a column; low and high are infinite if it has no numbers. */
export function colourRampOf({ values }: NumberColumn): ColourRamp {
  let [low, high] = [Infinity, -Infinity]
  for (const value of values) {
    if (!Number.isFinite(value)) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  return { low, high, scale: low > 0 && high / low > wideRange ? 'logarithm' : 'even' }
}

/** The number in the middle of a ramp. */
export const colourRampMidpoint = ({ low, high, scale }: ColourRamp): number =>
  scale === 'logarithm' ? Math.sqrt(low * high) : (low + high) / 2

/** Indexes into `paletteColours` along the ramp, by row; rows without a number have the colour of others. */
export function rampColourIndexes(column: NumberColumn): Uint8Array {
  const ramp = colourRampOf(column)
  const scaled = ramp.scale === 'logarithm' ? Math.log : (value: number) => value
  // Halved, so that the widest range does not overflow.
  const [start, end] = [scaled(ramp.low) / 2, scaled(ramp.high) / 2]
  const unit = end > start ? (rampColourCount - 1) / (end - start) : 0
  const indexes = new Uint8Array(column.values.length)
  for (let row = 0; row < indexes.length; row++) {
    const value = column.values[row]!
    indexes[row] = Number.isFinite(value)
      ? paletteOffsets.ramp + Math.round((scaled(value) / 2 - start) * unit)
      : paletteOffsets.other
  }
  return indexes
}
