import { applyFilter } from '../../src/analysis/filter/applyFilter'
import { parseFilter } from '../../src/analysis/filter/filterSyntax'
import { inEnglish } from '../text'
import { readDatasetFolder } from '../../src/cli/readDatasetFolder'

const read = readDatasetFolder('graph-data/us-japan-investment')
if ('faults' in read) throw new Error('the bundled data set has faults: see npx kizuna check')

/** The bundled data set, read from its folder. */
export const { graph } = read

/** How many nodes and edges a filter of the bundled data set leaves, so that tests need no figures of a growing set. */
export function left(filter: string): { nodes: number; edges: number } {
  const parsed = parseFilter(filter)
  if ('fault' in parsed) throw new Error(inEnglish(parsed.fault.what))
  const { nodeCount, edgeCount } = applyFilter(graph, parsed.filter)
  return { nodes: nodeCount, edges: edgeCount }
}

/** All of it. */
export const whole = { nodes: graph.nodes.count, edges: graph.edges.count }
