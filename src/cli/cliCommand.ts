import type { Keep } from './datasetCache'

/** What a command needs of the machine; an argument, so that tests run commands without one. */
export interface World {
  readonly out: (text: string | Uint8Array) => void
  readonly err: (text: string) => void
  readonly cwd: string
  /** The folder of the bundled data set. */
  readonly bundled: string
  /** Where it is kept as it was compiled; without, its files are read for every command. */
  readonly keep?: Keep
  /** The folder of the program itself, with its package.json. */
  readonly home: string
  /** YYYY-MM-DD. */
  readonly today: () => string
}

/** A command of the command line. It gives its exit status: 0 well, 1 faults found. */
export interface Command {
  readonly name: string
  /** What stands behind its name. */
  readonly usage: string
  readonly summary: string
  /** More that its own help says: lines for a person. */
  readonly more?: () => string | Promise<string>
  readonly run: (args: readonly string[], world: World) => number | Promise<number>
}

/** A call that cannot be understood: status 2, with the sentence. */
export class UsageFault extends Error {}

/** A file or folder that cannot be read: status 1, with the sentence. */
export class InputFault extends Error {}
