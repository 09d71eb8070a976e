import { describe, expect, it } from 'vitest'
import { transferableBuffers } from '../../src/jobs/transferableBuffers'

describe('what changes hands with a message', () => {
  it('is the memory of every typed array, wherever it stands, each once', () => {
    const [one, other] = [new Uint32Array(3), new Float64Array(2)]
    const value = {
      a: one,
      b: [{ c: other }, { d: one.subarray(1) }],
      m: new Map([['x', { values: other }]]),
      n: null,
      t: ['x'],
    }
    expect(new Set(transferableBuffers(value))).toEqual(new Set([one.buffer, other.buffer]))
    expect(structuredClone(value, { transfer: transferableBuffers(value) }).b).toHaveLength(2)
    expect(one.length).toBe(0)
  })
  it('is not memory that is shared', () =>
    expect(transferableBuffers({ a: new Uint8Array(new SharedArrayBuffer(8)) })).toEqual([]))
})
