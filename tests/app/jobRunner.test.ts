import { describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { followInputs, JobRunner } from '../../src/app/jobRunner'
import { createSessionStore } from '../../src/app/store'
import type { JobMessage } from '../../src/jobs/job'
import { message } from '../../src/messages/message'
import { textsEn } from '../../src/messages/texts.en'

/** Workers whose messages a test sends by hand. */
function fakeWorkers() {
  const workers: { onmessage?: (event: { data: JobMessage }) => void; terminated: boolean }[] = []
  const makeWorker = () => {
    const worker = { terminated: false, postMessage: () => undefined, terminate: () => void (worker.terminated = true) }
    workers.push(worker)
    return worker as unknown as Worker
  }
  return { workers, makeWorker, post: (index: number, data: JobMessage) => workers[index]!.onmessage!({ data }) }
}

function make() {
  const session = createSessionStore(textsEn)
  const fake = fakeWorkers()
  const log: string[] = []
  const runner = new JobRunner({ session, makeWorker: fake.makeWorker, onEnd: () => log.push('end') })
  const start = (name: string) =>
    runner.start<number, number>(
      { job: name, input: undefined },
      {
        onProgress: (progress) => void log.push(`${name} progress ${progress}`),
        onResult: (result) => log.push(`${name} result ${result}`),
        noticeOfFault: ({ what }) => ({ title: what }),
        onFault: () => log.push(`${name} fault`),
      },
    )
  return { ...fake, session, log, runner, start }
}

describe('a job runner', () => {
  it('reports progress and the result, and is free by then', async () => {
    const { runner, start, post, log } = make()
    start('a')
    expect(runner.isRunning).toBe(true)
    await post(0, { progress: 1 })
    await post(0, { result: 2 })
    expect(log).toEqual(['a progress 1', 'end', 'a result 2'])
    expect(runner.isRunning).toBe(false)
  })
  it('ends one job for the next, of which nothing more is heard', async () => {
    const { start, post, log, workers } = make()
    start('a')
    start('b')
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false])
    await post(0, { result: 1 })
    await post(1, { result: 2 })
    expect(log).toEqual(['end', 'end', 'b result 2'])
  })
  it('shows a notice for a fault', async () => {
    const { start, post, log, session } = make()
    const what = message('errors', 'workerNotStarted')
    start('a')
    await post(0, { fault: { what } })
    expect(session.getState().notice).toEqual({ title: what })
    expect(log).toEqual(['end', 'a fault'])
  })
  it('cancels what it holds, once', () => {
    const { runner, log } = make()
    runner.hold({ cancel: () => log.push('cancelled') })
    runner.cancel()
    runner.cancel()
    expect(log).toEqual(['cancelled', 'end'])
  })
})

describe('followed inputs', () => {
  it('are passed on at once and when they change, unless they were accepted', () => {
    const store = createStore(() => ({ a: 1, b: 1 }))
    const heard: number[] = []
    const followed = followInputs(
      store,
      ({ a }) => ({ a }),
      ({ a }) => heard.push(a),
    )
    store.setState({ b: 2 })
    store.setState({ a: 2 })
    followed.accept({ a: 3 })
    store.setState({ a: 3 })
    expect(heard).toEqual([1, 2])
  })
})
