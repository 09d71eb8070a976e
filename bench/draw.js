import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, loadConfigFromFile, preview } from 'vite'
import { median } from './median.js'

const home = join(dirname(fileURLToPath(import.meta.url)), '..')
const page = join(home, 'bench/draw')

const largest = 16

/** The page with both drawings, served on a free port of loopback. */
async function served(outDir) {
  const file = join(home, 'vite.config.ts')
  const { config } = await loadConfigFromFile({ command: 'build', mode: 'production' }, file, home, 'silent')
  const plugins = config.plugins.flat().filter((plugin) => plugin && plugin.name !== 'kizuna-data')
  const shared = { root: page, base: './', configFile: false, logLevel: 'error' }
  await build({ ...shared, plugins, worker: config.worker, build: { outDir, emptyOutDir: true, target: 'es2022' } })
  return preview({ ...shared, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } })
}

/**
 * Milliseconds of the main thread until the new picture is handed to the graphics card: filter half away, hover and select,
 * a frame of a layout, an edit and its undo. Ours and plain sigma (reducers, refresh) in turns, each in a fresh page.
 * `browser` is one of playwright's; `outDir` takes the built page. The first time of each act does not count.
 */
export async function drawRows(
  browser,
  { nodes = 100_000, edges = 500_000, turns = { ours: 9, peer: 1 }, outDir = join(home, 'dist/bench-draw') } = {},
) {
  const server = await served(outDir)
  const times = {}
  for (const side of ['ours', 'peer']) {
    const context = await browser.newContext({ viewport: { width: 400, height: 300 }, reducedMotion: 'reduce' })
    const tab = await context.newPage()
    await tab.goto(server.resolvedUrls.local[0])
    await tab.waitForFunction((name) => name in window, side)
    times[side] = await tab.evaluate(([name, how]) => window[name](how), [side, { nodes, edges, turns: turns[side] }])
    await context.close()
  }
  await server.close()
  const of = (side, ...names) => names.reduce((sum, name) => sum + median(times[side][name]), 0)
  const row = (work, names, goal) => {
    const [mine, other] = [of('ours', ...names), of('peer', ...names)]
    return { work, unit: 'ms', ours: mine, peer: other, ratio: other / mine, goal }
  }
  const size = `${nodes / 1000}k/${edges / 1000}k`
  const goal = `50 times; at most ${largest} ms`
  return [
    row(`filter half away, ${size}`, ['filter'], goal),
    row(`hover, ${size}`, ['hover'], goal),
    row(`select, ${size}`, ['select'], goal),
    row(`hover and then select, together, ${size}`, ['hover', 'select'], goal),
    row(`frame of a layout, ${size}`, ['layout'], '50 times'),
    row(`one-row edit, ${size}`, ['edit'], `at most ${largest} ms`),
    row(`undo of it, ${size}`, ['undo'], `at most ${largest} ms`),
  ]
}
