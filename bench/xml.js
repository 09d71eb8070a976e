import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { build, preview } from 'vite'
import { flags, needBrowser } from '../tests/browser.js'
import { loadModule } from './load.js'

const home = join(dirname(fileURLToPath(import.meta.url)), '..')
const median = (values) => values.toSorted((one, other) => one - other)[values.length >> 1]

/** A page of the bench in a browser of its own, so that its process is nobody else's. */
async function opened(address) {
  const browser = await chromium.launch({ executablePath: needBrowser(), args: flags })
  const page = await browser.newPage()
  page.setDefaultTimeout(600_000)
  await page.goto(address)
  await page.waitForFunction(() => typeof window.timed === 'function')
  return { browser, page }
}

/** The processes that draw pages, one of which is ours: their numbers, as the system has them. */
async function renderersOf(browser) {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
}

/** Megabytes in /proc; NaN on a system that has none. */
function fieldOf(id, field) {
  try {
    return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${id}/status`, 'utf8'))[1]) / 1024
  } catch {
    return NaN
  }
}

/** Megabytes that a work takes at most beyond what the page had before, in a fresh process. */
async function peakOf(address, kind, work) {
  const { browser, page } = await opened(address)
  try {
    await page.evaluate((of) => window.load(of), kind)
    const cleaner = await page.context().newCDPSession(page)
    await cleaner.send('HeapProfiler.collectGarbage')
    const renderers = await renderersOf(browser)
    for (const id of renderers) writeFileSync(`/proc/${id}/clear_refs`, '5')
    const before = renderers.map((id) => fieldOf(id, 'VmRSS'))
    await page.evaluate(([...of]) => window.timed(...of), [kind, work])
    return Math.max(...renderers.map((id, at) => fieldOf(id, 'VmHWM') - before[at]))
  } catch {
    return NaN
  } finally {
    await browser.close()
  }
}

/**
 * Medians of ours and of the peer, in turns, in one page; a peer that takes half a minute has fewer turns than ours. A
 * first turn of both warms up and does not count where the peer has more than one.
 */
async function times(page, kind, work, turns) {
  const known = { ours: [], peer: [] }
  for (const who of turns > 1 ? ['ours', 'peer'] : [])
    await page.evaluate(([...of]) => window.timed(...of), [kind, `${work} ${who}`])
  for (let turn = 0; turn < 3; turn++)
    for (const who of turn < turns ? ['ours', 'peer'] : ['ours'])
      known[who].push(await page.evaluate(([...of]) => window.timed(...of), [kind, `${work} ${who}`]))
  return { ours: median(known.ours), peer: median(known.peer) }
}

const goals = {
  'read gexf': '25 times faster',
  'read graphml': '15 times faster',
  'write gexf': '20 times faster',
}

/**
 * GEXF and GraphML, read and written by ours and by graphology's packages on the main thread of one page of Chromium; both
 * read the same bytes, which ours wrote. A second kind of row is the memory that reading takes at most, each in a process
 * of its own. `ratio` says how many times less ours is.
 */
export async function xml({ quick = false } = {}) {
  const [nodes, edges] = quick ? [10_000, 50_000] : [100_000, 500_000]
  const size = quick ? '10k/50k' : '100k/500k'
  const turns = quick ? 3 : 1
  const outDir = join(home, 'dist/bench-xml')
  const common = { configFile: false, base: './', logLevel: 'error' }
  await build({ ...common, root: join(home, 'bench/xml'), build: { outDir, emptyOutDir: true, target: 'es2022' } })
  const server = await preview({ ...common, root: home, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } })
  const address = server.resolvedUrls.local[0]
  const row = (work, unit, { ours, peer }, goal) => ({ work, unit, ours, peer, ratio: peer / ours, goal })
  const rows = []
  const { samplePart, written } = await loadModule('bench/xml/sample.js')
  const part = samplePart(nodes, edges)
  try {
    for (const kind of ['gexf', 'graphml']) {
      const bytes = written(kind, part)
      writeFileSync(join(outDir, `sample.${kind}`), bytes)
      const name = `${kind} ${size} (${(bytes.length / 1e6).toFixed(0)} MB)`
      const { browser, page } = await opened(address)
      await page.evaluate((of) => window.load(of), kind)
      rows.push(row(`read ${name}`, 'ms', await times(page, kind, 'read', turns), goals[`read ${kind}`]))
      // graphology has no writer of GraphML.
      if (kind === 'gexf') {
        await page.evaluate(([...of]) => window.prepare(...of), [nodes, edges])
        rows.push(row(`write ${name}`, 'ms', await times(page, kind, 'write', turns), goals['write gexf']))
      }
      await browser.close()
      const peak = { ours: await peakOf(address, kind, 'read ours'), peer: await peakOf(address, kind, 'read peer') }
      rows.push(row(`read ${name}, memory at most`, 'MB', peak, kind === 'gexf' ? 'a tenth' : 'less'))
    }
  } finally {
    await server.close()
  }
  return rows
}
