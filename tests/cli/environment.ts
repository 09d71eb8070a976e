import { runCommandLine } from '../../src/cli/runCommandLine'
import type { CliEnvironment } from '../../src/cli/cliCommand'

const decoder = new TextDecoder()

/** Runs the command line in a folder, and returns its output, its errors and its exit status. Bytes are read as text. */
export const commandLine =
  (cwd: string, more: Partial<CliEnvironment> = {}) =>
  async (...args: string[]) => {
    let [out, err] = ['', '']
    const environment: CliEnvironment = {
      writeOut: (text) => {
        out += typeof text === 'string' ? text : decoder.decode(text)
      },
      writeError: (text) => {
        err += text
      },
      cwd,
      bundledFolder: 'graph-data/us-japan-investment',
      programFolder: '.',
      today: () => '2026-02-20',
      ...more,
    }
    const status = await runCommandLine(args, environment, '1.2.3')
    return { status, out, err }
  }
