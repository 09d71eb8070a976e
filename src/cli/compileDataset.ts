import { applyFilter, type VisibleRows } from '../analysis/filter/applyFilter'
import { parseFilter } from '../analysis/filter/filterSyntax'
import { formatDatasetFault } from '../formats/dataset/datasetFault'
import { writeKizunaJson } from '../formats/kizuna/write'
import { withPreparedLayout } from '../layout/preparedLayout'
import type { Graph } from '../model/graph'
import { InputFault } from './cliCommand'
import { readDatasetBuffers } from './readDatasetFolder'
import { readYamlFiles } from './readYamlFiles'

/** The one file that the app fetches: a data set's folder as Kizuna JSON, with positions. Faults are thrown, all at once. */
export const compileDataset = (folder: string): string => compileDatasetFiles(readYamlFiles(folder))

/** The same of the data set's files, by path in its folder. */
export function compileDatasetFiles(files: ReadonlyMap<string, Buffer>): string {
  const read = readDatasetBuffers(files)
  if ('faults' in read)
    throw new InputFault(`the data set has faults:\n${read.faults.map(formatDatasetFault).join('\n')}`)
  const graph = withPreparedLayout(read.graph, shownFirst(read.graph))
  const { id, title, version } = graph.about
  const everything = { graph, nodes: ones(graph.nodes.count), edges: ones(graph.edges.count) }
  const dataset = { id, title, ...(version === undefined ? {} : { version }) }
  return new TextDecoder().decode(writeKizunaJson(everything, { dataset, filter: '', scope: 'shown', date: '' }))
}

/** What the data set's own filter leaves; everything where it has none. A filter with a fault is thrown. */
function shownFirst(graph: Graph): VisibleRows {
  const parsed = parseFilter(graph.about.view?.filter ?? '')
  if ('fault' in parsed) throw new InputFault(`dataset.yaml: view.filter: ${parsed.fault.what}`)
  return applyFilter(graph, parsed.filter)
}

const ones = (count: number): Uint8Array => new Uint8Array(count).fill(1)
