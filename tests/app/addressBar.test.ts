import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { throttledAddressBar, type AddressBar } from '../../src/app/addressBar'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A browser's address bar with its entries, how often it was written to, and the Back button. */
function browser() {
  const entries = ['']
  let writes = 0
  let walked = () => {}
  const bar: AddressBar = {
    query: () => entries.at(-1)!,
    write: (query, how) => {
      writes++
      if (how === 'push') entries.push(query)
      else entries.splice(-1, 1, query)
    },
    onPopState: (walk) => {
      walked = walk
      return () => {}
    },
  }
  const back = () => {
    entries.pop()
    walked()
  }
  return { bar, entries, writes: () => writes, back }
}

const write = fc.record({
  query: fc.stringMatching(/^[a-d]=\d$/),
  how: fc.constantFrom('push' as const, 'replace' as const),
})

describe('an unhurried address bar', () => {
  it('comes to the same entries as one that is written to at once, however long is waited in between', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(write, fc.constantFrom(0, 10, 40, 300))), (turns) => {
        const [now, later] = [browser(), browser()]
        const bar = throttledAddressBar(later.bar)
        for (const [{ query, how }, wait] of turns) {
          now.bar.write(query, how)
          bar.write(query, how)
          expect(bar.query()).toBe(now.bar.query())
          vi.advanceTimersByTime(wait)
        }
        vi.advanceTimersByTime(1000)
        expect(later.entries).toEqual(now.entries)
        expect(vi.getTimerCount()).toBe(0)
      }),
    ))

  it('is written to a few times a second while something moves', () => {
    const { bar, entries, writes } = browser()
    const slow = throttledAddressBar(bar)
    for (let frame = 0; frame < 60; frame++) {
      slow.write(`camera=${frame}`, 'replace')
      vi.advanceTimersByTime(1000 / 60)
    }
    expect(writes()).toBeLessThanOrEqual(4)
    slow.flush()
    expect(entries).toEqual(['camera=59'])
  })

  it('leaves what was not written when a person walks back', () => {
    const { bar, entries, back } = browser()
    const slow = throttledAddressBar(bar)
    const walks: string[] = []
    slow.onPopState(() => walks.push(slow.query()))
    slow.write('node=ann', 'push')
    vi.advanceTimersByTime(40)
    slow.write('node=bob', 'push')
    back()
    vi.advanceTimersByTime(1000)
    expect([entries, walks]).toEqual([[''], ['']])
  })
})
