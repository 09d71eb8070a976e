import { visible, type Visible } from '../analysis/filter/applyFilter'
import { parseFilter } from '../analysis/filter/filterSyntax'
import { printFault } from '../formats/dataset/datasetFault'
import { writeKizuna } from '../formats/kizuna/write'
import { prepare } from '../layout/preparedLayout'
import type { Graph } from '../model/graph'
import { InputFault } from './cliCommand'
import { datasetOf } from './readDatasetFolder'
import { yamlIn } from './readYamlFiles'

/** The one file that the app fetches: a data set's folder as Kizuna JSON, with positions. Faults are thrown, all at once. */
export const compile = (folder: string): string => compiledOf(yamlIn(folder))

/** The same of the data set's files, by path in its folder. */
export function compiledOf(files: ReadonlyMap<string, Buffer>): string {
  const read = datasetOf(files)
  if ('faults' in read) throw new InputFault(`the data set has faults:\n${read.faults.map(printFault).join('\n')}`)
  const graph = prepare(read.graph, shownFirst(read.graph))
  const { id, title, version } = graph.about
  const everything = { graph, nodes: ones(graph.nodes.count), edges: ones(graph.edges.count) }
  const dataset = { id, title, ...(version === undefined ? {} : { version }) }
  return new TextDecoder().decode(writeKizuna(everything, { dataset, filter: '', scope: 'shown', date: '' }))
}

/** What the data set's own filter leaves; everything where it has none. A filter with a fault is thrown. */
function shownFirst(graph: Graph): Visible {
  const parsed = parseFilter(graph.about.view?.filter ?? '')
  if ('fault' in parsed) throw new InputFault(`dataset.yaml: view.filter: ${parsed.fault.what}`)
  return visible(graph, parsed.filter)
}

const ones = (count: number): Uint8Array => new Uint8Array(count).fill(1)
