import type { FilterKey } from '../../analysis/filter/filterKey'
import type { IntervalColumn } from '../../analysis/filter/intervalColumn'
import { printNumber } from '../../analysis/filter/numericRange'
import { NO_VALUE, type RowValues } from '../../analysis/filter/rowValues'
import { memoizeByKey } from '../../analysis/incremental'
import { NONE, type CategoryColumn } from '../../model/columns'
import type { Graph } from '../../model/graph'

/** The values of a key where they are few enough to stand in a list. */
interface CountableValues {
  readonly values: RowValues
  readonly figureValues: RowValues | undefined
  /** Rows without a value are counted as such. */
  readonly missing: boolean
}

/** So many different numbers are listed one by one; more are a range. */
const maxListedNumbers = 12

/** The numbers of a column as values, where they are few; `many` where they are not. */
const valuesOfNumbers = memoizeByKey(({ low, high }: IntervalColumn): CategoryColumn | 'many' => {
  if (low !== high) return 'many'
  const codeOf = new Map<number, number>()
  for (const value of low)
    if (value === value && !codeOf.has(value) && codeOf.set(value, codeOf.size).size > maxListedNumbers) return 'many'
  const codes = Uint32Array.from(low, (value) => codeOf.get(value) ?? NONE)
  return { kind: 'category', codes, dictionary: [...codeOf.keys()].map(printNumber) }
})

/** What a key's values are counted by; undefined where they are ranges of numbers, or texts. */
export function countableValues(graph: Graph, key: FilterKey): CountableValues | undefined {
  switch (key.kind) {
    case 'texts':
      return undefined
    case 'words':
      return {
        values: key.values(graph),
        // Predicates of figures are no relations, and not counted among them.
        figureValues: key.id === 'predicate' ? undefined : key.figureValues?.(graph),
        missing: key.missing === true,
      }
    case 'numbers': {
      const values = valuesOfNumbers(key.numbers(graph))
      return values === 'many' ? undefined : { values, figureValues: undefined, missing: true }
    }
  }
}

/** How often each code occurs, and at the end how many rows have no value, in all rows or in those of a mask. */
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

/** The different values that occur, each with how often, and how its codes lead to it. */
interface DistinctValues {
  readonly values: readonly string[]
  readonly totals: Uint32Array
  /** Place among the values by code, with one more for rows that have none; NONE where the code does not count. */
  readonly indexByCode: Uint32Array
  readonly figureIndexByCode: Uint32Array
}

/** Codes of edges and figures, and several codes of one value, come together. */
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

const knownDistinctValues = memoizeByKey<RowValues, Map<string, DistinctValues>>(() => new Map())

/** What occurs of a key's values in a whole graph. */
export function distinctValues(of: CountableValues): DistinctValues {
  const known = knownDistinctValues(of.values)
  const way = `${of.missing} ${of.figureValues !== undefined}`
  let found = known.get(way)
  if (!found) known.set(way, (found = computeDistinctValues(of)))
  return found
}

/** How often each value that occurs is in what is left: rows of the key's own table, and the nodes that have the figures. */
export function countValuesWithinMasks(
  graph: Graph,
  of: CountableValues,
  rows: Uint8Array | undefined,
  nodes: Uint8Array | undefined,
): Uint32Array {
  const { totals, indexByCode, figureIndexByCode } = distinctValues(of)
  const sums = new Uint32Array(totals.length)
  const add = (counts: Uint32Array, to: Uint32Array): void => {
    for (let code = 0; code < counts.length; code++) if (to[code] !== NONE) sums[to[code]!]! += counts[code]!
  }
  add(countByCode(of.values, rows), indexByCode)
  if (of.figureValues) add(countByCode(of.figureValues, nodes && figureMask(graph, nodes)), figureIndexByCode)
  return sums
}

/** A figure is shown with its node. */
const figureMask = ({ figures }: Graph, nodes: Uint8Array): Uint8Array =>
  Uint8Array.from(figures.subject, (node) => nodes[node]!)
