import { describe, expect, it } from 'vitest'
import { transferableBuffers } from '../../src/jobs/transferableBuffers'

describe('the buffers that a message moves', () => {
  it('are those of all typed arrays at any depth, each once', () => {
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
  it('include no shared buffer', () =>
    expect(transferableBuffers({ a: new Uint8Array(new SharedArrayBuffer(8)) })).toEqual([]))
})
