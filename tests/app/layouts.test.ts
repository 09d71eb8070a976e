import { describe, expect, it } from 'vitest'
import { createApp } from '../../src/app/createApp'
import type { Answer, Ask } from '../../src/jobs/job'
import { jobs } from '../../src/jobs/jobs'
import { buffersIn } from '../../src/jobs/transferableBuffers'
import { runNow } from '../../src/layout/runLayout'
import { buildGraph } from '../../src/model/buildGraph'
import { applied } from '../../src/model/graphDiff'
import { placesIn, quickLayout } from '../../src/scene/layouts/layoutRecords'
import { placesOfRows, planOf } from '../../src/scene/layouts/workspaceLayoutInput'
import type { LayoutName } from '../../src/scene/view/view'
import { schema } from '../sample'

const count = 31_000
const bare = buildGraph({
  about: { id: 'large', title: 'Large' },
  schema,
  nodes: Array.from({ length: count }, (_, at) => ({
    id: `n${at}`,
    type: ['actor', 'project', 'place'][at % 3]!,
    label: `node ${(at * 7919) % count}`,
  })),
  edges: Array.from({ length: count }, (_, at) => ({
    id: `e${at}`,
    source: `n${at}`,
    target: `n${(at * 31) % count}`,
    predicate: 'knows',
  })),
})
const years = Float64Array.from({ length: count }, (_, at) => 1900 + (at % 120))
const graph = applied(bare, [{ of: 'node', field: 'year', column: [undefined, { kind: 'number', values: years }] }])

const sizes = () => buffersIn({ ...graph }).map(({ byteLength }) => byteLength)
const whole = sizes()

/** Workers that get their messages as real ones do: what is handed over is gone here. */
function workers() {
  let made = 0
  const make = () => {
    made++
    let run: Generator<unknown, unknown> | AsyncGenerator<unknown, unknown> | undefined
    let over = false
    const worker = {
      onmessage: undefined as ((event: { data: Answer }) => void) | undefined,
      terminate: () => (over = true),
      postMessage: (data: Ask | 'go on', transfer: ArrayBuffer[] = []) => {
        const taken = structuredClone(data, { transfer })
        if (taken !== 'go on') run = jobs[taken.job]!(taken.input as never)
        setTimeout(async () => {
          if (over) return
          const turn = await run!.next()
          if (!over) worker.onmessage?.({ data: turn.done ? { result: turn.value } : { progress: turn.value } })
        })
      },
    }
    return worker as unknown as Worker
  }
  return { make, made: () => made }
}

function begin() {
  const { make, made } = workers()
  const app = createApp(graph, {
    makeWorker: make,
    frame: () => Promise.resolve(),
    today: () => '2026-01-01',
    bar: { query: () => '', write: () => {}, onWalk: () => () => {} },
  })
  const laid = async () => {
    while (app.moment.getState().laying !== undefined) await new Promise((go) => setTimeout(go, 5))
    return app.moment.getState().positions!
  }
  /** The same layout at once, as of a small graph. */
  const wanted = (name: LayoutName) => {
    const from = placesIn(graph, 'prepared')
    const { plan, rows } = planOf(app.workspace.getState(), from)
    return placesOfRows(runNow(quickLayout(name)!, { layout: name, plan, apart: false }).places, rows, from)
  }
  return { app, laid, wanted, made }
}

describe('a layout of a large graph', () => {
  it.each(['circle', 'grouped', 'grid', 'radial', 'time'] as const)(
    'comes to the same places in a worker: %s',
    async (name) => {
      const { app, laid, wanted } = begin()
      app.setLayout(name)
      expect(app.moment.getState()).toMatchObject({ laying: expect.any(String), positions: undefined })
      expect(await laid()).toEqual(wanted(name))
      // Nothing of the graph was given away.
      expect(sizes()).toEqual(whole)
    },
  )

  it('of a part is of that part', async () => {
    const { app, laid, wanted } = begin()
    app.choose('type', 'place', 'ruled out')
    app.setLayout('grid')
    expect(await laid()).toEqual(wanted('grid'))
  })

  it('gives way to a newer one, also before anything was gathered for it', async () => {
    const { app, laid, wanted, made } = begin()
    app.setLayout('circle')
    app.setLayout('grid')
    expect(await laid()).toEqual(wanted('grid'))
    expect(made()).toBe(1)
    app.setLayout('circle')
    app.setLayout('prepared')
    await new Promise((go) => setTimeout(go, 50))
    expect(app.moment.getState()).toMatchObject({ laying: undefined, positions: undefined })
    expect(made()).toBe(1)
  })
})
