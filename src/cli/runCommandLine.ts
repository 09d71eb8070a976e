import { didYouMean } from '../formats/dataset/datasetFault'
import { FileFault } from '../formats/io/fileFault'
import { InputFault, UsageFault, type CliCommand, type CliEnvironment } from './cliCommand'

/** Every command, loaded when it is called. To add one: write its file, name it here. */
export const cliCommands: Readonly<Record<string, () => Promise<CliCommand>>> = {
  check: async () => (await import('./checkCommand')).checkCommand,
  stats: async () => (await import('./statsCommand')).statsCommand,
  find: async () => (await import('./findCommand')).findCommand,
  show: async () => (await import('./showCommand')).showCommand,
  contested: async () => (await import('./contestedCommand')).contestedCommand,
  ledger: async () => (await import('./issuesCommand')).issuesCommand,
  measure: async () => (await import('./metricCommand')).metricCommand,
  export: async () => (await import('./exportCommand')).exportCommand,
  convert: async () => (await import('./convertCommand')).convertCommand,
  schema: async () => (await import('./schemaCommand')).schemaCommand,
  serve: async () => (await import('./serveCommand')).serveCommand,
}

/** Runs the command line and gives the exit status: 0 well, 1 faults, 2 a call that cannot be understood. */
export async function runCommandLine(args: readonly string[], world: CliEnvironment, version: string): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    world.writeOut(await help())
    return name === undefined ? 2 : 0
  }
  if (name === '--version' || name === '-v') {
    world.writeOut(`${version}\n`)
    return 0
  }
  if (Object.hasOwn(cliCommands, name)) return runCommand(await cliCommands[name]!(), rest, world)
  world.writeError(`"${name}" is no command${didYouMean(name, Object.keys(cliCommands))}\n\n${await help()}`)
  return 2
}

async function runCommand(command: CliCommand, args: readonly string[], world: CliEnvironment): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    const more = command.extraHelp ? `\n${await command.extraHelp()}\n` : ''
    world.writeOut(`kizuna ${command.name} ${command.usage}\n  ${command.summary}\n${more}`)
    return 0
  }
  try {
    return await command.run(args, world)
  } catch (error) {
    return said(error, command, world)
  }
}

/** Says what a person can mend, and passes on what only we can. */
function said(error: unknown, { name, usage }: CliCommand, { writeError: err }: CliEnvironment): number {
  if (error instanceof UsageFault) {
    err(`${error.message}\nusage: kizuna ${name} ${usage}\n`)
    return 2
  }
  if (error instanceof FileFault) {
    err(`${error.message}\n${error.remedy}\n`)
    return 1
  }
  if (!(error instanceof InputFault)) throw error
  err(`${error.message}\n`)
  return 1
}

async function help(): Promise<string> {
  const all = await Promise.all(Object.values(cliCommands).map((load) => load()))
  return [
    'Kizuna: a knowledge-graph explorer in which every line says who says so.',
    '',
    ...all.map(({ name, usage, summary }) => `  kizuna ${name} ${usage}\n      ${summary}`),
    '',
    'FILE is a graph file of any format that can be opened, DIR a data set; without either, the bundled data set is meant.',
    '',
  ].join('\n')
}
