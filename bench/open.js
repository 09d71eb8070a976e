import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { opened } from './opening/page.js'
import { writeSample } from './opening/sample.js'
import { serve } from './opening/serve.js'
import { median } from './median.js'

const home = join(dirname(fileURLToPath(import.meta.url)), '..')
/** Ours is waited for no longer, in milliseconds. */
const patience = 60_000
/** The peer is waited for as many times as long as ours as the goal says, and a little longer. */
const more = 1.05

/** Graphs to open, how often ours is opened, how many times as fast it should be, and whether it is laid out too. The peer has one turn. */
const sizes = [
  { nodes: 100_000, edges: 500_000, turns: 2, goal: 6, lays: true },
  { nodes: 200_000, edges: 1_000_000, turns: 1, goal: 10, lays: false },
]
const quickSizes = [{ nodes: 10_000, edges: 50_000, turns: 1, goal: 6, lays: true }]

/** The page of the peer, built. */
async function builtPeer(outDir) {
  await build({
    root: join(home, 'bench/opening'),
    base: './',
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir, emptyOutDir: true },
  })
  return outDir
}

/** Ours and the peer's page of one file; ours first, since it says how long the peer is waited for. */
async function bothOpened([ours, peer], file, { turns, goal, lays }) {
  const own = []
  while (own.length < turns) own.push(await opened(ours, file, { patience, lays }))
  const numbers = ['time', 'peak', 'longest', 'layout']
  const mine = Object.fromEntries(numbers.map((what) => [what, median(own.map((each) => each[what]))]))
  return { ours: mine, peer: await opened(peer, file, { patience: goal * more * mine.time, lays }) }
}

/**
 * Opening a file, and laying out what is in it: time to the first drawn graph, memory, and the longest task of the page's
 * thread, ours beside a minimal page. Drawing calls are left out on both sides: see opening/watch.js.
 * `app` is the built program, `peerFolder` takes the built page of the peer.
 */
export async function opening({
  quick = false,
  app = join(home, 'dist/app'),
  peerFolder = join(home, 'dist/bench-open'),
} = {}) {
  const files = mkdtempSync(join(tmpdir(), 'kizuna-bench-'))
  const servers = [await serve(app, files), await serve(await builtPeer(peerFolder), files)]
  const rows = []
  for (const size of quick ? quickSizes : sizes) {
    const name = `g${size.nodes}.gexf`
    await writeSample(join(files, name), size.nodes, size.edges)
    rows.push(...rowsOf(size, await bothOpened(servers, `/files/${name}`, size)))
    rmSync(join(files, name))
  }
  servers.forEach((server) => server.close())
  rmSync(files, { recursive: true })
  return rows
}

function rowsOf({ nodes, edges, goal, lays }, { ours, peer }) {
  const row = (work, unit, what, wanted) => ({
    work: `${work}, ${nodes / 1000}k/${edges / 1000}k`,
    unit,
    // It was not waited for any longer.
    over: peer.late,
    ours: ours[what],
    peer: peer[what],
    ratio: peer[what] / ours[what],
    goal: wanted,
  })
  return [
    row('GEXF to first drawn graph, drawing calls apart', 'ms', 'time', `${goal} times faster`),
    row('peak memory of the page', 'MB', 'peak', lays ? 'less' : 'under 700 MB'),
    row('longest task while opening, drawing calls apart', 'ms', 'longest', 'at most 50 ms'),
    ...(lays ? [row('longest task while a layout runs, drawing calls apart', 'ms', 'layout', 'at most 50 ms')] : []),
  ]
}
