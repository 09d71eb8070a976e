import type { Subgraph, ExportProvenance } from '../formats/format'
import { message, type Message } from '../messages/message'
import type { Job } from './job'

export interface WriteJobInput {
  /** Id of a format that can be written. */
  readonly format: string
  readonly part: Subgraph
  readonly provenance: ExportProvenance
}

/** Writes a part of a large graph as a file, so that the page stays responsive. */
export const writeJob: Job<WriteJobInput, Message, Uint8Array | string> = async function* ({
  format: id,
  part,
  provenance,
}) {
  yield message('files', 'writing')
  const { writableFormats } = await import('../formats/formats')
  const format = writableFormats.find((each) => each.id === id)
  if (!format) throw new Error(`unknown format "${id}"`)
  const write = await format.loadWriter()
  return write(part, provenance)
}
