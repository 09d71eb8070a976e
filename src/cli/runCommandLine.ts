import { FileFault } from '../formats/io/fileFault'
import type { CliCommand, CliEnvironment } from './cliCommand'
import { InputFault, UsageFault } from './cliFaults'
import { englishText } from './englishText'
import { didYouMean } from '../formats/dataset/datasetFault'

/** Every command, loaded when it is called. To add one: write its file and name it here. */
export const cliCommands: Readonly<Record<string, () => Promise<CliCommand>>> = {
  check: async () => (await import('./checkCommand')).checkCommand,
  stats: async () => (await import('./statsCommand')).statsCommand,
  find: async () => (await import('./findCommand')).findCommand,
  show: async () => (await import('./showCommand')).showCommand,
  contested: async () => (await import('./contestedCommand')).contestedCommand,
  issues: async () => (await import('./issuesCommand')).issuesCommand,
  metric: async () => (await import('./metricCommand')).metricCommand,
  export: async () => (await import('./exportCommand')).exportCommand,
  convert: async () => (await import('./convertCommand')).convertCommand,
  schema: async () => (await import('./schemaCommand')).schemaCommand,
  serve: async () => (await import('./serveCommand')).serveCommand,
}

/** Earlier names of commands, which still work but are not in the help. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['ledger', 'issues'],
  ['measure', 'metric'],
])

/** Runs the command line. Returns the exit status: 0, 1 for faults in the input, 2 for wrong usage. */
export async function runCommandLine(
  args: readonly string[],
  environment: CliEnvironment,
  version: string,
): Promise<number> {
  const [word, ...rest] = args
  if (word === 'help' && rest.length === 1) return runCommandLine([rest[0]!, '--help'], environment, version)
  if (word === undefined || aboutProgram.has(word)) return printAboutProgram(args, environment, version)
  const name = aliases.get(word) ?? word
  if (Object.hasOwn(cliCommands, name)) return runCommand(await cliCommands[name]!(), rest, environment)
  return refuse(`unknown command "${word}"${didYouMean(word, Object.keys(cliCommands))}`, environment)
}

/** First words that ask about the program itself. */
const aboutProgram: ReadonlySet<string> = new Set(['help', '--help', '-h', '--version', '-v'])

/** Prints the help or the version; without any word the help, as wrong usage. */
async function printAboutProgram(
  [word, ...rest]: readonly string[],
  environment: CliEnvironment,
  version: string,
): Promise<number> {
  const unused = rest[word === 'help' ? 1 : 0]
  if (unused !== undefined) return refuse(`unexpected argument "${unused}"`, environment)
  environment.writeOut(word === '--version' || word === '-v' ? `${version}\n` : await helpText())
  return word === undefined ? 2 : 0
}

function refuse(sentence: string, { writeError }: CliEnvironment): number {
  writeError(`${withHint(sentence, 'kizuna --help')}\n`)
  return 2
}

async function runCommand(command: CliCommand, args: readonly string[], environment: CliEnvironment): Promise<number> {
  try {
    return await command.run(args, environment)
  } catch (error) {
    return reportError(error, command, environment)
  }
}

/** Prints errors that the reader can fix and returns the exit status; throws every other error again. */
async function reportError(error: unknown, { name }: CliCommand, { writeError }: CliEnvironment): Promise<number> {
  if (error instanceof UsageFault) {
    writeError(`${withHint(error.message, `kizuna ${name} --help`)}\n`)
    return 2
  }
  if (error instanceof FileFault) writeError(await fileFaultText(error))
  else if (error instanceof InputFault) writeError(`${error.message}\n`)
  else throw error
  return 1
}

/** "graph.gexf:2:13 what is wrong", as compilers write it, so that editors make it a link; the remedy is the next line. */
async function fileFaultText({ file, line, column, what, remedy }: FileFault): Promise<string> {
  const position = line === undefined ? `${file}:` : `${file}:${line}:${column ?? 1}`
  return `${position} ${await englishText(what)}\n${await englishText(remedy)}\n`
}

/** A sentence with a pointer to the help behind it. */
function withHint(sentence: string, help: string): string {
  if (sentence.includes('\n')) return `${sentence}\nsee ${help}`
  return /[.?]$/.test(sentence) ? `${sentence} See ${help}` : `${sentence}; see ${help}`
}

async function helpText(): Promise<string> {
  const commands = await Promise.all(Object.values(cliCommands).map((load) => load()))
  return [
    'Kizuna: a knowledge-graph explorer that shows who says each thing.',
    '',
    ...commands.map(({ name, usage, summary }) => `  ${`kizuna ${name} ${usage}`.trimEnd()}\n      ${summary}`),
    '',
    'FILE is a graph file in any format that Kizuna opens; several are read as one graph. DIR is the folder of a data set.',
    'Without either, commands use the bundled data set. "kizuna COMMAND --help" explains the options of a command.',
    '',
  ].join('\n')
}
