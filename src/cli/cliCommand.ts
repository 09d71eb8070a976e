import type { DatasetCache } from './datasetCache'

/** What a command needs of the machine; an argument, so that tests run commands without one. */
export interface CliEnvironment {
  readonly writeOut: (text: string | Uint8Array) => void
  readonly writeError: (text: string) => void
  readonly cwd: string
  /** The folder of the bundled data set. */
  readonly bundledFolder: string
  /** Where it is kept as it was compiled; without, its files are read for every command. */
  readonly cache?: DatasetCache
  /** The folder of the program itself, with its package.json. */
  readonly programFolder: string
  /** YYYY-MM-DD. */
  readonly today: () => string
}

/** A command of the command line. It gives its exit status: 0 well, 1 faults found. */
export interface CliCommand {
  readonly name: string
  /** What stands behind its name. */
  readonly usage: string
  readonly summary: string
  /** More that its own help says: lines for a person. */
  readonly extraHelp?: () => string | Promise<string>
  readonly run: (args: readonly string[], world: CliEnvironment) => number | Promise<number>
}

/** A call that cannot be understood: status 2, with the sentence. */
export class UsageFault extends Error {}

/** A file or folder that cannot be read: status 1, with the sentence. */
export class InputFault extends Error {}
