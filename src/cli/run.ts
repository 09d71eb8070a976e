import { suggestion } from '../formats/dataset/fault'
import { FileFault } from '../formats/format'
import { check } from './check'
import { InputFault, UsageFault, type Command, type World } from './command'
import { exportCommand } from './export'
import { find } from './find'
import { schema } from './schema'
import { serve } from './serve'
import { show } from './show'
import { stats } from './stats'

/** Every command. To add one: write its file, name it here. */
export const commands: readonly Command[] = [check, stats, find, show, exportCommand, schema, serve]

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
  if (!command) {
    world.err(
      `"${name}" is no command${suggestion(
        name,
        commands.map((each) => each.name),
      )}\n\n${help()}`,
    )
    return 2
  }
  try {
    if (rest.includes('--help') || rest.includes('-h')) {
      world.out(`kizuna ${command.name} ${command.usage}\n  ${command.summary}\n`)
      return 0
    }
    return await command.run(rest, world)
  } catch (error) {
    if (error instanceof UsageFault) {
      world.err(`${error.message}\nusage: kizuna ${command.name} ${command.usage}\n`)
      return 2
    }
    if (error instanceof FileFault) {
      world.err(`${error.message}\n${error.remedy}\n`)
      return 1
    }
    if (!(error instanceof InputFault)) throw error
    world.err(`${error.message}\n`)
    return 1
  }
}

const help = (): string =>
  [
    'Kizuna: a knowledge-graph explorer in which every line says who says so.',
    '',
    ...commands.map(({ name, usage, summary }) => `  kizuna ${name} ${usage}\n      ${summary}`),
    '',
    'FILE is a graph file (Kizuna JSON, GEXF, GraphML), DIR a data set; without either, the bundled data set is meant.',
    '',
  ].join('\n')
