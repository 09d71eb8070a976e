import { suggestion } from '../formats/dataset/fault'
import { FileFault } from '../formats/fault'
import { check } from './check'
import { InputFault, UsageFault, type Command, type World } from './command'
import { contested } from './contested'
import { convert } from './convert'
import { exportCommand } from './export'
import { find } from './find'
import { ledger } from './ledger'
import { measure } from './measure'
import { schema } from './schema'
import { serve } from './serve'
import { show } from './show'
import { stats } from './stats'

/** Every command. To add one: write its file, name it here. */
export const commands: readonly Command[] = [
  check,
  stats,
  find,
  show,
  contested,
  ledger,
  measure,
  exportCommand,
  convert,
  schema,
  serve,
]

/** Runs the command line and gives the exit status: 0 well, 1 faults, 2 a call that cannot be understood. */
export async function runCommandLine(args: readonly string[], world: World, version: string): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    world.out(help())
    return name === undefined ? 2 : 0
  }
  if (name === '--version' || name === '-v') {
    world.out(`${version}\n`)
    return 0
  }
  const command = commands.find((each) => each.name === name)
  if (command) return runCommand(command, rest, world)
  const names = commands.map((each) => each.name)
  world.err(`"${name}" is no command${suggestion(name, names)}\n\n${help()}`)
  return 2
}

async function runCommand(command: Command, args: readonly string[], world: World): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    world.out(`kizuna ${command.name} ${command.usage}\n  ${command.summary}\n`)
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

const help = (): string =>
  [
    'Kizuna: a knowledge-graph explorer in which every line says who says so.',
    '',
    ...commands.map(({ name, usage, summary }) => `  kizuna ${name} ${usage}\n      ${summary}`),
    '',
    'FILE is a graph file of any format that can be opened, DIR a data set; without either, the bundled data set is meant.',
    '',
  ].join('\n')
