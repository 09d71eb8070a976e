import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { build, preview } from 'vite'
import { flags, needBrowser } from '../tests/browser.js'
import { loadModule } from './load.js'
import { median } from './median.js'

const home = join(dirname(fileURLToPath(import.meta.url)), '..')

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

/** Makes the system measure the most memory of a process anew, where it can. */
function forgetPeak(id) {
  try {
    writeFileSync(`/proc/${id}/clear_refs`, '5')
  } catch {
    // Then the peak is NaN as well.
  }
}

/** Megabytes in /proc; NaN on a system that has none. */
function fieldOf(id, field) {
  try {
    return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${id}/status`, 'utf8'))[1]) / 1024
  } catch {
    return NaN
  }
}

/** What a work takes in a fresh process: milliseconds, and the megabytes at most beyond what the page had before. */
async function takes(address, kind, work) {
  const { browser, page } = await opened(address)
  try {
    await page.evaluate((of) => window.load(of), kind)
    const cleaner = await page.context().newCDPSession(page)
    await cleaner.send('HeapProfiler.collectGarbage')
    const renderers = await renderersOf(browser)
    const before = renderers.map((id) => (forgetPeak(id), fieldOf(id, 'VmRSS')))
    const time = await page.evaluate(([...of]) => window.timed(...of), [kind, work])
    return { time, peak: Math.max(...renderers.map((id, at) => fieldOf(id, 'VmHWM') - before[at])) }
  } finally {
    await browser.close()
  }
}

/** Milliseconds of each turn of a work in one page that stays, after one that warms up and does not count. */
async function timesOf(page, kind, { work, turns }) {
  const known = []
  for (let turn = 0; turn <= turns; turn++)
    known.push(await page.evaluate(([...of]) => window.timed(...of), [kind, work]))
  return known.slice(1)
}

const goals = {
  'read gexf': '25 times faster',
  'read graphml': '15 times faster',
  'write gexf': '20 times faster',
}

/**
 * GEXF and GraphML, read and written by ours and by graphology's packages on the main thread of pages of Chromium; both
 * read the same bytes, which ours wrote. The peer reads once in a process of its own, which tells its memory too, and is
 * long enough to need no warming; ours is read in turns before and after it, once warm, as the machine is now faster and
 * now slower, and for its memory in a process of its own.
 */
export async function xml({ quick = false } = {}) {
  const [nodes, edges] = quick ? [10_000, 50_000] : [100_000, 500_000]
  const size = quick ? '10k/50k' : '100k/500k'
  const peerTurns = quick ? 3 : 1
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
      const ours = await timesOf(page, kind, { work: 'read ours', turns: 2 })
      const peers = await inTurn(peerTurns, () => takes(address, kind, 'read peer'))
      ours.push(...(await timesOf(page, kind, { work: 'read ours', turns: 2 })))
      const pair = (mine, which) => ({ ours: mine, peer: median(peers.map((each) => each[which])) })
      rows.push(row(`read ${name}`, 'ms', pair(median(ours), 'time'), goals[`read ${kind}`]))
      // graphology has no writer of GraphML.
      if (kind === 'gexf') {
        await page.evaluate(([...of]) => window.prepare(...of), [nodes, edges])
        const mine = median(await timesOf(page, kind, { work: 'write ours', turns: 3 }))
        const other = median(await inTurn(peerTurns, () => page.evaluate((of) => window.timed(of, 'write peer'), kind)))
        rows.push(row(`write ${name}`, 'ms', { ours: mine, peer: other }, goals['write gexf']))
      }
      await browser.close()
      const { peak } = await takes(address, kind, 'read ours')
      rows.push(row(`read ${name}, memory at most`, 'MB', pair(peak, 'peak'), kind === 'gexf' ? 'a tenth' : 'less'))
    }
  } finally {
    await server.close()
  }
  return rows
}

async function inTurn(turns, work) {
  const results = []
  for (let turn = 0; turn < turns; turn++) results.push(await work())
  return results
}
