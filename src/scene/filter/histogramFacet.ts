import type { Filter } from '../../analysis/filter/filter'
import { choiceOf, step, term, termOf } from '../../analysis/filter/filter'
import { keyNamed } from '../../analysis/filter/filterKeys'
import type { Numbers, Range } from '../../analysis/filter/intervalColumn'
import { numberText, rangeOf, type Scale } from '../../analysis/filter/numericRange'
import { NO_VALUE } from '../../analysis/filter/rowValues'
import { kept } from '../../analysis/incremental'
import type { Graph } from '../../model/graph'
import { originalOf } from '../../model/statementLens'
import { maskOf, withoutOwn, type FacetRow } from './facets'
import { headOf, type FacetHead } from './facetDefinitions'
import { nameOf } from '../text/valueLabels'

/** A stretch of numbers, from its lower bound up to that of the next one, and how many rows lie in it. */
export interface Bin {
  readonly low: number
  readonly high: number
  /** What the filter leaves without the facet's own steps, and what there is in all. */
  readonly count: number
  readonly total: number
}

/** How the numbers of a key spread, and what the filter asks of them. */
export interface Spread extends FacetHead {
  readonly scale: Scale
  /** The least and the greatest number that there is. */
  readonly first: number
  readonly last: number
  /** Where handles may stand: between these, in steps of so much. Milliseconds for dates. */
  readonly least: number
  readonly most: number
  readonly step: number
  readonly bins: readonly Bin[]
  /** The largest total of a bin, which is as high as a bar gets. */
  readonly tallest: number
  /** Rows without a number; undefined where every row has one. */
  readonly none: FacetRow | undefined
  /** What is asked for, as it is written; empty where a side is open. */
  readonly from: string
  readonly to: string
  /** The same as numbers; infinite where a side is open. */
  readonly chosen: Range
}

/** The facet of a key of numbers; undefined for any other key, and where no row has a number. */
export function spreadOf(graph: Graph, filter: Filter, on: string): Spread | undefined {
  const whole = originalOf(graph)
  const key = keyNamed(whole, on)
  if (key?.kind !== 'numbers') return undefined
  const numbers = key.numbers(whole)
  const ground = (key.scale.dates ? groundOfDates : groundOfNumbers)(numbers)
  if (!ground) return undefined
  const [mask] = maskOf(whole, withoutOwn(filter, on), key)
  const counts = mask ? countBins(ground, mask) : ground.totals
  const { low, width, totals } = ground
  const bins = Array.from({ length: totals.length - 1 }, (_, at): Bin => {
    return { low: low + at * width, high: low + (at + 1) * width, count: counts[at]!, total: totals[at]! }
  })
  return {
    ...headOf(whole, on, 'range'),
    scale: key.scale,
    first: ground.first,
    last: ground.last,
    least: ground.least,
    most: ground.most,
    step: ground.step,
    bins,
    tallest: bins.reduce((most, { total }) => Math.max(most, total), 1),
    none: noneRow(whole, filter, on, { count: counts.at(-1)!, total: totals.at(-1)! }),
    ...chosenIn(filter, on, key.scale),
  }
}

function noneRow(
  graph: Graph,
  filter: Filter,
  on: string,
  counts: { count: number; total: number },
): FacetRow | undefined {
  if (counts.total === 0) return undefined
  const { label, ja } = nameOf(graph, on, NO_VALUE)
  return { on, value: NO_VALUE, label, ja, ...counts, choice: choiceOf(filter, on, NO_VALUE), rows: [] }
}

/** What no filter changes of a spread. */
interface Ground {
  readonly first: number
  readonly last: number
  readonly least: number
  readonly most: number
  readonly step: number
  /** Where the first bin begins, and how wide bins are. */
  readonly low: number
  readonly width: number
  /** The bin of each row; the last one is for rows without a number. */
  readonly binOf: Uint8Array
  /** Rows in each bin, at the end those without a number. */
  readonly totals: Uint32Array
}

/** So many bars are told apart in a panel, at most. */
const mostBins = 30
/** So many places a handle may have, about. */
const places = 200
const day = 86_400_000

const groundOfNumbers = kept((numbers: Numbers) => groundOf(numbers, 1))
const groundOfDates = kept((numbers: Numbers) => groundOf(numbers, day))

/** Steps are a round number of `coarse`; dates within a month go by minutes instead of days. */
function groundOf({ low: values }: Numbers, coarse: number): Ground | undefined {
  const { least, most, whole } = extentOf(values)
  if (least > most) return undefined
  const span = Math.min(most - least, Number.MAX_VALUE)
  const unit = coarse === day && span < mostBins * day ? 60_000 : coarse
  const smallest = whole ? unit : 0
  const width = Math.max(smallest, rounded(span / (mostBins - 1), unit)) || 1
  const step = Math.max(smallest, rounded(span / places, unit)) || width
  const low = Math.floor(least / width) * width
  // Between fractions the greatest one ends the last bin; of whole numbers each belongs to the bin that it begins.
  const filled = (most - low) / width
  const count = Math.max(1, Math.min(mostBins + 1, whole ? Math.floor(filled) + 1 : Math.ceil(filled - 1e-9)))
  const binOf = binsOf(values, { low, width, count })
  // What is too small to count in steps lies between the ends all the same.
  const ends = {
    first: least,
    last: most,
    least: Math.min(least, Math.floor(least / step) * step),
    most: Math.max(most, Math.ceil(most / step) * step),
  }
  const bare = { ...ends, step, low, width, binOf, totals: new Uint32Array(count + 1) }
  return { ...bare, totals: countBins(bare, undefined) }
}

/** The least and the greatest finite number, and whether all are whole. */
function extentOf(values: Float64Array): { least: number; most: number; whole: boolean } {
  let [least, most, whole] = [Infinity, -Infinity, true]
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!
    if (!Number.isFinite(value)) continue
    if (value < least) least = value
    if (value > most) most = value
    whole &&= Number.isInteger(value)
  }
  return { least, most, whole }
}

/** The bin of each number: what is infinite stands with the first or the last; NaN is no number. */
function binsOf(
  values: Float64Array,
  { low, width, count }: { low: number; width: number; count: number },
): Uint8Array {
  const bins = new Uint8Array(values.length)
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!
    bins[row] = value === value ? Math.max(0, Math.min(count - 1, Math.floor((value - low) / width))) : count
  }
  return bins
}

/** The next larger of 1, 2 and 5 times a power of ten, in units. */
function rounded(value: number, unit: number): number {
  if (value <= 0) return 0
  const power = 10 ** Math.floor(Math.log10(value / unit))
  const factor = [1, 2, 5, 10].find((each) => each * power * unit >= value * (1 - 1e-9))!
  return factor * power * unit
}

function countBins({ binOf, totals }: Pick<Ground, 'binOf' | 'totals'>, mask: Uint8Array | undefined): Uint32Array {
  const counts = new Uint32Array(totals.length)
  if (!mask) for (let row = 0; row < binOf.length; row++) counts[binOf[row]!]!++
  else for (let row = 0; row < binOf.length; row++) counts[binOf[row]!]! += mask[row]!
  return counts
}

const open: Range = { low: -Infinity, high: Infinity }

/** The one range that the facet's own wanted step asks for. */
function chosenIn(filter: Filter, on: string, scale: Scale): Pick<Spread, 'from' | 'to' | 'chosen'> {
  const own = filter.find((each) => !each.off && termOf(each, on)?.wanted)
  const asked = own ? termOf(own, on)!.term.among.filter((value) => value !== NO_VALUE) : []
  const range = asked.length === 1 ? rangeOf(asked[0]!, scale) : undefined
  if (!range) return { from: '', to: '', chosen: open }
  const dots = asked[0]!.indexOf('..')
  if (dots >= 0) return { from: asked[0]!.slice(0, dots), to: asked[0]!.slice(dots + 2), chosen: range }
  return { from: asked[0]!, to: range.high === Infinity ? '' : asked[0]!, chosen: range }
}

/** Sets what is asked of numbers, from one to another as they are written, both empty for nothing; `none` stays as it is. */
export function withRange(filter: Filter, on: string, from: string, to: string): Filter {
  const value = from === to ? from : `${from}..${to}`
  const at = filter.findIndex((each) => !each.off && termOf(each, on)?.wanted)
  if (at < 0) return value === '' ? filter : [...filter, step(term(on, [value]))]
  const own = termOf(filter[at]!, on)!.term
  const among = [...(value === '' ? [] : [value]), ...own.among.filter((each) => each === NO_VALUE)]
  return among.length === 0 ? filter.toSpliced(at, 1) : filter.with(at, { ...filter[at]!, clause: { ...own, among } })
}

/** A place of a handle as it is written in a range: a number, a day, or a minute where days are too coarse. */
export function placeText(value: number, { scale, step: width }: Pick<Spread, 'scale' | 'step'>): string {
  if (!scale.dates) return numberText(Number(value.toPrecision(12)))
  const text = new Date(value).toISOString()
  return width >= day ? text.slice(0, 10) : text.slice(0, 16)
}
