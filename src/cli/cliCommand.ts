import {
  optionHelp,
  parseArguments,
  argumentsUsage,
  type CliOptions,
  type CommandSyntax,
  type ParsedArguments,
} from './argumentParser'
import type { DatasetCacheLocation } from './datasetCache'

/** What a command needs from the machine; an argument, so that tests run commands without one. */
export interface CliEnvironment {
  readonly writeOut: (text: string | Uint8Array) => void
  readonly writeError: (text: string) => void
  readonly cwd: string
  /** The folder of the bundled data set. */
  readonly bundledFolder: string
  /** Cache of the compiled bundled data set; without it the YAML is read by every command. */
  readonly cache?: DatasetCacheLocation
  /** The folder of the program, with its package.json. */
  readonly programFolder: string
  /** Today as YYYY-MM-DD. */
  readonly today: () => string
}

/** A command of the command line. */
export interface CliCommand {
  readonly name: string
  readonly summary: string
  /** The arguments and options that follow the name, in one line. */
  readonly usage: string
  /** Runs the command, or prints its help. Returns the exit status: 0, or 1 if it found faults. */
  readonly run: (args: readonly string[], environment: CliEnvironment) => Promise<number>
}

interface CommandDefinition<Options extends CliOptions> extends CommandSyntax<Options> {
  readonly summary: string
  /** Further lines of the command's own help. */
  readonly extraHelp?: () => string | Promise<string>
  readonly run: (parsed: ParsedArguments<Options>, environment: CliEnvironment) => number | Promise<number>
}

/** A command from its declared arguments and options, which give its parser, its usage line and its help. */
export function defineCommand<const Options extends CliOptions>(definition: CommandDefinition<Options>): CliCommand {
  const { name, summary } = definition
  const usage = argumentsUsage(definition)
  const help = async () => {
    const more = definition.extraHelp ? ['', await definition.extraHelp()] : []
    return [`kizuna ${name} ${usage}`.trimEnd(), `  ${summary}`, '', ...optionHelp(definition), ...more, ''].join('\n')
  }
  return {
    name,
    summary,
    usage,
    async run(args, environment) {
      const parsed = parseArguments(definition, args)
      if (parsed !== 'help') return definition.run(parsed, environment)
      environment.writeOut(await help())
      return 0
    },
  }
}
