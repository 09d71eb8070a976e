import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { startAppServer } from './appServer'
import { defineCommand } from './cliCommand'
import { UsageFault } from './cliFaults'

/** What the app is built from. */
const inputs = ['src', 'graph-data', 'index.html', 'package.json', 'vite.config.ts']

export const serveCommand = defineCommand({
  name: 'serve',
  arguments: [],
  options: {
    embed: {
      kind: 'text',
      value: 'ORIGIN',
      repeatable: true,
      summary: 'let pages of this origin, such as https://example.org, show the app in a frame',
    },
  },
  summary:
    'serve the app on this computer, on port $PORT or 4173 or the next free port; builds it first if the sources are newer',
  async run({ values: { embed = [] } }, { programFolder, writeOut }) {
    const port = portOf(process.env['PORT'])
    for (const origin of embed) checkOrigin(origin)
    if (isStale(programFolder)) {
      writeOut('Building Kizuna ...\n')
      const { build } = await import('vite')
      await build({ root: programFolder, logLevel: 'warn' })
    }
    const server = await startAppServer({ folder: join(programFolder, 'dist/app'), port, frameAncestors: embed })
    writeOut(`Kizuna is at ${server.address}\n`)
    return new Promise<number>((resolve) => {
      const end = () => void server.close().then(() => resolve(0))
      process.once('SIGINT', end)
      process.once('SIGTERM', end)
    })
  },
})

/** The port that a text names; 4173 if there is none. */
function portOf(text: string | undefined): number {
  if (text === undefined || text === '') return 4173
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65_535)) throw new UsageFault(`PORT: "${text}" is not a port number from 0 to 65535`)
  return port
}

function checkOrigin(text: string): void {
  if (URL.canParse(text) && new URL(text).origin === text) return
  throw new UsageFault(`--embed: "${text}" is not an origin such as https://example.org`)
}

/**
 * Whether the built app is missing or older than any of its sources. An installed package has no sources; it brings the
 * built app.
 */
export function isStale(programFolder: string): boolean {
  const built = join(programFolder, 'dist/app/index.html')
  if (!existsSync(built)) return true
  if (!existsSync(join(programFolder, 'src'))) return false
  const buildTime = statSync(built).mtimeMs
  return inputs.some((input) => lastModified(join(programFolder, input)) > buildTime)
}

/** The latest modification time of a file, or of everything in a folder, in ms; 0 if it does not exist. */
function lastModified(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) return 0
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => lastModified(join(path, name))))
}
