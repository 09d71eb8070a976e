import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommandLine } from './cli/runCommandLine'

/** This file is built to dist/cli/cli.js. */
const self = fileURLToPath(import.meta.url)
const home = join(dirname(self), '../..')
const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }

/** The person's own calendar day. */
function today(): string {
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

const environment = {
  writeOut: (text: string | Uint8Array) => void process.stdout.write(text),
  writeError: (text: string) => void process.stderr.write(text),
  cwd: process.cwd(),
  bundledFolder: join(home, 'graph-data/us-japan-investment'),
  // The parts of the program have names by their content, and this file names them: its bytes tell builds apart.
  cache: {
    file: join(dirname(self), 'us-japan-investment.json'),
    programHash: () => createHash('sha256').update(readFileSync(self)).digest('hex'),
  },
  programFolder: home,
  today,
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
process.exitCode = await runCommandLine(process.argv.slice(2), environment, version)
