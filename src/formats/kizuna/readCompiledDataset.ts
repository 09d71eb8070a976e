import { buildGraph } from '../../model/buildGraph'
import type { Graph } from '../../model/graph'
import type { KizunaJson } from './kizunaJson'

/**
 * Reads the bundled data set: Kizuna JSON from our own compiler, which checked every record when the program was built, so
 * it is not validated again. Opened files go through `readKizunaJson`. Throws a SyntaxError if the JSON is invalid, such as
 * after an incomplete download.
 */
export function readCompiledDataset(text: string): Graph {
  const { dataset: about, schema, nodes, statements, sources, disputes = [] } = JSON.parse(text) as KizunaJson
  return buildGraph({ about, schema, nodes, statements, sources, disputes })
}
