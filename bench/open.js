import { createReadStream, createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { flags, needBrowser } from '../tests/browser.js'
import { relations, sampleGraph, sectors } from './graphs.js'

const home = join(dirname(fileURLToPath(import.meta.url)), '..')
const peerFolder = join(home, 'dist/bench-open')
/** Nobody waits longer; a peer that needs more is reported with this much. */
const patience = 150_000
const median = (values) => values.toSorted((one, other) => one - other)[values.length >> 1]

/** A GEXF file of a sample graph, with three columns of nodes and two of edges. */
async function writeSample(path, nodes, edges) {
  const graph = sampleGraph(nodes, edges, 7)
  const labels = graph.labels()
  const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
  const out = createWriteStream(path)
  out.write(
    '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">' +
      '<graph defaultedgetype="directed"><attributes class="node"><attribute id="0" title="type" type="string"/>' +
      '<attribute id="1" title="year" type="integer"/><attribute id="2" title="score" type="double"/></attributes>' +
      '<attributes class="edge"><attribute id="0" title="relation" type="string"/></attributes><nodes>\n',
  )
  for (let node = 0; node < nodes; node++)
    out.write(
      `<node id="n${node}" label="${escape(labels[node])}"><attvalues><attvalue for="0" value="${sectors[graph.type[node]]}"/>` +
        `<attvalue for="1" value="${graph.year[node]}"/><attvalue for="2" value="${graph.score[node].toFixed(6)}"/></attvalues>` +
        `<viz:position x="${(graph.x[node] * 1000).toFixed(2)}" y="${(graph.y[node] * 1000).toFixed(2)}"/></node>\n`,
    )
  out.write('</nodes><edges>\n')
  for (let edge = 0; edge < edges; edge++)
    out.write(
      `<edge id="${edge}" source="n${graph.source[edge]}" target="n${graph.target[edge]}" weight="${graph.weight[edge]}">` +
        `<attvalues><attvalue for="0" value="${relations[graph.relation[edge]]}"/></attvalues></edge>\n`,
    )
  out.end('</edges></graph></gexf>\n')
  await new Promise((resolve) => out.on('finish', resolve))
}

const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}

/** Serves a built app and the files beside it, with the headers that `npm start` sends. */
async function serve(folder, files) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://x').pathname
    const inFiles = join(files, path.replace(/^\/files\//, ''))
    const file = path.startsWith('/files/') ? inFiles : join(folder, path === '/' ? 'index.html' : path)
    const found = statSync(file, { throwIfNoEntry: false })?.isFile()
    response.writeHead(found ? 200 : 404, {
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    })
    if (found) createReadStream(file).pipe(response)
    else response.end()
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }
}

/** Whether a process is a child of another, or a child of one. */
function descends(id, from) {
  for (let at = id; at > 1;) {
    if (at === from) return true
    at = Number(/PPid:\s+(\d+)/.exec(readFileSync(`/proc/${at}/status`, 'utf8'))?.[1] ?? 0)
  }
  return false
}

/** Peak resident memory in MB of the largest process that draws pages, of those that belong to a browser. */
function peakOfRenderers(browser) {
  let most = 0
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    try {
      if (!readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--type=renderer')) continue
      if (!descends(Number(id), browser)) continue
      most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024)
    } catch {
      // It has ended since it was listed.
    }
  return most
}

/**
 * Milliseconds from navigation until the graph is drawn and its pixels could be read, the longest task of the page's
 * thread until then, and the peak memory of its process; in a browser of its own.
 */
async function opened(address) {
  const server = await chromium.launchServer({ executablePath: needBrowser(), args: flags })
  const browser = await chromium.connect(server.wsEndpoint())
  try {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
    await page.addInitScript(() => {
      globalThis.longest = 0
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration)
      }).observe({ type: 'longtask', buffered: true })
    })
    const drawn = () => {
      if (performance.getEntriesByName('kizuna:first-drawn').length === 0) return 0
      for (const canvas of document.querySelectorAll('canvas')) {
        const gl = canvas.getContext('webgl2') ?? canvas.getContext('webgl')
        gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4))
      }
      return performance.now()
    }
    page.on('pageerror', (error) => console.error(`${address}: ${error.message}`))
    await page.goto(address)
    const time = await page
      .waitForFunction(drawn, undefined, { timeout: patience, polling: 30 })
      .then((handle) => handle.jsonValue())
      .catch(() => patience)
    return {
      time,
      peak: peakOfRenderers(server.process().pid),
      longest: time < patience ? await page.evaluate(() => globalThis.longest) : patience,
    }
  } finally {
    await browser.close()
    await server.close()
  }
}

/** Opening a file: time to the first drawn graph and memory, ours beside a minimal page, in turns. */
export async function opening({ quick = false } = {}) {
  await build({
    root: join(home, 'bench/opening'),
    base: './',
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: peerFolder, emptyOutDir: true },
  })
  const files = mkdtempSync(join(tmpdir(), 'kizuna-bench-'))
  const sizes = quick
    ? [[10_000, 50_000, 1]]
    : [
        [100_000, 500_000, 1],
        [200_000, 1_000_000, 1],
      ]
  const servers = [await serve(join(home, 'dist/app'), files), await serve(peerFolder, files)]
  const rows = []
  for (const [nodes, edges, turns] of sizes) {
    const name = `g${nodes}.gexf`
    await writeSample(join(files, name), nodes, edges)
    const [ours, theirs] = [[], []]
    for (let turn = 0; turn < turns; turn++) {
      ours.push(await opened(`${servers[0].address}?open=/files/${name}`))
      theirs.push(await opened(`${servers[1].address}?open=/files/${name}`))
    }
    rmSync(join(files, name))
    const size = `${nodes / 1000}k/${edges / 1000}k`
    const pick = (list, what) => median(list.map((each) => each[what]))
    const row = (work, unit, what, goal) => {
      const [mine, other] = [pick(ours, what), pick(theirs, what)]
      rows.push({ work: `${work}, GEXF ${size}`, unit, ours: mine, peer: other, ratio: other / mine, goal })
    }
    row('file to first drawn graph', 'ms', 'time', nodes > 100_000 ? '10 times faster' : '6 times faster')
    row('peak memory of the page while opening', 'MB', 'peak', nodes > 100_000 ? 'under 700 MB' : 'less')
    row("longest task of the page's thread while opening (drawing calls included)", 'ms', 'longest', 'shorter')
  }
  servers.forEach((server) => server.close())
  rmSync(files, { recursive: true })
  return rows
}
