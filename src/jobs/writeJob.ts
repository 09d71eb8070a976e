import type { Part, Recipe } from '../formats/format'
import type { Job } from './job'

export interface WriteInput {
  /** Id of a graph format. */
  readonly format: string
  readonly part: Part
  readonly recipe: Recipe
}

/** Writes a part of a large graph, so that the page stays answering meanwhile. */
export const write: Job<WriteInput, string, Uint8Array | string> = async function* ({ format, part, recipe }) {
  yield 'Writing the file'
  const { formats } = await import('../formats/formats')
  return formats.find(({ id }) => id === format)!.write!(part, recipe)
}
