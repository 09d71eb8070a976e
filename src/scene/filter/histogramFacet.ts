import type { Texts } from '../../messages/texts.en'
import type { Filter } from '../../analysis/filter/filter'
import { facetChoiceOf, filterStep, filterTerm, termForKey } from '../../analysis/filter/filter'
import type { VisibleRows } from '../../analysis/filter/applyFilter'
import { isTopological, type FilterKeyDefinition } from '../../analysis/filter/filterKey'
import { filterKeyNamed } from '../../analysis/filter/filterKeys'
import type { IntervalColumn, NumericRange } from '../../analysis/filter/intervalColumn'
import { printNumber, parseRange, type RangeSyntax } from '../../analysis/filter/numericRange'
import { NO_VALUE } from '../../analysis/filter/rowValues'
import { memoizeByKey } from '../../analysis/incremental'
import type { Graph } from '../../model/graph'
import { graphBeforeLens } from '../../model/statementLens'
import { filterForFacet, visibleMasksForKey, type FacetRow } from './facets'
import { defineFacet, type FacetDefinition } from './facetDefinitions'
import { visibleFor } from '../view/filterResult'
import { bilingualValueLabel } from '../text/valueLabels'

/** An interval of numbers, including its lower bound, with the number of rows in it. */
interface HistogramBin {
  readonly low: number
  readonly high: number
  /** Rows that pass the filter without the facet's own steps, and all rows. */
  readonly count: number
  readonly total: number
}

/** The distribution of a key's numbers, and the range that the filter selects. */
export interface HistogramFacet extends FacetDefinition {
  readonly scale: RangeSyntax
  /** The smallest and the largest number. */
  readonly min: number
  readonly max: number
  /** Range and step of the slider's handles; milliseconds for dates. */
  readonly sliderMin: number
  readonly sliderMax: number
  readonly sliderStep: number
  readonly bins: readonly HistogramBin[]
  /** The largest total of a bin: the height of the highest bar. */
  readonly maxBinTotal: number
  /** Rows without a number; undefined if every row has one. */
  readonly missingRow: FacetRow | undefined
  /** The bounds of the selected range as they are written; empty if a side is open. */
  readonly fromText: string
  readonly toText: string
  /** The same as numbers; infinite if a side is open. */
  readonly selectedRange: NumericRange
}

/** The facet of a numeric key; undefined for any other key, and if no row has a number. */
export function histogramFacet(graph: Graph, filter: Filter, key: string, texts: Texts): HistogramFacet | undefined {
  const whole = graphBeforeLens(graph)
  const filterKey = filterKeyNamed(whole, key)
  if (filterKey?.kind !== 'numbers') return undefined
  const received = filterForFacet(filter, key)
  const numbers = numbersReceived(whole, received, filterKey)
  const base = (filterKey.scale.dates ? histogramBaseOfDates : histogramBaseOfNumbers)(numbers)
  if (!base) return undefined
  const [mask] = visibleMasksForKey(whole, received, filterKey)
  const counts = mask ? countBins(base, mask) : base.totals
  const { low, width, totals } = base
  const bins = Array.from({ length: totals.length - 1 }, (_, at): HistogramBin => {
    return { low: low + at * width, high: low + (at + 1) * width, count: counts[at]!, total: totals[at]! }
  })
  return {
    ...defineFacet(whole, key, 'range'),
    scale: filterKey.scale,
    min: base.min,
    max: base.max,
    sliderMin: base.sliderMin,
    sliderMax: base.sliderMax,
    sliderStep: base.sliderStep,
    bins,
    maxBinTotal: bins.reduce((max, { total }) => Math.max(max, total), 1),
    missingRow:
      totals.at(-1)! > 0 && !isTopological(filterKey)
        ? { ...missingRow(whole, filter, key, texts), count: counts.at(-1)!, total: totals.at(-1)! }
        : undefined,
    ...selectedRangeIn(filter, key, filterKey.scale),
  }
}

/** The numbers of a key; those of degrees count the edges that the facet's step receives, and rows outside have none. */
function numbersReceived(graph: Graph, filter: Filter, key: FilterKeyDefinition & { kind: 'numbers' }): IntervalColumn {
  if (!key.numbersWithin || filter.every(({ off }) => off)) return key.numbers(graph)
  const part = visibleFor(graph, filter)
  return numbersInside(key.numbersWithin(graph, part))(part)
}

const numbersInside = memoizeByKey(({ low: numbers }: IntervalColumn) =>
  memoizeByKey(({ nodes }: VisibleRows): IntervalColumn => {
    const low = numbers.map((value, row) => (nodes[row] === 1 ? value : NaN))
    return { low, high: low }
  }),
)

/** The row of "none", without its counts. */
const missingRow = (graph: Graph, filter: Filter, key: string, texts: Texts): Omit<FacetRow, 'count' | 'total'> => ({
  key,
  value: NO_VALUE,
  ...bilingualValueLabel(graph, key, NO_VALUE, texts),
  choice: facetChoiceOf(filter, key, NO_VALUE),
  children: [],
})

/** The part of a histogram that does not depend on the filter. */
interface HistogramBase {
  readonly min: number
  readonly max: number
  readonly sliderMin: number
  readonly sliderMax: number
  readonly sliderStep: number
  /** Lower bound of the first bin, and the width of all bins. */
  readonly low: number
  readonly width: number
  /** The bin of each row; the last bin is for rows without a number. */
  readonly binOf: Uint8Array
  /** Number of rows in each bin, and at the end of those without a number. */
  readonly totals: Uint32Array
}

/** Approximate maximum of bins: more bars cannot be distinguished in the panel. */
const maxBins = 30
/** Approximate number of positions of a handle. */
const handlePositions = 200
const millisecondsPerDay = 86_400_000

const histogramBaseOfNumbers = memoizeByKey((numbers: IntervalColumn) => histogramBaseOf(numbers, 1))
const histogramBaseOfDates = memoizeByKey((numbers: IntervalColumn) => histogramBaseOf(numbers, millisecondsPerDay))

/** Bin widths and slider steps are round multiples of `coarseUnit`; dates within a month use minutes instead of days. */
function histogramBaseOf({ low: values }: IntervalColumn, coarseUnit: number): HistogramBase | undefined {
  const { min, max, isInteger } = extentOf(values)
  if (min > max) return undefined
  const span = Math.min(max - min, Number.MAX_VALUE)
  const isShort = coarseUnit === millisecondsPerDay && span < maxBins * millisecondsPerDay
  const unit = isShort ? 60_000 : coarseUnit
  const smallest = isInteger ? unit : 0
  const width = Math.max(smallest, roundUp(span / (maxBins - 1), unit)) || 1
  const sliderStep = Math.max(smallest, roundUp(span / handlePositions, unit)) || width
  const low = Math.floor(min / width) * width
  // The largest fraction may lie on the upper bound of the last bin; a whole number belongs to the bin that it begins.
  const filled = (max - low) / width
  const count = Math.max(1, Math.min(maxBins + 1, isInteger ? Math.floor(filled) + 1 : Math.ceil(filled - 1e-9)))
  const binOf = binsOf(values, { low, width, count })
  // Rounding to steps may fail for tiny numbers, so the slider's ends include them explicitly.
  const ends = {
    min,
    max,
    sliderMin: Math.min(min, Math.floor(min / sliderStep) * sliderStep),
    sliderMax: Math.max(max, Math.ceil(max / sliderStep) * sliderStep),
  }
  const base = { ...ends, sliderStep, low, width, binOf, totals: new Uint32Array(count + 1) }
  return { ...base, totals: countBins(base, undefined) }
}

/** The smallest and the largest finite number, and whether all are integers. */
function extentOf(values: Float64Array): { min: number; max: number; isInteger: boolean } {
  let [min, max, isInteger] = [Infinity, -Infinity, true]
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!
    if (!Number.isFinite(value)) continue
    if (value < min) min = value
    if (value > max) max = value
    isInteger &&= Number.isInteger(value)
  }
  return { min, max, isInteger }
}

/** The bin of each number: infinities are in the first or last bin, NaN counts as missing. */
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

/** Rounds up to 1, 2 or 5 times a power of ten, in units. */
function roundUp(value: number, unit: number): number {
  if (value <= 0) return 0
  const power = 10 ** Math.floor(Math.log10(value / unit))
  const factor = [1, 2, 5, 10].find((each) => each * power * unit >= value * (1 - 1e-9))!
  return factor * power * unit
}

function countBins(
  { binOf, totals }: Pick<HistogramBase, 'binOf' | 'totals'>,
  mask: Uint8Array | undefined,
): Uint32Array {
  const counts = new Uint32Array(totals.length)
  if (!mask) for (let row = 0; row < binOf.length; row++) counts[binOf[row]!]!++
  else for (let row = 0; row < binOf.length; row++) counts[binOf[row]!]! += mask[row]!
  return counts
}

const openRange: NumericRange = { low: -Infinity, high: Infinity }

/** The range of the facet's own including step, if it has exactly one. */
function selectedRangeIn(
  filter: Filter,
  key: string,
  scale: RangeSyntax,
): Pick<HistogramFacet, 'fromText' | 'toText' | 'selectedRange'> {
  const own = filter.find((each) => !each.off && termForKey(each, key)?.wanted)
  const requested = own ? termForKey(own, key)!.term.values.filter((value) => value !== NO_VALUE) : []
  const range = requested.length === 1 ? parseRange(requested[0]!, scale) : undefined
  if (!range) return { fromText: '', toText: '', selectedRange: openRange }
  const dots = requested[0]!.indexOf('..')
  if (dots >= 0)
    return { fromText: requested[0]!.slice(0, dots), toText: requested[0]!.slice(dots + 2), selectedRange: range }
  return { fromText: requested[0]!, toText: range.high === Infinity ? '' : requested[0]!, selectedRange: range }
}

/** Sets the range of a facet, with bounds as they are written; both empty remove it. `none` stays selected. */
export function filterWithRange(filter: Filter, key: string, from: string, to: string): Filter {
  const value = from === to ? from : `${from}..${to}`
  const index = filter.findIndex((each) => !each.off && termForKey(each, key)?.wanted)
  if (index < 0) return value === '' ? filter : [...filter, filterStep(filterTerm(key, [value]))]
  const own = termForKey(filter[index]!, key)!.term
  const values = [...(value === '' ? [] : [value]), ...own.values.filter((each) => each === NO_VALUE)]
  return values.length === 0
    ? filter.toSpliced(index, 1)
    : filter.with(index, { ...filter[index]!, clause: { ...own, values } })
}

/** The position of a handle as it is written in a range: a number, a day, or a minute if days are too coarse. */
export function rangeHandleText(
  value: number,
  { scale, sliderStep }: Pick<HistogramFacet, 'scale' | 'sliderStep'>,
): string {
  if (!scale.dates) return printNumber(Number(value.toPrecision(12)))
  const text = new Date(value).toISOString()
  return sliderStep >= millisecondsPerDay ? text.slice(0, 10) : text.slice(0, 16)
}
