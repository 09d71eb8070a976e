import type { Subgraph, ExportProvenance } from '../formats/format'
import type { Job } from './job'

export interface WriteJobInput {
  /** Id of a graph format. */
  readonly format: string
  readonly part: Subgraph
  readonly recipe: ExportProvenance
}

/** Writes a part of a large graph, so that the page stays answering meanwhile. */
export const writeJob: Job<WriteJobInput, string, Uint8Array | string> = async function* ({ format, part, recipe }) {
  yield 'Writing the file'
  const { formats } = await import('../formats/formats')
  return formats.find(({ id }) => id === format)!.write!(part, recipe)
}
