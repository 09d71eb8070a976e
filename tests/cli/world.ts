import { runCommandLine } from '../../src/cli/runCommandLine'
import type { World } from '../../src/cli/cliCommand'

const decoder = new TextDecoder()

/** A command line in a folder: what a command says, and how it ends. Bytes are read as text. */
export const commandLine =
  (cwd: string, more: Partial<World> = {}) =>
  async (...args: string[]) => {
    let [out, err] = ['', '']
    const world: World = {
      out: (text) => {
        out += typeof text === 'string' ? text : decoder.decode(text)
      },
      err: (text) => {
        err += text
      },
      cwd,
      bundled: 'graph-data/us-japan-investment',
      home: '.',
      today: () => '2026-02-20',
      ...more,
    }
    const status = await runCommandLine(args, world, '1.2.3')
    return { status, out, err }
  }
