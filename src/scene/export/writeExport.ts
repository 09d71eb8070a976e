import { bibliographies } from '../../formats/bibliography/bibliographyFormats'
import type { Recipe } from '../../formats/format'
import { formats } from '../../formats/formats'
import { brief, type BriefPart } from './markdownBrief'

/** A file as it is written, and what it is called by. */
export interface Written {
  readonly content: Uint8Array | string
  /** Without the dot. */
  readonly extension: string
  readonly mime: string
}

/** Every kind of file that is written but the pictures, by id. */
export const writings: readonly string[] = [
  ...formats.flatMap(({ id, write }) => (write ? [id] : [])),
  'brief',
  ...bibliographies.map(({ id }) => id),
]

/** Writes a part of a graph as a graph file, a brief or a bibliography. Throws where nothing is called so. */
export async function written(part: BriefPart, to: string, recipe: Recipe): Promise<Written> {
  if (to === 'brief') return { content: brief(part, recipe), extension: 'md', mime: 'text/markdown' }
  const bibliography = bibliographies.find(({ id }) => id === to)
  if (bibliography) return { ...bibliography, content: await bibliography.write(part, recipe) }
  const format = formats.find(({ id }) => id === to)
  if (!format?.write) throw new Error(`no format is called ${to}`)
  return { ...format, content: format.write(part, recipe) }
}
