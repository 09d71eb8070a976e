import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { CliCommand } from './cliCommand'

const inputs = ['src', 'graph-data', 'index.html', 'package.json', 'vite.config.ts']

export const serveCommand: CliCommand = {
  name: 'serve',
  usage: '',
  summary: 'serves the app on loopback, at PORT or 4173 or the next free port; builds it first where needed',
  async run(_, { programFolder: home, writeOut: out }) {
    const { build, preview } = await import('vite')
    if (isStale(home)) {
      out('Building Kizuna ...\n')
      await build({ root: home, logLevel: 'warn' })
    }
    const port = Number(process.env['PORT'] ?? 4173)
    const server = await preview({
      root: home,
      logLevel: 'warn',
      preview: { port, strictPort: false, host: '127.0.0.1' },
    })
    out(`Kizuna is at ${server.resolvedUrls!.local[0]!}\n`)
    return new Promise<number>((resolve) => {
      const end = () => void server.close().then(() => resolve(0))
      process.once('SIGINT', end)
      process.once('SIGTERM', end)
    })
  },
}

/** Whether the built app is missing, or older than anything that it is built from. */
export function isStale(home: string): boolean {
  const built = join(home, 'dist/app/index.html')
  if (!existsSync(built)) return true
  const time = statSync(built).mtimeMs
  return inputs.some((input) => newest(join(home, input)) > time)
}

function newest(path: string): number {
  const own = statSync(path, { throwIfNoEntry: false })
  if (!own) return 0
  if (!own.isDirectory()) return own.mtimeMs
  return Math.max(own.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
