import { textsEn } from '../../src/messages/texts.en'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp } from '../../src/app/createApp'
import { formats } from '../../src/formats/formats'
import { readFiles } from '../../src/formats/readFiles'
import type { JobRequest } from '../../src/jobs/job'
import { jobs } from '../../src/jobs/jobs'
import { buildGraph } from '../../src/model/buildGraph'
import { textAt } from '../../src/model/columns'
import type { Graph } from '../../src/model/graph'
import { preparedPositions } from '../../src/scene/layouts/layoutRecords'
import { graphOf, schema } from '../sample'

/** Files that were handed to the browser. */
let saved: Blob[] = []
beforeEach(() => {
  saved = []
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  vi.stubGlobal('document', { createElement: () => ({ click: () => {} }) })
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => `blob:${saved.push(blob as Blob)}`)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** A worker on the same thread, which counts the files that it wrote. */
let apart = 0
function fakeWorker(): Worker {
  let run: AsyncGenerator<unknown, unknown> | Generator<unknown, unknown>
  const worker = {
    onmessage: undefined as ((event: { data: unknown }) => void) | undefined,
    terminate: () => {},
    postMessage: (data: JobRequest | 'go on') => {
      if (data !== 'go on') run = jobs[data.job]!(data.input as never)
      if (data !== 'go on' && data.job === 'write') apart++
      void Promise.resolve(run.next()).then((turn) =>
        worker.onmessage?.({ data: turn.done ? { result: turn.value } : { progress: turn.value } }),
      )
    },
  }
  return worker as unknown as Worker
}

const make = (graph: Graph) =>
  createApp(graph, {
    texts: textsEn,
    makeWorker: fakeWorker,
    nextFrame: () => Promise.resolve(),
    today: () => '2026-01-01',
    addressBar: { query: () => '', write: () => {}, onPopState: () => () => {} },
  })
type App = ReturnType<typeof make>

const small = (): Graph => {
  const graph = graphOf('ann knows bob expected paper', 'bob knows plant:project', 'plant in-sector energy:sector')
  const x = Float32Array.from({ length: graph.nodes.count }, (_, row) => 10.5 * (row + 1))
  return { ...graph, nodes: { ...graph.nodes, x, y: x.map((each) => -each) } }
}

/** Where the file says that each node is. */
async function written(app: App, format: string): Promise<Map<string, [number, number]>> {
  await app.exportFile({ format, scope: 'shown' })
  expect(app.session.getState().notice).toBeUndefined()
  const bytes = new Uint8Array(await saved.at(-1)!.arrayBuffer())
  const { graph } = await readFiles([{ name: 'x', bytes }])
  const { id, x, y, count } = graph.nodes
  return new Map(Array.from({ length: count }, (_, row) => [textAt(id, row), [x[row]!, y[row]!]]))
}

/** Where the canvas shows them. */
function shownBy(app: App): Map<string, [number, number]> {
  const { graph, view } = app.workspace.getState()
  const places = app.session.getState().positions ?? preparedPositions(graph, 'prepared')
  return new Map(
    Array.from({ length: graph.nodes.count }, (_, row) => {
      const id = textAt(graph.nodes.id, row)
      return [id, [...(view.pins[id] ?? [places[2 * row]!, places[2 * row + 1]!])]]
    }),
  )
}

const placing = formats.filter(
  ({ read, collect, write, losses: loses }) => (read ?? collect) && write && !loses?.includes('places'),
)

describe.each(placing.map(({ id, losses: loses = [] }) => [id, loses.includes('ids')] as const))(
  'a file of %s',
  (format, anew) => {
    /** Some formats number their nodes, in their order. */
    const named = (places: Map<string, [number, number]>) => (anew ? [...places.values()] : Object.fromEntries(places))
    it('has the nodes where they came from as long as nothing moved them', async () => {
      const app = make(small())
      expect(named(await written(app, format))).toEqual(named(shownBy(app)))
    })
    it('has them where the layout, the pins and the hand have put them', async () => {
      const app = make(small())
      const before = shownBy(app)
      app.setLayout('circle')
      const laid = shownBy(app)
      expect(laid).not.toEqual(before)
      expect(named(await written(app, format))).toEqual(named(laid))
      app.pin('bob', 123.5, -77.25)
      expect(shownBy(app).get('bob')).toEqual([123.5, -77.25])
      expect(named(await written(app, format))).toEqual(named(shownBy(app)))
      app.setLayout('prepared')
      expect(named(await written(app, format))).toEqual(named(shownBy(app)))
    })
  },
)

describe('a large graph', () => {
  it('is written apart, with the nodes where they are shown', async () => {
    const nodes = Array.from({ length: 20_001 }, (_, at) => ({
      id: `n${at}`,
      type: 'person',
      label: '',
      x: at,
      y: 0.5,
    }))
    const app = make(buildGraph({ about: { id: 'large', title: 'Large' }, schema, nodes }))
    app.pin('n7', -5, 1000)
    apart = 0
    const places = await written(app, 'csv')
    expect(apart).toBe(1)
    expect([places.get('n6'), places.get('n7')]).toEqual([
      [6, 0.5],
      [-5, 1000],
    ])
  })
})
