import { applyFilter, type VisibleRows } from '../analysis/filter/applyFilter'
import { parseKeptFilter } from '../analysis/filter/filterVersion'
import { formatDatasetFault } from '../formats/dataset/datasetFault'
import { writeKizunaJson } from '../formats/kizuna/write'
import { withPreparedLayout } from '../layout/preparedLayout'
import type { Graph } from '../model/graph'
import { InputFault } from './cliFaults'
import { readDatasetBuffers } from './readDatasetFolder'
import { readYamlFiles } from './readYamlFiles'

/**
 * A data set's folder as Kizuna JSON with positions: the one file that the app fetches.
 * @throws InputFault with all faults of the data set
 */
export const compileDataset = (folder: string): string => compileDatasetFiles(readYamlFiles(folder))

/** The same for the data set's files, by their path in the folder. */
export function compileDatasetFiles(files: ReadonlyMap<string, Buffer>): string {
  const result = readDatasetBuffers(files)
  if ('faults' in result)
    throw new InputFault(`the data set has faults:\n${result.faults.map(formatDatasetFault).join('\n')}`)
  const graph = withPreparedLayout(result.graph, initiallyVisible(result.graph))
  const { id, title, version } = graph.about
  const everything = { graph, nodes: ones(graph.nodes.count), edges: ones(graph.edges.count) }
  const dataset = { id, title, ...(version === undefined ? {} : { version }) }
  return new TextDecoder().decode(writeKizunaJson(everything, { dataset, filter: '', scope: 'shown', date: '' }))
}

/**
 * What the filter of the data set's first view leaves: everything if it has none.
 * @throws InputFault if the filter cannot be parsed
 */
function initiallyVisible(graph: Graph): VisibleRows {
  const { filter: text = '', filter_version: version } = graph.about.view ?? {}
  const parsed = parseKeptFilter(text, version, graph)
  if ('fault' in parsed)
    throw new InputFault(`dataset.yaml: view.filter: "${text}" cannot be parsed at character ${parsed.fault.at + 1}`)
  return applyFilter(graph, parsed.filter)
}

const ones = (count: number): Uint8Array => new Uint8Array(count).fill(1)
