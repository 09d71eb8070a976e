import { suggestion } from '../formats/dataset/datasetFault'
import { FileFault } from '../formats/io/fileFault'
import { InputFault, UsageFault, type Command, type World } from './cliCommand'

/** Every command, loaded when it is called. To add one: write its file, name it here. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./checkCommand')).check,
  stats: async () => (await import('./statsCommand')).stats,
  find: async () => (await import('./findCommand')).find,
  show: async () => (await import('./showCommand')).show,
  contested: async () => (await import('./contestedCommand')).contested,
  ledger: async () => (await import('./issuesCommand')).ledger,
  measure: async () => (await import('./metricCommand')).measure,
  export: async () => (await import('./exportCommand')).exportCommand,
  convert: async () => (await import('./convertCommand')).convert,
  schema: async () => (await import('./schemaCommand')).schema,
  serve: async () => (await import('./serveCommand')).serve,
}

/** Runs the command line and gives the exit status: 0 well, 1 faults, 2 a call that cannot be understood. */
export async function runCommandLine(args: readonly string[], world: World, version: string): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    world.out(await help())
    return name === undefined ? 2 : 0
  }
  if (name === '--version' || name === '-v') {
    world.out(`${version}\n`)
    return 0
  }
  if (Object.hasOwn(commands, name)) return runCommand(await commands[name]!(), rest, world)
  world.err(`"${name}" is no command${suggestion(name, Object.keys(commands))}\n\n${await help()}`)
  return 2
}

async function runCommand(command: Command, args: readonly string[], world: World): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    const more = command.more ? `\n${await command.more()}\n` : ''
    world.out(`kizuna ${command.name} ${command.usage}\n  ${command.summary}\n${more}`)
    return 0
  }
  try {
    return await command.run(args, world)
  } catch (error) {
    return said(error, command, world)
  }
}

/** Says what a person can mend, and passes on what only we can. */
function said(error: unknown, { name, usage }: Command, { err }: World): number {
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
  const all = await Promise.all(Object.values(commands).map((load) => load()))
  return [
    'Kizuna: a knowledge-graph explorer in which every line says who says so.',
    '',
    ...all.map(({ name, usage, summary }) => `  kizuna ${name} ${usage}\n      ${summary}`),
    '',
    'FILE is a graph file of any format that can be opened, DIR a data set; without either, the bundled data set is meant.',
    '',
  ].join('\n')
}
