import type { Filter } from '../../analysis/filter/filter'
import { facetChoiceOf, filterStep, filterTerm, termForKey } from '../../analysis/filter/filter'
import { filterKeyNamed } from '../../analysis/filter/filterKeys'
import type { IntervalColumn, NumericRange } from '../../analysis/filter/intervalColumn'
import { printNumber, parseRange, type RangeSyntax } from '../../analysis/filter/numericRange'
import { NO_VALUE } from '../../analysis/filter/rowValues'
import { memoizeByKey } from '../../analysis/incremental'
import type { Graph } from '../../model/graph'
import { graphBeforeLens } from '../../model/statementLens'
import { visibleMasksForKey, withoutFacetSteps, type FacetRow } from './facets'
import { defineFacet, type FacetDefinition } from './facetDefinitions'
import { bilingualValueLabel } from '../text/valueLabels'

/** A stretch of numbers, from its lower bound up to that of the next one, and how many rows lie in it. */
interface HistogramBin {
  readonly low: number
  readonly high: number
  /** What the filter leaves without the facet's own steps, and what there is in all. */
  readonly count: number
  readonly total: number
}

/** How the numbers of a key spread, and what the filter asks of them. */
export interface HistogramFacet extends FacetDefinition {
  readonly scale: RangeSyntax
  /** The least and the greatest number that there is. */
  readonly min: number
  readonly max: number
  /** Where handles may stand: between these, in steps of so much. Milliseconds for dates. */
  readonly sliderMin: number
  readonly sliderMax: number
  readonly sliderStep: number
  readonly bins: readonly HistogramBin[]
  /** The largest total of a bin, which is as high as a bar gets. */
  readonly maxBinTotal: number
  /** Rows without a number; undefined where every row has one. */
  readonly missingRow: FacetRow | undefined
  /** What is asked for, as it is written; empty where a side is open. */
  readonly fromText: string
  readonly toText: string
  /** The same as numbers; infinite where a side is open. */
  readonly selectedRange: NumericRange
}

/** The facet of a key of numbers; undefined for any other key, and where no row has a number. */
export function histogramFacet(graph: Graph, filter: Filter, key: string): HistogramFacet | undefined {
  const whole = graphBeforeLens(graph)
  const filterKey = filterKeyNamed(whole, key)
  if (filterKey?.kind !== 'numbers') return undefined
  const numbers = filterKey.numbers(whole)
  const base = (filterKey.scale.dates ? histogramBaseOfDates : histogramBaseOfNumbers)(numbers)
  if (!base) return undefined
  const [mask] = visibleMasksForKey(whole, withoutFacetSteps(filter, key), filterKey)
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
    maxBinTotal: bins.reduce((most, { total }) => Math.max(most, total), 1),
    missingRow: missingRowOf(whole, filter, key, { count: counts.at(-1)!, total: totals.at(-1)! }),
    ...selectedRangeIn(filter, key, filterKey.scale),
  }
}

function missingRowOf(
  graph: Graph,
  filter: Filter,
  key: string,
  counts: { count: number; total: number },
): FacetRow | undefined {
  if (counts.total === 0) return undefined
  const { label, ja } = bilingualValueLabel(graph, key, NO_VALUE)
  return { key, value: NO_VALUE, label, ja, ...counts, choice: facetChoiceOf(filter, key, NO_VALUE), children: [] }
}

/** What no filter changes of a histogram. */
interface HistogramBase {
  readonly min: number
  readonly max: number
  readonly sliderMin: number
  readonly sliderMax: number
  readonly sliderStep: number
  /** Where the first bin begins, and how wide bins are. */
  readonly low: number
  readonly width: number
  /** The bin of each row; the last one is for rows without a number. */
  readonly binOf: Uint8Array
  /** Rows in each bin, at the end those without a number. */
  readonly totals: Uint32Array
}

/** So many bars are told apart in a panel, at most. */
const maxBins = 30
/** So many places a handle may have, about. */
const handlePositions = 200
const day = 86_400_000

const histogramBaseOfNumbers = memoizeByKey((numbers: IntervalColumn) => histogramBaseOf(numbers, 1))
const histogramBaseOfDates = memoizeByKey((numbers: IntervalColumn) => histogramBaseOf(numbers, day))

/** Steps are a round number of `coarse`; dates within a month go by minutes instead of days. */
function histogramBaseOf({ low: values }: IntervalColumn, coarse: number): HistogramBase | undefined {
  const { least, most, whole } = extentOf(values)
  if (least > most) return undefined
  const span = Math.min(most - least, Number.MAX_VALUE)
  const unit = coarse === day && span < maxBins * day ? 60_000 : coarse
  const smallest = whole ? unit : 0
  const width = Math.max(smallest, rounded(span / (maxBins - 1), unit)) || 1
  const sliderStep = Math.max(smallest, rounded(span / handlePositions, unit)) || width
  const low = Math.floor(least / width) * width
  // Between fractions the greatest one ends the last bin; of whole numbers each belongs to the bin that it begins.
  const filled = (most - low) / width
  const count = Math.max(1, Math.min(maxBins + 1, whole ? Math.floor(filled) + 1 : Math.ceil(filled - 1e-9)))
  const binOf = binsOf(values, { low, width, count })
  // What is too small to count in steps lies between the ends all the same.
  const ends = {
    min: least,
    max: most,
    sliderMin: Math.min(least, Math.floor(least / sliderStep) * sliderStep),
    sliderMax: Math.max(most, Math.ceil(most / sliderStep) * sliderStep),
  }
  const bare = { ...ends, sliderStep, low, width, binOf, totals: new Uint32Array(count + 1) }
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

function countBins(
  { binOf, totals }: Pick<HistogramBase, 'binOf' | 'totals'>,
  mask: Uint8Array | undefined,
): Uint32Array {
  const counts = new Uint32Array(totals.length)
  if (!mask) for (let row = 0; row < binOf.length; row++) counts[binOf[row]!]!++
  else for (let row = 0; row < binOf.length; row++) counts[binOf[row]!]! += mask[row]!
  return counts
}

const open: NumericRange = { low: -Infinity, high: Infinity }

/** The one range that the facet's own wanted step asks for. */
function selectedRangeIn(
  filter: Filter,
  key: string,
  scale: RangeSyntax,
): Pick<HistogramFacet, 'fromText' | 'toText' | 'selectedRange'> {
  const own = filter.find((each) => !each.off && termForKey(each, key)?.wanted)
  const requested = own ? termForKey(own, key)!.term.values.filter((value) => value !== NO_VALUE) : []
  const range = requested.length === 1 ? parseRange(requested[0]!, scale) : undefined
  if (!range) return { fromText: '', toText: '', selectedRange: open }
  const dots = requested[0]!.indexOf('..')
  if (dots >= 0)
    return { fromText: requested[0]!.slice(0, dots), toText: requested[0]!.slice(dots + 2), selectedRange: range }
  return { fromText: requested[0]!, toText: range.high === Infinity ? '' : requested[0]!, selectedRange: range }
}

/** Sets what is asked of numbers, from one to another as they are written, both empty for nothing; `none` stays as it is. */
export function filterWithRange(filter: Filter, key: string, from: string, to: string): Filter {
  const value = from === to ? from : `${from}..${to}`
  const at = filter.findIndex((each) => !each.off && termForKey(each, key)?.wanted)
  if (at < 0) return value === '' ? filter : [...filter, filterStep(filterTerm(key, [value]))]
  const own = termForKey(filter[at]!, key)!.term
  const values = [...(value === '' ? [] : [value]), ...own.values.filter((each) => each === NO_VALUE)]
  return values.length === 0 ? filter.toSpliced(at, 1) : filter.with(at, { ...filter[at]!, clause: { ...own, values } })
}

/** A place of a handle as it is written in a range: a number, a day, or a minute where days are too coarse. */
export function rangeHandleText(
  value: number,
  { scale, sliderStep }: Pick<HistogramFacet, 'scale' | 'sliderStep'>,
): string {
  if (!scale.dates) return printNumber(Number(value.toPrecision(12)))
  const text = new Date(value).toISOString()
  return sliderStep >= day ? text.slice(0, 10) : text.slice(0, 16)
}
