import { printFault } from '../formats/dataset/fault'
import { writeKizuna } from '../formats/kizuna/write'
import { prepare } from '../layout/prepared'
import { datasetIn } from './files'

/** The one file that the app fetches: a data set's folder as Kizuna JSON, with positions. Faults are thrown, all at once. */
export function compile(folder: string): string {
  const read = datasetIn(folder)
  if ('faults' in read) throw new Error(`the data set has faults:\n${read.faults.map(printFault).join('\n')}`)
  const graph = prepare(read.graph)
  const { id, title, version } = graph.about
  const everything = { graph, nodes: ones(graph.nodes.count), edges: ones(graph.edges.count) }
  const dataset = { id, title, ...(version === undefined ? {} : { version }) }
  return writeKizuna(everything, { dataset, filter: '', scope: 'shown', date: '' })
}

const ones = (count: number): Uint8Array => new Uint8Array(count).fill(1)
