import { readdirSync, readFileSync, writeFileSync, copyFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { build, preview } from 'vite'
import react from '@vitejs/plugin-react'
import { flags, needBrowser } from '../tests/browser.js'

/**
 * Ours and a peer in one run: each row gives both medians and their ratio. `--quick` runs fewer turns, `--json FILE` also
 * writes the rows to a file.
 */
const quick = process.argv.includes('--quick')
const jsonFile = process.argv.includes('--json') ? process.argv[process.argv.indexOf('--json') + 1] : undefined
const turns = quick ? 3 : 9
const home = join(dirname(fileURLToPath(import.meta.url)), '..')
const peer = join(home, 'dist/bench')

const median = (values) => values.toSorted((one, other) => one - other)[values.length >> 1]

/** Gzipped bytes of every script that the page's HTML names: what comes before the first drawn graph. */
function firstScripts(folder) {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const names = [...html.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.js)"/g)].map(([, name]) => name)
  return [...new Set(names)].reduce(
    (sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length,
    0,
  )
}

/** Milliseconds from navigation to the first drawn frame, in a browser context that has nothing cached. */
async function firstDrawn(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(address)
  const time = await page.waitForFunction(() => performance.getEntriesByName('kizuna:first-drawn')[0]?.startTime)
  const value = await time.jsonValue()
  await context.close()
  return value
}

async function main() {
  await build({ root: home, logLevel: 'error' })
  await build({
    root: join(home, 'bench/minimal'),
    base: './',
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: peer, emptyOutDir: true },
  })
  const assets = join(home, 'dist/app/assets')
  const data = readdirSync(assets).find((name) => name.startsWith('us-japan-investment'))
  copyFileSync(join(assets, data), join(peer, 'data.json'))

  const serve = (outDir) =>
    preview({
      root: home,
      configFile: false,
      base: './',
      logLevel: 'error',
      build: { outDir },
      preview: { port: 0, host: '127.0.0.1' },
    })
  const servers = [await serve('dist/app'), await serve('dist/bench')]
  const [ours, theirs] = servers.map((server) => server.resolvedUrls.local[0])
  const browser = await chromium.launch({
    executablePath: needBrowser(),
    args: flags,
  })
  const times = { ours: [], theirs: [] }
  for (let turn = 0; turn <= turns; turn++) {
    const pair = [await firstDrawn(browser, ours), await firstDrawn(browser, theirs)]
    // The first turn warms the browser and the disk, and does not count.
    if (turn === 0) continue
    times.ours.push(pair[0])
    times.theirs.push(pair[1])
  }
  const machine = {
    cores: cpus().length,
    processor: cpus()[0]?.model.trim(),
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    node: process.version,
    browser: browser.version(),
  }
  await browser.close()
  await Promise.all(servers.map((server) => server.close()))

  const row = (work, unit, mine, other, goal) => ({ work, unit, ours: mine, peer: other, ratio: mine / other, goal })
  const rows = [
    row(
      'script before the first view, gzip',
      'KB',
      firstScripts(join(home, 'dist/app')) / 1000,
      firstScripts(peer) / 1000,
      'at most 200 KB',
    ),
    row('navigation to first drawn graph', 'ms', median(times.ours), median(times.theirs), 'at most 1.5 times'),
  ]
  console.log(
    `${machine.cores} cores, ${machine.memory}, ${machine.processor}; Node ${machine.node}, Chromium ${machine.browser}; medians of ${turns}`,
  )
  console.log('peer: a minimal page with React, sigma and graphology that shows the same graph\n')
  for (const { work, unit, ours: mine, peer: other, ratio, goal } of rows)
    console.log(
      `${work.padEnd(38)} ours ${mine.toFixed(1).padStart(8)} ${unit}   peer ${other.toFixed(1).padStart(8)} ${unit}   ratio ${ratio.toFixed(2).padStart(5)}   goal ${goal}`,
    )
  if (jsonFile) writeFileSync(jsonFile, `${JSON.stringify({ machine, turns, rows }, null, 2)}\n`)
}

await main()
