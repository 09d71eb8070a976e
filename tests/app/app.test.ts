import { textsEn } from '../../src/messages/texts.en'
import { beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app/createApp'
import { loadLayoutExecutor } from '../../src/app/layoutRunner'
import type { AddressBar } from '../../src/app/addressBar'
import type { JobMessage, JobRequest } from '../../src/jobs/job'
import { jobs } from '../../src/jobs/jobs'
import { commandLabel } from '../../src/app/commandLabel'
import { commandsEn } from '../../src/messages/commands.en'
import { commandsJa } from '../../src/messages/commands.ja'
import { textsJa } from '../../src/messages/texts.ja'
import { graphOf } from '../sample'
import { inEnglish } from '../text'

const graph = graphOf('ann knows bob expected paper', 'bob knows plant:project', 'plant in-sector energy:sector')

beforeAll(loadLayoutExecutor)

/** A browser's address bar with its history, and the Back button. */
function fakeBar(start = '') {
  const entries = [start]
  const listeners = new Set<() => void>()
  const bar: AddressBar = {
    query: () => entries.at(-1)!,
    write: (query, how) => void (how === 'push' ? entries.push(query) : entries.splice(-1, 1, query)),
    onPopState: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const back = () => {
    entries.pop()
    listeners.forEach((listener) => listener())
  }
  return { bar, entries, back }
}

/** A worker on the same thread that responds asynchronously, as workers do. */
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
        const step = await run!.next()
        worker.onmessage?.({ data: step.done ? { result: step.value } : { progress: step.value } })
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

describe('the app', () => {
  it('opens with the view of the address', () => {
    const { view } = make('v=1&filter=sector:energy&node=bob&lang=ja&panel=list')
    expect(view()).toMatchObject({ selection: { nodes: ['bob'] }, panel: 'list' })
    expect(view().filter).toHaveLength(1)
  })
  it('shows a notice for an address that cannot be read in part', () => {
    const { title, what } = make('v=1&filter=sector:').app.session.getState().notice!
    expect(inEnglish(title)).toBe('Part of the address could not be read')
    expect(inEnglish(what!)).toContain('sector:')
  })
  it('goes back through what a person did, and not through moves of the camera', () => {
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
  it('adds to a selection and removes again', () => {
    const { app, view } = make()
    app.select({ nodes: ['ann'] })
    app.select({ nodes: ['bob'] }, { add: true })
    expect(view().selection.nodes).toEqual(['ann', 'bob'])
    app.select({ nodes: ['ann'] }, { add: true })
    expect(view().selection.nodes).toEqual(['bob'])
  })
  it('zooms to a node that is selected from outside the canvas', () => {
    const { app, view } = make()
    app.select({ nodes: ['ann'] }, { zoomToNodes: true })
    expect(view().camera!.width).toBeGreaterThan(0)
  })
  it('leaves the filter unchanged if a text is invalid', () => {
    const { app, view } = make()
    app.setFilterText('sector:energy')
    expect(app.setFilterText('sectr:energy')).toMatchObject({ at: 0 })
    expect(app.setFilterText('sector:')).toMatchObject({ at: 7 })
    expect(view().filter).toHaveLength(1)
  })
  it('has a label for every command, in both languages', () => {
    const { commands } = make().app
    const labels = (messages: typeof commandsEn, texts: typeof textsEn) =>
      commands.map(({ id }) => commandLabel(id, messages, texts))
    expect(labels(commandsEn, textsEn)).toContain('Layout: Radial (Rings by distance from the selected node)')
    for (const all of [labels(commandsEn, textsEn), labels(commandsJa, textsJa)]) {
      expect(all.every((label) => label !== '')).toBe(true)
      expect(new Set(all).size).toBe(all.length)
    }
  })
  it('binds every key to one command', () => {
    const keys = make().app.commands.flatMap((command) => command.keys ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('ForceAtlas2 in the app', () => {
  it('runs until it is stopped, and an address with its iterations gives the same positions', async () => {
    const { app, view, entries } = make()
    app.pin({ ann: [500, 400] })
    app.toggleForce()
    await settle()
    expect(app.session.getState().forceRunning).toBe(true)
    app.toggleForce()
    const { iterations } = view().layout
    const positions = app.session.getState().positions
    expect(iterations).toBeGreaterThan(0)
    expect(Array.from(positions!.slice(0, 2))).toEqual([500, 400])

    const other = make(entries.at(-1)).app
    await settle()
    expect(other.session.getState()).toMatchObject({ forceRunning: false, positions })
  })
  it('stops for another layout, and for the prepared positions', async () => {
    const { app } = make()
    app.toggleForce()
    app.setLayout('circle')
    await settle()
    const positions = app.session.getState().positions
    expect(app.session.getState().forceRunning).toBe(false)
    expect(positions).toHaveLength(8)
    app.setLayout('prepared')
    expect(app.session.getState().positions).toBeUndefined()
  })
})
