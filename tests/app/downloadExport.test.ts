import { textsEn } from '../../src/messages/texts.en'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp } from '../../src/app/createApp'
import { loadLayoutExecutor } from '../../src/app/layoutRunner'
import { formats } from '../../src/formats/formats'
import { readFiles } from '../../src/formats/readFiles'
import type { JobRequest } from '../../src/jobs/job'
import { jobs } from '../../src/jobs/jobs'
import { buildGraph } from '../../src/model/buildGraph'
import { textAt } from '../../src/model/columns'
import type { Graph } from '../../src/model/graph'
import { preparedPositions } from '../../src/scene/layouts/layoutRecords'
import { graphOf, schema } from '../sample'

beforeAll(loadLayoutExecutor)

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

/** The number of files that were written by `fakeWorker`, which runs on the same thread. */
let writtenInWorker = 0
function fakeWorker(): Worker {
  let run: AsyncGenerator<unknown, unknown> | Generator<unknown, unknown>
  const worker = {
    onmessage: undefined as ((event: { data: unknown }) => void) | undefined,
    terminate: () => {},
    postMessage: (data: JobRequest | 'go on') => {
      if (data !== 'go on') run = jobs[data.job]!(data.input as never)
      if (data !== 'go on' && data.job === 'write') writtenInWorker++
      void Promise.resolve(run.next()).then((step) =>
        worker.onmessage?.({ data: step.done ? { result: step.value } : { progress: step.value } }),
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

/** The positions of nodes in an exported file. */
async function exportedPositions(app: App, format: string): Promise<Map<string, [number, number]>> {
  await app.exportFile({ format, scope: 'shown' })
  expect(app.session.getState().notice).toBeUndefined()
  const bytes = new Uint8Array(await saved.at(-1)!.arrayBuffer())
  const { graph } = await readFiles([{ name: 'x', bytes }])
  const { id, x, y, count } = graph.nodes
  return new Map(Array.from({ length: count }, (_, row) => [textAt(id, row), [x[row]!, y[row]!]]))
}

/** The positions of nodes on the canvas. */
function drawnPositions(app: App): Map<string, [number, number]> {
  const { graph, view } = app.workspace.getState()
  const positions = app.session.getState().positions ?? preparedPositions(graph, 'prepared')
  return new Map(
    Array.from({ length: graph.nodes.count }, (_, row) => {
      const id = textAt(graph.nodes.id, row)
      return [id, [...(view.pins[id] ?? [positions[2 * row]!, positions[2 * row + 1]!])]]
    }),
  )
}

const formatsWithPositions = formats.filter(
  ({ loadReader, loadWriter, losses }) => loadReader && loadWriter && !losses?.includes('positions'),
)

describe.each(formatsWithPositions.map(({ id, losses = [] }) => [id, losses.includes('ids')] as const))(
  'a file of %s',
  (format, renumbers) => {
    /** Formats that renumber nodes keep their order. */
    const named = (positions: Map<string, [number, number]>) =>
      renumbers ? [...positions.values()] : Object.fromEntries(positions)
    it('has the imported positions if nothing moved the nodes', async () => {
      const app = make(small())
      expect(named(await exportedPositions(app, format))).toEqual(named(drawnPositions(app)))
    })
    it('has the positions of the layout and of pins', async () => {
      const app = make(small())
      const before = drawnPositions(app)
      app.setLayout('circle')
      const laidOut = drawnPositions(app)
      expect(laidOut).not.toEqual(before)
      expect(named(await exportedPositions(app, format))).toEqual(named(laidOut))
      app.pin({ bob: [123.5, -77.25] })
      expect(drawnPositions(app).get('bob')).toEqual([123.5, -77.25])
      expect(named(await exportedPositions(app, format))).toEqual(named(drawnPositions(app)))
      app.setLayout('prepared')
      expect(named(await exportedPositions(app, format))).toEqual(named(drawnPositions(app)))
    })
  },
)

describe('a large graph', () => {
  it('is written in a worker, with the drawn positions', async () => {
    const nodes = Array.from({ length: 20_001 }, (_, at) => ({
      id: `n${at}`,
      type: 'person',
      label: '',
      x: at,
      y: 0.5,
    }))
    const app = make(buildGraph({ about: { id: 'large', title: 'Large' }, schema, nodes }))
    app.pin({ n7: [-5, 1000] })
    writtenInWorker = 0
    const positions = await exportedPositions(app, 'csv')
    expect(writtenInWorker).toBe(1)
    expect([positions.get('n6'), positions.get('n7')]).toEqual([
      [6, 0.5],
      [-5, 1000],
    ])
  })
})
