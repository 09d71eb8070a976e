import { grouped } from './value'

/** A number with its noun: "1 node", "1,204 nodes"; a plural that is not made by an s is given. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${grouped(count)} ${count === 1 ? noun : plural}`
