import { textsEn } from '../../src/messages/texts.en'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../src/app/createApp'
import type { AddressBar } from '../../src/app/addressBar'
import type { JobMessage, JobRequest } from '../../src/jobs/job'
import { jobs } from '../../src/jobs/jobs'
import { graphOf } from '../sample'

const graph = graphOf('ann knows bob expected paper', 'bob knows plant:project', 'plant in-sector energy:sector')

/** A browser's address bar with its history, and the Back button. */
function fakeBar(start = '') {
  const entries = [start]
  const walks = new Set<() => void>()
  const bar: AddressBar = {
    query: () => entries.at(-1)!,
    write: (query, how) => void (how === 'push' ? entries.push(query) : entries.splice(-1, 1, query)),
    onPopState: (walk) => {
      walks.add(walk)
      return () => walks.delete(walk)
    },
  }
  const back = () => {
    entries.pop()
    walks.forEach((walk) => walk())
  }
  return { bar, entries, back }
}

/** A worker on the same thread that answers in its own time, as workers do. */
function fakeWorker(): Worker {
  let run: Generator<unknown, unknown> | AsyncGenerator<unknown, unknown> | undefined
  let ended = false
  const worker = {
    onmessage: undefined as ((event: { data: JobMessage }) => void) | undefined,
    terminate: () => (ended = true),
    postMessage: (data: JobRequest | 'go on') => {
      if (data !== 'go on') run = jobs[data.job]!(data.input as never)
      queueMicrotask(async () => {
        if (ended) return
        const turn = await run!.next()
        worker.onmessage?.({ data: turn.done ? { result: turn.value } : { progress: turn.value } })
      })
    },
  }
  return worker as unknown as Worker
}

const settle = async () => {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve()
}
const make = (start = '') => {
  const history = fakeBar(start)
  const app = createApp(graph, {
    texts: textsEn,
    makeWorker: fakeWorker,
    nextFrame: () => Promise.resolve(),
    today: () => '2026-01-01',
    addressBar: history.bar,
  })
  return { app, ...history, view: () => app.workspace.getState().view }
}

describe('the program', () => {
  it('opens on what the address says', () => {
    const { view } = make('v=1&filter=sector:energy&node=bob&lang=ja&panel=list')
    expect(view()).toMatchObject({ selection: { nodes: ['bob'] }, panel: 'list' })
    expect(view().filter).toHaveLength(1)
  })
  it('says of an address that it could not be read in part', () =>
    expect(make('v=1&filter=sector:').app.session.getState().notice?.what).toContain('sector:'))
  it('walks back through what a person did, and not through what the camera did', () => {
    const { app, entries, back, view } = make()
    app.select({ nodes: ['ann'] })
    app.updateView((now) => ({ ...now, camera: { x: 1, y: 2, width: 300 } }), 'passing')
    app.setFacetChoice('sector', 'energy', 'wanted')
    expect(entries).toHaveLength(3)
    back()
    expect(view()).toMatchObject({ filter: [], selection: { nodes: ['ann'] }, camera: { x: 1, y: 2, width: 300 } })
    back()
    expect(view().selection.nodes).toEqual([])
  })
  it('adds to a selection and takes away again', () => {
    const { app, view } = make()
    app.select({ nodes: ['ann'] })
    app.select({ nodes: ['bob'] }, { add: true })
    expect(view().selection.nodes).toEqual(['ann', 'bob'])
    app.select({ nodes: ['ann'] }, { add: true })
    expect(view().selection.nodes).toEqual(['bob'])
  })
  it('frames a node that was selected from far', () => {
    const { app, view } = make()
    app.select({ nodes: ['ann'] }, { zoomToNodes: true })
    expect(view().camera!.width).toBeGreaterThan(0)
  })
  it('leaves the filter as it is where a text cannot be read', () => {
    const { app, view } = make()
    app.setFilterText('sector:energy')
    expect(app.setFilterText('sectr:energy')).toMatchObject({ at: 0 })
    expect(app.setFilterText('sector:')).toMatchObject({ at: 7 })
    expect(view().filter).toHaveLength(1)
  })
  it('gives every key to one command', () => {
    const keys = make().app.commands.flatMap((command) => command.keys ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('ForceAtlas2 in the program', () => {
  it('runs until it is stopped, and an address with its iterations gives the same places', async () => {
    const { app, view, entries } = make()
    app.pin('ann', 500, 400)
    app.toggleForce()
    await settle()
    expect(app.session.getState().forceRunning).toBe(true)
    app.toggleForce()
    const { iterations } = view().layout
    const places = app.session.getState().positions
    expect(iterations).toBeGreaterThan(0)
    expect(Array.from(places!.slice(0, 2))).toEqual([500, 400])

    const other = make(entries.at(-1)).app
    await settle()
    expect(other.session.getState()).toMatchObject({ forceRunning: false, positions: places })
  })
  it('gives way to another layout, and to the prepared places', async () => {
    const { app } = make()
    app.toggleForce()
    app.setLayout('circle')
    await settle()
    const places = app.session.getState().positions
    expect(app.session.getState().forceRunning).toBe(false)
    expect(places).toHaveLength(8)
    app.setLayout('prepared')
    expect(app.session.getState().positions).toBeUndefined()
  })
})
