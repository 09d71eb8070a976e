import type { Filter } from '../analysis/filter/filter'
import { withKeysOfColumns } from '../analysis/filter/columnsByKey'
import { parseFilter } from '../analysis/filter/filterSyntax'
import { invalidFilterPart, unmatchedFilterValues } from '../analysis/filter/filterValidation'
import type { Graph } from '../model/graph'
import { UsageFault } from './cliFaults'
import { englishText } from './englishText'
import { didYouMean } from '../formats/dataset/datasetFault'

/** The option of every command that works on a part of a graph. */
export const filterCliOption = {
  kind: 'text',
  value: 'TEXT',
  summary: 'use only what this filter leaves, such as "sector:energy -status:denied"',
} as const

/**
 * The filter of `--filter`; one without steps if the option is missing.
 * @throws UsageFault with the position if it cannot be parsed, or if the graph lacks a key that it uses
 */
export async function parseFilterOption(graph: Graph, text = ''): Promise<Filter> {
  const parsed = parseFilter(text)
  if ('fault' in parsed) {
    const { what, at } = parsed.fault
    throw new UsageFault(`--filter: ${await englishText(what)}\n  ${text}\n  ${' '.repeat(at)}^`)
  }
  const filter = withKeysOfColumns(graph, parsed.filter)
  const invalid = invalidFilterPart(graph, filter)
  if (invalid) throw new UsageFault(`--filter: ${await englishText(invalid.reason)}`)
  return filter
}

/** One line for each value of a filter that nothing in the graph has, with the most similar value. */
export const unmatchedValueLines = (graph: Graph, filter: Filter): string[] =>
  unmatchedFilterValues(graph, filter).map(
    ({ key, value, knownValues, columnKey }) =>
      `nothing has ${key}:${value}${
        columnKey === undefined ? didYouMean(value, knownValues) : `; the column of this name is ${columnKey}:`
      }`,
  )
