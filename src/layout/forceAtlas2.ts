import { buildForceColumns, type ForceColumns, type ForceInput } from './kernel/forceColumns'
import {
  writeColumnsToKernel,
  instantiateKernel,
  allocateKernelMemory,
  isKernelSupported,
  type KernelInstance,
} from './kernel/kernelInstance'
import { JsForceKernel } from './kernel/jsForceKernel'
import { inferForceSettings, type ForceSettings } from './kernel/forceSettings'
import { computeForcesAsHelper, computeForcesAsLeader, type SharedRunMemory } from './kernel/sharedRunMemory'

export type { ForceInput } from './kernel/forceColumns'
export type { ForceSettings } from './kernel/forceSettings'
export { allocateSharedRunMemory, type SharedRunMemory } from './kernel/sharedRunMemory'

/**
 * ForceAtlas2 (Jacomy, Venturini, Heymann and Bastian, PLoS ONE 9(6), 2014), by our own kernel in WebAssembly or, if that is not
 * supported, in plain JavaScript. The state is kept between calls, so 2 times 100 iterations are the same as 200. The same start
 * and number of iterations always give the same positions, with a second worker or without.
 */
export class ForceAtlas2 {
  readonly #engine: Engine

  /** With shared memory, `runForceHelper` in another worker may share the work; `plain` uses JavaScript only. */
  constructor(input: ForceInput, settings: Partial<ForceSettings> = {}, mode?: SharedRunMemory | 'plain') {
    const all = { ...inferForceSettings(input.fixed.length), ...settings }
    const columns = buildForceColumns(input, all)
    const isPlain = mode === 'plain' || columns.count === 0 || !isKernelSupported()
    this.#engine = isPlain ? new JsForceKernel(columns, all) : new WasmForceKernel(columns, all, mode)
  }

  /** Runs a number of iterations. */
  advance(iterations: number): void {
    for (let turn = 0; turn < iterations; turn++) this.#engine.step()
  }

  /** The current positions, x and y in turn; a new array each time. */
  positions(): Float32Array {
    return this.#engine.positions()
  }

  /** Estimated duration of an iteration in microseconds, on a machine of 2025. */
  get cost(): number {
    return this.#engine.cost
  }
}

/** Shares the work of a `ForceAtlas2` on the same shared memory. Runs in a worker of its own until that is terminated. */
export const runForceHelper = (shared: SharedRunMemory, settings: Partial<ForceSettings> = {}): void =>
  computeForcesAsHelper(shared, { ...inferForceSettings(shared.size.nodes), ...settings })

interface Engine {
  readonly step: () => void
  readonly positions: () => Float32Array
  readonly cost: number
}

class WasmForceKernel implements Engine {
  readonly cost: number
  readonly #kernel: KernelInstance

  constructor(
    readonly columns: ForceColumns,
    settings: ForceSettings,
    readonly shared: SharedRunMemory | undefined,
  ) {
    const { count, neighbour } = columns
    const size = shared?.size ?? { nodes: count, entries: neighbour.length }
    this.#kernel = instantiateKernel(shared?.memory ?? allocateKernelMemory(size, false), size, settings)
    writeColumnsToKernel(this.#kernel, columns)
    // Measured: pairs of nodes, or nodes with their interaction lists, and neighbours.
    this.cost = (settings.barnesHutOptimize ? count * 0.2 : count ** 2 * 0.0005) + neighbour.length * 0.006
  }

  step(): void {
    const groups = this.#kernel.prepare()
    if (this.shared) computeForcesAsLeader(this.#kernel, this.shared.control, groups)
    else this.#kernel.forces(0, groups)
    this.#kernel.move()
  }

  positions(): Float32Array {
    const { memory, memoryLayout } = this.#kernel
    return new Float32Array(memory.buffer, memoryLayout.addresses.position, 2 * this.columns.count).slice()
  }
}
