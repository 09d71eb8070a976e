import type { ExportProvenance, Subgraph } from '../formats/format'
import type { Project } from '../formats/project/projectFile'
import { message, type Message } from '../messages/message'
import type { Job } from './job'

export interface ProjectJobInput extends Omit<Project, 'files'> {
  /** The files that were opened; absent for the bundled data set. */
  readonly files?: readonly { readonly name: string; readonly content: Blob }[] | undefined
  /** The whole graph, which is written where there are no files. */
  readonly whole?: { readonly part: Subgraph; readonly provenance: ExportProvenance } | undefined
  /** YYYY-MM-DD. */
  readonly date: string
}

/** Writes a project file. */
export const projectJob: Job<ProjectJobInput, Message, Uint8Array> = async function* ({ files, whole, date, ...rest }) {
  yield message('files', 'writing')
  const { writeProject } = await import('../formats/project/projectFile')
  const contents = []
  for (const { name, content } of files ?? [])
    contents.push({ name, bytes: new Uint8Array(await content.arrayBuffer()) })
  if (whole) {
    const { writeKizunaJson } = await import('../formats/kizuna/write')
    const name = `${whole.part.graph.about.id}.json`
    contents.push({ name, bytes: writeKizunaJson(whole.part, whole.provenance) })
  }
  return writeProject({ ...rest, files: contents }, date)
}
