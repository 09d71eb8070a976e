import type { FilterKeyDefinition } from '../../analysis/filter/filterKey'
import type { IntervalColumn } from '../../analysis/filter/intervalColumn'
import { printNumber } from '../../analysis/filter/numericRange'
import { NO_VALUE, type RowValues } from '../../analysis/filter/rowValues'
import { memoizeByKey } from '../../analysis/incremental'
import { NONE, type CategoryColumn } from '../../model/columns'
import type { Graph } from '../../model/graph'

/** The values of a key that can be listed and counted. */
interface CountableValues {
  readonly values: RowValues
  readonly figureValues: RowValues | undefined
  /** Whether rows without a value are counted as "none". */
  readonly missing: boolean
}

/** Maximum number of distinct numbers that are listed; more become a range. */
const maxListedNumbers = 12

/** The numbers of a column as values; `many` if there are too many distinct ones. */
const valuesOfNumbers = memoizeByKey(({ low, high }: IntervalColumn): CategoryColumn | 'many' => {
  if (low !== high) return 'many'
  const codeOf = new Map<number, number>()
  for (const value of low)
    if (value === value && !codeOf.has(value) && codeOf.set(value, codeOf.size).size > maxListedNumbers) return 'many'
  const codes = Uint32Array.from(low, (value) => codeOf.get(value) ?? NONE)
  return { kind: 'category', codes, dictionary: [...codeOf.keys()].map(printNumber) }
})

/** The values of a key that can be listed; undefined for ranges of numbers, and texts. */
export function countableValues(graph: Graph, key: FilterKeyDefinition): CountableValues | undefined {
  switch (key.kind) {
    case 'texts':
      return undefined
    case 'words':
      return {
        values: key.values(graph),
        // Predicates of figures are not relations, so they are not counted.
        figureValues: key.id === 'predicate' ? undefined : key.figureValues?.(graph),
        missing: key.missing === true,
      }
    case 'numbers': {
      const values = valuesOfNumbers(key.numbers(graph))
      return values === 'many' ? undefined : { values, figureValues: undefined, missing: true }
    }
  }
}

/** The number of rows of each code, and at the end of rows without a value; in all rows or those of a mask. */
function countByCode(values: RowValues, mask: Uint8Array | undefined): Uint32Array {
  if (!mask) return countAllByCode(values)
  const counts = new Uint32Array(values.dictionary.length + 1)
  if (values.kind === 'category') {
    const { codes } = values
    const last = values.dictionary.length
    for (let row = 0; row < codes.length; row++) counts[Math.min(codes[row]!, last)]! += mask[row]!
    return counts
  }
  const { codes, offsets } = values
  for (let row = 0; row < mask.length; row++) {
    const inside = mask[row]!
    const [start, end] = [offsets[row]!, offsets[row + 1]!]
    if (start === end) counts[values.dictionary.length]! += inside
    for (let at = start; at < end; at++) counts[codes[at]!]! += inside
  }
  return counts
}

const countAllByCode = memoizeByKey((values: RowValues) => {
  const counts = new Uint32Array(values.dictionary.length + 1)
  const last = values.dictionary.length
  const { codes } = values
  for (let at = 0; at < codes.length; at++) counts[Math.min(codes[at]!, last)]!++
  if (values.kind === 'category') return counts
  const { offsets } = values
  for (let row = 0; row < offsets.length - 1; row++) if (offsets[row] === offsets[row + 1]) counts[last]!++
  return counts
})

/** The distinct values that occur, with their counts and the mapping from codes. */
interface DistinctValues {
  readonly values: readonly string[]
  readonly totals: Uint32Array
  /** Index into `values` by code, with one more entry for rows without a value; NONE if the code is not counted. */
  readonly indexByCode: Uint32Array
  readonly figureIndexByCode: Uint32Array
}

/** Merges the codes of edges and figures, and several codes of the same value. */
function computeDistinctValues({ values, figureValues, missing }: CountableValues): DistinctValues {
  const indexOfValue = new Map<string, number>()
  const totals: number[] = []
  const add = (column: RowValues): Uint32Array => {
    const counts = countByCode(column, undefined)
    return counts.map((count, code) => {
      if (count === 0 || (code === column.dictionary.length && !missing)) return NONE
      const value = column.dictionary[code] ?? NO_VALUE
      let index = indexOfValue.get(value)
      if (index === undefined) indexOfValue.set(value, (index = indexOfValue.size))
      totals[index] = (totals[index] ?? 0) + count
      return index
    })
  }
  const indexByCode = add(values)
  const figureIndexByCode = figureValues ? add(figureValues) : new Uint32Array(0)
  return { values: [...indexOfValue.keys()], totals: Uint32Array.from(totals), indexByCode, figureIndexByCode }
}

const distinctValuesCache = memoizeByKey<RowValues, Map<string, DistinctValues>>(() => new Map())

/** The distinct values of a key in the whole graph, with their counts. */
export function distinctValues(countable: CountableValues): DistinctValues {
  const cache = distinctValuesCache(countable.values)
  const cacheKey = `${countable.missing} ${countable.figureValues !== undefined}`
  let distinct = cache.get(cacheKey)
  if (!distinct) cache.set(cacheKey, (distinct = computeDistinctValues(countable)))
  return distinct
}

/** The count of each distinct value within masks: of the rows of the key's own table, and of the nodes that have the figures. */
export function countValuesWithinMasks(
  graph: Graph,
  countable: CountableValues,
  rows: Uint8Array | undefined,
  nodes: Uint8Array | undefined,
): Uint32Array {
  const { totals, indexByCode, figureIndexByCode } = distinctValues(countable)
  const sums = new Uint32Array(totals.length)
  const add = (counts: Uint32Array, to: Uint32Array): void => {
    for (let code = 0; code < counts.length; code++) if (to[code] !== NONE) sums[to[code]!]! += counts[code]!
  }
  add(countByCode(countable.values, rows), indexByCode)
  if (countable.figureValues)
    add(countByCode(countable.figureValues, nodes && figureMask(graph, nodes)), figureIndexByCode)
  return sums
}

/** A figure is visible if its node is. */
const figureMask = ({ figures }: Graph, nodes: Uint8Array): Uint8Array =>
  Uint8Array.from(figures.subject, (node) => nodes[node]!)
