import { textsEn } from '../../src/messages/texts.en'
import { beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app/createApp'
import { loadLayoutExecutor } from '../../src/app/layoutRunner'
import type { JobMessage, JobRequest } from '../../src/jobs/job'
import { jobs } from '../../src/jobs/jobs'
import { transferableBuffers } from '../../src/jobs/transferableBuffers'
import { runLayoutSync } from '../../src/layout/runLayout'
import { buildGraph } from '../../src/model/buildGraph'
import { applyDiff } from '../../src/model/graphDiff'
import { mainThreadLayouts } from '../../src/layout/mainThreadLayouts'
import { preparedPositions } from '../../src/scene/layouts/layoutRecords'
import { positionsByRow, layoutInputForWorkspace } from '../../src/scene/layouts/workspaceLayoutInput'
import { schema } from '../sample'

beforeAll(loadLayoutExecutor)

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
const graph = applyDiff(bare, [{ of: 'node', field: 'year', column: [undefined, { kind: 'number', values: years }] }])

const sizes = () => transferableBuffers({ ...graph }).map(({ byteLength }) => byteLength)
const whole = sizes()

/** Workers that receive messages like real ones: transferred memory is gone here. */
function workers() {
  let made = 0
  const make = () => {
    made++
    let run: Generator<unknown, unknown> | AsyncGenerator<unknown, unknown> | undefined
    let over = false
    const worker = {
      onmessage: undefined as ((event: { data: JobMessage }) => void) | undefined,
      terminate: () => (over = true),
      postMessage: (data: JobRequest | 'go on', transfer: ArrayBuffer[] = []) => {
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
    texts: textsEn,
    makeWorker: make,
    nextFrame: () => Promise.resolve(),
    today: () => '2026-01-01',
    addressBar: { query: () => '', write: () => {}, onPopState: () => () => {} },
  })
  const laid = async () => {
    while (app.session.getState().layoutProgress !== undefined) await new Promise((go) => setTimeout(go, 5))
    return app.session.getState().positions!
  }
  /** The same layout computed at once, as for a small graph. */
  const wanted = (name: Exclude<keyof typeof mainThreadLayouts, 'still'>) => {
    const from = preparedPositions(graph, 'prepared')
    const { input: plan, rows } = layoutInputForWorkspace(app.workspace.getState(), from)
    return positionsByRow(
      runLayoutSync(mainThreadLayouts[name], { layout: name, input: plan, removesOverlap: false }).positions,
      rows,
      from,
    )
  }
  return { app, laid, wanted, made }
}

describe('a layout of a large graph', () => {
  it.each(['circle', 'grouped', 'grid', 'radial', 'time'] as const)(
    'has the same positions from a worker: %s',
    async (name) => {
      const { app, laid, wanted } = begin()
      app.setLayout(name)
      expect(app.session.getState().layoutProgress).toBeDefined()
      expect(app.session.getState().positions).toBeUndefined()
      expect(await laid()).toEqual(wanted(name))
      // No memory of the graph was transferred.
      expect(sizes()).toEqual(whole)
    },
  )

  it('of a part lays out that part', async () => {
    const { app, laid, wanted } = begin()
    app.setFacetChoice('type', 'place', 'ruled out')
    app.setLayout('grid')
    expect(await laid()).toEqual(wanted('grid'))
  })

  it('is replaced by a newer one, even before its input was gathered', async () => {
    const { app, laid, wanted, made } = begin()
    app.setLayout('circle')
    app.setLayout('grid')
    expect(await laid()).toEqual(wanted('grid'))
    expect(made()).toBe(1)
    app.setLayout('circle')
    app.setLayout('prepared')
    await new Promise((go) => setTimeout(go, 50))
    expect(app.session.getState()).toMatchObject({ layoutProgress: undefined, positions: undefined })
    expect(made()).toBe(1)
  })
})
