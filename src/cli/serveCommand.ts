import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { defineCommand } from './cliCommand'
import { UsageFault } from './cliFaults'

/** What the app is built from. */
const inputs = ['src', 'graph-data', 'index.html', 'package.json', 'vite.config.ts']

export const serveCommand = defineCommand({
  name: 'serve',
  arguments: [],
  options: {},
  summary:
    'serve the app on this computer, on port $PORT or 4173 or the next free port; builds it first if the sources are newer',
  async run(_, { programFolder, writeOut }) {
    const port = Number(process.env['PORT'] ?? 4173)
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new UsageFault(`PORT: "${process.env['PORT']}" is not a port number from 0 to 65535`)
    const { build, preview } = await import('vite')
    if (isStale(programFolder)) {
      writeOut('Building Kizuna ...\n')
      await build({ root: programFolder, logLevel: 'warn' })
    }
    const server = await preview({
      root: programFolder,
      logLevel: 'warn',
      preview: { port, strictPort: false, host: '127.0.0.1' },
    })
    writeOut(`Kizuna is at ${server.resolvedUrls!.local[0]!}\n`)
    return new Promise<number>((resolve) => {
      const end = () => void server.close().then(() => resolve(0))
      process.once('SIGINT', end)
      process.once('SIGTERM', end)
    })
  },
})

/** Whether the built app is missing or older than any of its sources. */
export function isStale(programFolder: string): boolean {
  const built = join(programFolder, 'dist/app/index.html')
  if (!existsSync(built)) return true
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
