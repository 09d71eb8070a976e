import { Worker } from 'node:worker_threads'
import { kernel } from 'virtual:force-kernel'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sampleGraph } from '../../bench/graphs.js'
import { ForceAtlas2, allocateSharedRunMemory, type SharedRunMemory } from '../../src/layout/forceAtlas2'
import { buildForceColumns } from '../../src/layout/kernel/forceColumns'
import { writeColumnsToKernel, instantiateKernel } from '../../src/layout/kernel/kernelInstance'
import { inferForceSettings } from '../../src/layout/kernel/forceSettings'
import { stopForceHelper, computeForcesAsLeader } from '../../src/layout/kernel/sharedRunMemory'

const nodes = 4000
const { source, target, x, y } = sampleGraph(nodes, 5 * nodes)
const start = new Float32Array(2 * nodes).map((_, index) => (index % 2 ? y : x)[index >> 1]!)
const input = { source, target, start, fixed: new Uint8Array(nodes) }
const alone = new ForceAtlas2(input)
alone.advance(20)

const program = `
import { runForceHelper } from '/src/layout/forceAtlas2.ts'
import { parentPort, workerData } from 'node:worker_threads'
parentPort.postMessage('ready')
runForceHelper(workerData)
`

/** The second worker's program, as one text: what a worker of this process runs cannot be TypeScript. */
let code = ''
const workers: Worker[] = []

beforeAll(async () => {
  const given = new Map([
    ['virtual:force-kernel', `export const kernel = '${kernel}'`],
    ['program', program],
  ])
  const { output } = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'given',
        enforce: 'pre',
        resolveId: (id) => (given.has(id) ? `\0${id}` : undefined),
        load: (id) => given.get(id.slice(1)),
      },
    ],
    build: { write: false, ssr: true, target: 'node20', rolldownOptions: { input: 'program' } },
  })) as Rolldown.RolldownOutput
  code = output[0].code
}, 30_000)

afterAll(() => Promise.all(workers.map((worker) => worker.terminate())))

async function helper(shared: SharedRunMemory): Promise<Worker> {
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), { workerData: shared })
  workers.push(worker)
  await new Promise((resolve, reject) => worker.on('message', resolve).on('error', reject))
  return worker
}

it('a second worker changes nothing', async () => {
  const shared = allocateSharedRunMemory(nodes, source.length)
  await helper(shared)
  const force = new ForceAtlas2(input, {}, shared)
  force.advance(20)
  expect(force.positions()).toEqual(alone.positions())
})

it('a second worker that starts late changes nothing', () => {
  const shared = allocateSharedRunMemory(nodes, source.length)
  void helper(shared)
  const force = new ForceAtlas2(input, {}, shared)
  force.advance(20)
  expect(force.positions()).toEqual(alone.positions())
})

it('a second worker can do all the work that the first leaves, and ends when stopped', async () => {
  const shared = allocateSharedRunMemory(nodes, source.length)
  const { memory, size: extent, control } = shared
  const worker = await helper(shared)
  const settings = inferForceSettings(nodes)
  const first = instantiateKernel(memory, extent, settings)
  writeColumnsToKernel(first, buildForceColumns(input, settings))
  const done = () => Atomics.load(control, 2)
  /** Does its first portion when all others are done. */
  const idle = {
    ...first,
    forces: (from: number, to: number) => {
      while (done() < 63);
      first.forces(from, to)
    },
  }
  for (let step = 0; step < 20; step++) {
    computeForcesAsLeader(idle, control, idle.prepare())
    idle.move()
  }
  const places = new Float32Array(memory.buffer, first.memoryLayout.addresses.position, 2 * nodes)
  expect(places.slice()).toEqual(alone.positions())
  const ended = new Promise((resolve) => worker.on('exit', resolve))
  stopForceHelper(control)
  expect(await ended).toBe(0)
})
