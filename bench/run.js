import { readdirSync, readFileSync, writeFileSync, copyFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { build, preview } from 'vite'
import react from '@vitejs/plugin-react'
import { flags, needBrowser } from '../tests/browser.js'
import { median } from './median.js'

/**
 * Ours and a peer in one run: each row gives both medians and how many times ours is better. `--quick` takes smaller graphs
 * and fewer turns, `--only NAME` one group, `--json FILE` writes the rows to a file, `--readme` writes the whole table to bench/README.md and five
 * of its rows to the project's README.
 */
const quick = process.argv.includes('--quick')
const jsonFile = process.argv.includes('--json') ? process.argv[process.argv.indexOf('--json') + 1] : undefined
const turns = quick ? 3 : 5
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined
const home = join(dirname(fileURLToPath(import.meta.url)), '..')
const peer = join(home, 'dist/bench')

/** Milliseconds of a fixed piece of arithmetic: how fast the machine is just now, as others may share its cores. */
function pulse() {
  const start = performance.now()
  let sum = 0
  for (let at = 0; at < 5e7; at++) sum += (at % 97) * 0.5
  return sum > 0 ? performance.now() - start : NaN
}

/** Gzipped bytes of every script that the page's HTML names: what comes before the first drawn graph. */
function firstScripts(folder) {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.js)"/g)].map(([, name]) => name)
  // The texts of the interface are loaded by the first script, in one language.
  const texts = readdirSync(join(folder, 'assets'))
    .filter((name) => /^texts\.en-.*\.js$/.test(name))
    .map((name) => `assets/${name}`)
  return [...new Set([...named, ...texts])].reduce(
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

/** The first view beside a minimal page that shows the same graph: bytes of script, and time to the first picture. */
async function firstView() {
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
  const browser = await chromium.launch({ executablePath: needBrowser(), args: flags })
  const times = { ours: [], theirs: [] }
  for (let turn = 0; turn <= turns; turn++) {
    const pair = [await firstDrawn(browser, ours), await firstDrawn(browser, theirs)]
    // The first turn warms the browser and the disk, and does not count.
    if (turn === 0) continue
    times.ours.push(pair[0])
    times.theirs.push(pair[1])
  }
  await browser.close()
  await Promise.all(servers.map((server) => server.close()))
  const [mine, other] = [firstScripts(join(home, 'dist/app')) / 1000, firstScripts(peer) / 1000]
  return [
    { work: 'script before the first view, gzip', unit: 'KB', ours: mine, peer: other, goal: 'at most 200 KB' },
    {
      work: 'navigation to first drawn graph, bundled data',
      unit: 'ms',
      ours: median(times.ours),
      peer: median(times.theirs),
      goal: 'at most 1.5 times as long',
    },
  ]
}

/** Every group of rows. To add one: write its file, name it here. */
const groups = {
  'first view': { peer: 'a minimal page with React, sigma and graphology', rows: firstView },
  opening: {
    peer: 'a minimal page with React, sigma and graphology-gexf',
    rows: async (how) => (await import('./open.js')).opening(how),
  },
  reading: { peer: 'graphology-gexf, graphology-graphml', rows: async (how) => (await import('./xml.js')).xml(how) },
  tables: {
    peer: 'papaparse with graphology, graphology import and export',
    rows: async (how) => (await import('./tables.js')).tables(how),
  },
  drawing: { peer: 'sigma with reducers and refresh', rows: drawing },
  force: {
    peer: "graphology-layout-forceatlas2's step with Barnes-Hut",
    rows: async (how) => (await import('./force.js')).benchForce(how),
  },
  layers: { peer: '@dagrejs/dagre', rows: async (how) => (await import('./layers.js')).layers(how) },
  filter: { peer: 'loops over graphology', rows: async (how) => (await import('./filter.js')).filter(how) },
  search: { peer: 'minisearch alone', rows: async (how) => (await import('./search.js')).search(how) },
  metrics: {
    peer: 'graphology-metrics, -components, -cores, -communities-louvain',
    rows: async (how) => (await import('./metrics.js')).metrics(how),
  },
}

async function drawing() {
  const { drawRows } = await import('./draw.js')
  const browser = await chromium.launch({ executablePath: needBrowser(), args: flags })
  const size = quick ? { nodes: 10_000, edges: 50_000 } : {}
  const rows = await drawRows(browser, size)
  await browser.close()
  return rows
}

const digits = (value) => (value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3))
const shown = (value, unit) => (Number.isNaN(value) ? '-' : `${digits(value)} ${unit}`)
/** How many times ours is better, where less is better. */
const times = ({ unit, ours, peer: other, over }) =>
  ['ms', 'KB', 'MB', 's'].includes(unit) && ours > 0 && !Number.isNaN(other)
    ? `${over ? 'over ' : ''}${digits(other / ours)} x`
    : ''
const peers = ({ unit, peer: other, over }) => `${over && !Number.isNaN(other) ? 'over ' : ''}${shown(other, unit)}`

const paced = ({ pulse: [least, most] }) => `a fixed piece of arithmetic took ${least} to ${most} ms during the run`

function table(machine, done) {
  const lines = done.flatMap(({ name, peer: who, rows }) => [
    `| **${name}** | | *${who}* | | |`,
    ...rows.map(
      (row) => `| ${row.work} | ${shown(row.ours, row.unit)} | ${peers(row)} | ${times(row)} | ${row.goal} |`,
    ),
  ])
  return [
    `${machine.cores} cores, ${machine.memory}, ${machine.processor}, no graphics card (WebGL in software); Node ${machine.node}, Chromium ${machine.browser}. Medians; the machine does other things too (${paced(machine)}), so read the ratios.`,
    '',
    '| work | Kizuna | peer | peer / Kizuna | goal |',
    '|---|---|---|---|---|',
    ...lines,
  ].join('\n')
}

async function main() {
  const started = performance.now()
  await build({ root: home, logLevel: 'error' })
  const browser = await chromium.launch({ executablePath: needBrowser(), args: flags })
  const machine = {
    cores: cpus().length,
    processor: cpus()[0]?.model.trim(),
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    node: process.version,
    browser: browser.version(),
  }
  await browser.close()
  const done = []
  const pulses = [pulse(), pulse()].slice(1)
  for (const [name, { peer: who, rows }] of Object.entries(groups)) {
    if (only !== undefined && only !== name) continue
    const begun = performance.now()
    const own = await rows({ quick })
    done.push({ name, peer: who, rows: own })
    pulses.push(pulse())
    console.log(`\n${name}, beside ${who} (${Math.round((performance.now() - begun) / 1000)} s)`)
    for (const row of own)
      console.log(
        `  ${row.work.padEnd(64)} ours ${shown(row.ours, row.unit).padStart(12)}   peer ${peers(row).padStart(13)}   ${times(row).padStart(11)}   goal ${row.goal}`,
      )
  }
  machine.pulse = [Math.min(...pulses), Math.max(...pulses)].map(Math.round)
  console.log(`\n${Math.round((performance.now() - started) / 1000)} s; ${paced(machine)}`)
  if (jsonFile) writeFileSync(jsonFile, `${JSON.stringify({ machine, quick, groups: done }, null, 2)}\n`)
  if (process.argv.includes('--readme')) {
    writeBetweenMarks(join(home, 'bench/README.md'), 'bench', table(machine, done))
    writeBetweenMarks(join(home, 'README.md'), 'bench', shortTable(done))
  }
}

/** The rows that the project's README shows, by how their names begin. */
const shortRows = [
  'script before the first view',
  'GEXF to first drawn graph, drawing calls apart, 100k',
  'filter half away, 100k',
  'ForceAtlas2, a step, 100k/500k',
  'PageRank, 100k',
]

function shortTable(done) {
  const all = done.flatMap(({ peer, rows }) =>
    rows.map((row) => ({ ...row, peer: undefined, program: peer, own: row })),
  )
  const lines = shortRows.flatMap((start) => {
    const row = all.find(({ work }) => work.startsWith(start))
    return row ? [`| ${row.work} | ${shown(row.own.ours, row.unit)} | ${peers(row.own)} | ${row.program} |`] : []
  })
  return ['| work | Kizuna | peer | which peer |', '|---|---|---|---|', ...lines].join('\n')
}

/** Replaces what is between `<!-- name -->` and `<!-- /name -->` in a file. */
function writeBetweenMarks(file, name, content) {
  const marks = new RegExp(`(<!-- ${name} -->\\n)[^]*?(<!-- /${name} -->)`)
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(marks, (_, open, close) => `${open}\n${content}\n\n${close}`),
  )
}

await main()
