import { groupThousands } from './value'

/** A number with its noun: "1 node", "1,204 nodes"; a plural that is not made by an s is given. */
export const pluralize = (count: number, noun: string, plural = `${noun}s`): string =>
  `${groupThousands(count)} ${count === 1 ? noun : plural}`
