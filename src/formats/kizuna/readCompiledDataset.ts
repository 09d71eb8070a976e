import { buildGraph } from '../../model/buildGraph'
import type { Graph } from '../../model/graph'
import type { KizunaJson } from './kizunaJson'

/**
 * Reads the data set that came with the program. It is Kizuna JSON of our own compiler, which checked every record and
 * name of it when the program was built, so it is not parsed a second time; whatever a person opens goes through
 * `readKizunaJson`. Throws where the text is no JSON, as a download that was cut off is.
 */
export function readCompiledDataset(text: string): Graph {
  const { dataset: about, schema, nodes, statements, sources, disputes = [] } = JSON.parse(text) as KizunaJson
  return buildGraph({ about, schema, nodes, statements, sources, disputes })
}
