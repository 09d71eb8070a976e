import { textsEn } from '../../src/messages/texts.en'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../src/app/createApp'
import type { AddressBar } from '../../src/app/addressBar'
import { jobs } from '../../src/jobs/jobs'
import { toJobFault, type JobMessage, type JobRequest } from '../../src/jobs/job'
import { cellAt } from '../../src/model/columns'
import { nodeRowIndex } from '../../src/model/graph'
import { visibleRows } from '../../src/scene/view/filterResult'
import { graphOf } from '../sample'
import { inEnglish } from '../text'

const graph = graphOf('ann knows bob expected paper', 'bob knows cat', 'dan knows bob', 'dan knows eve -denied')

function bar(start: string): AddressBar {
  let held = start
  return { query: () => held, write: (query) => void (held = query), onPopState: () => () => undefined }
}

/** A worker on the same thread that answers asynchronously; with `slow`, only after that promise. */
function workers(slow?: Promise<void>) {
  let ended = 0
  const make = () => {
    let run: Generator<unknown, unknown> | AsyncGenerator<unknown, unknown> | undefined
    let over = false
    const worker = {
      onmessage: undefined as ((event: { data: JobMessage }) => void) | undefined,
      terminate: () => {
        over = true
        ended++
      },
      postMessage: async (data: JobRequest | 'go on') => {
        if (data !== 'go on') run = jobs[data.job]!(structuredClone(data.input) as never)
        await slow
        if (over) return
        try {
          const turn = await run!.next()
          worker.onmessage?.({ data: turn.done ? { result: turn.value } : { progress: turn.value } })
        } catch (error) {
          worker.onmessage?.({ data: { fault: toJobFault(error) } })
        }
      },
    }
    return worker as unknown as Worker
  }
  return { make, ended: () => ended }
}

const settle = async () => {
  for (let turn = 0; turn < 200; turn++) await Promise.resolve()
}

function make(start = '', slow?: Promise<void>) {
  const work = workers(slow)
  const address = bar(start)
  const app = createApp(graph, {
    texts: textsEn,
    makeWorker: work.make,
    nextFrame: () => Promise.resolve(),
    today: () => '2026-01-01',
    addressBar: address,
  })
  const workspace = () => app.workspace.getState()
  const value = (column: string, node: string) =>
    cellAt(workspace().graph.nodes.attributes.get(column)!, nodeRowIndex(workspace().graph).get(node)!)
  return { app, address, work, workspace, value }
}

const degree = { metric: 'degree', settings: {} }

describe('metrics', () => {
  it('become columns that filters can use, and are in the address', async () => {
    const { app, address, workspace, value } = make()
    app.runMetric(degree)
    expect(app.session.getState().metricProgress?.metric).toBe('degree')
    await settle()
    expect(app.session.getState().metricProgress).toBeUndefined()
    expect(value('degree', 'bob')).toBe(3)
    expect(address.query()).toContain('measure=degree')
    app.setFilterText('@degree:3')
    const { graph: now, view } = workspace()
    expect(visibleRows(now, view.filter).nodeCount).toBe(1)
  })

  it('do not count denied relations', async () => {
    const { app, value } = make()
    app.runMetric(degree)
    await settle()
    expect(value('degree', 'eve')).toBe(0)
  })

  it('are computed again from an address, one after the other', async () => {
    const { app, value, workspace } = make('v=1&measure=degree&measure=core@%40degree:1&filter=%40degree:1')
    await settle()
    expect(value('degree', 'ann')).toBe(1)
    expect(value('core', 'ann')).toBe(0)
    expect(value('core', 'bob')).toBeUndefined()
    expect(workspace().view.metrics).toHaveLength(2)
    expect(app.session.getState().metricResults?.map(({ request }) => request.metric)).toEqual(['degree', 'core'])
  })

  it('are computed for what a filter leaves if requested', async () => {
    const { app, value } = make()
    app.runMetric({ ...degree, filter: 'node:ann,bob' })
    await settle()
    expect(value('degree', 'bob')).toBe(1)
    expect(value('degree', 'cat')).toBeUndefined()
  })

  it('are removed with the colours, sizes and filter steps that use them', async () => {
    const { app, workspace } = make()
    app.runMetric(degree)
    await settle()
    app.setFilterText('@degree:3')
    app.updateView((view) => ({ ...view, size: '@degree', colour: '@degree' }))
    app.removeMetric('degree')
    await settle()
    const { graph: now, view } = workspace()
    expect(now.nodes.attributes.has('degree')).toBe(false)
    expect(view).toMatchObject({ metrics: [], filter: [] })
    expect([view.size, view.colour]).toEqual([undefined, undefined])
  })

  it('stop on request, and are dropped from the view', async () => {
    const { app, work, workspace } = make('', new Promise(() => undefined))
    app.runMetric(degree)
    app.runMetric({ metric: 'core', settings: {} })
    const before = work.ended()
    app.stopMetrics()
    expect(work.ended()).toBe(before + 1)
    expect(workspace().view.metrics).toEqual([])
    expect(app.session.getState().metricProgress).toBeUndefined()
  })

  it('leave columns of the file as they are, and are computed again for an edited graph', async () => {
    const { app, workspace } = make()
    const { graph: first } = workspace()
    const own = { kind: 'number' as const, values: new Float64Array(first.nodes.count).fill(7) }
    const nodes = { ...first.nodes, attributes: new Map([['degree', own]]) }
    app.workspace.setState({ graph: { ...first, about: { ...first.about }, nodes } })
    app.runMetric(degree)
    await settle()
    const { attributes } = workspace().graph.nodes
    expect(attributes.get('degree')).toBe(own)
    expect([...attributes.keys()]).toEqual(['degree', 'degree-measured', 'degree-in', 'degree-out'])
    // An edit makes another graph of the same data: metrics are computed again, and their columns are there once.
    const { graph: made } = workspace()
    app.workspace.setState({ graph: { ...made } })
    await settle()
    expect([...workspace().graph.nodes.attributes.keys()]).toEqual([...attributes.keys()])
  })

  it('show a notice when they fail', async () => {
    const { app, workspace } = make('v=1&measure=fame')
    await settle()
    expect(inEnglish(app.session.getState().notice!.what!)).toBe('Unknown metric “fame”.')
    expect(workspace().view.metrics).toEqual([])
  })
})
