import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommandLine } from './cli/runCommandLine'

/** This file, which is built to dist/cli/cli.js. */
const programFile = fileURLToPath(import.meta.url)
const programFolder = join(dirname(programFile), '../..')
const { version } = JSON.parse(readFileSync(join(programFolder, 'package.json'), 'utf8')) as { version: string }

/** Today in the local time zone, YYYY-MM-DD. */
function today(): string {
  const now = new Date()
  const twoDigits = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`
}

const environment = {
  writeOut: (text: string | Uint8Array) => void process.stdout.write(text),
  writeError: (text: string) => void process.stderr.write(text),
  cwd: process.cwd(),
  bundledFolder: join(programFolder, 'graph-data/us-japan-investment'),
  // The chunks of the program are named by their content, and this file imports them: its bytes identify the build.
  cache: {
    file: join(dirname(programFile), 'us-japan-investment.json'),
    programHash: () => createHash('sha256').update(readFileSync(programFile)).digest('hex'),
  },
  programFolder,
  today,
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
process.exitCode = await runCommandLine(process.argv.slice(2), environment, version)
