import { forceColumns, type ForceColumns, type ForceInput } from './kernel/forceColumns'
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
export { sharedRunMemory, type SharedRunMemory } from './kernel/sharedRunMemory'

/**
 * ForceAtlas2 (Jacomy, Venturini, Heymann and Bastian, PLoS ONE 9(6), 2014), by our own kernel in WebAssembly or, where that
 * does not run, in plain JavaScript. The state goes on from one call to the next, so that 2 times 100 iterations are the
 * same as 200: the same start and number of iterations always give the same positions, with a second worker or without.
 */
export class ForceAtlas2 {
  readonly #engine: Engine

  /** With shared memory `help`, elsewhere, may share the work; `plain` does without WebAssembly. */
  constructor(input: ForceInput, settings: Partial<ForceSettings> = {}, by?: SharedRunMemory | 'plain') {
    const all = { ...inferForceSettings(input.fixed.length), ...settings }
    const columns = forceColumns(input, all)
    const plain = by === 'plain' || columns.count === 0 || !isKernelSupported()
    this.#engine = plain ? new JsForceKernel(columns, all) : new KernelForce(columns, all, by)
  }

  /** Runs so many iterations. */
  advance(iterations: number): void {
    for (let turn = 0; turn < iterations; turn++) this.#engine.step()
  }

  /** Positions now, x and y in turn; a new array each time. */
  positions(): Float32Array {
    return this.#engine.positions()
  }

  /** About how long an iteration takes, in microseconds, on a machine of its time. */
  get cost(): number {
    return this.#engine.cost
  }
}

/** Shares the work of a `Force` on the same shared memory, in a worker of its own, until that worker is ended. */
export const runForceHelper = (shared: SharedRunMemory, settings: Partial<ForceSettings> = {}): void =>
  computeForcesAsHelper(shared, { ...inferForceSettings(shared.size.nodes), ...settings })

interface Engine {
  readonly step: () => void
  readonly positions: () => Float32Array
  readonly cost: number
}

class KernelForce implements Engine {
  readonly cost: number
  readonly #kernel: KernelInstance

  constructor(
    readonly columns: ForceColumns,
    settings: ForceSettings,
    readonly shared: SharedRunMemory | undefined,
  ) {
    const { count, neighbour } = columns
    const extent = shared?.size ?? { nodes: count, entries: neighbour.length }
    this.#kernel = instantiateKernel(shared?.memory ?? allocateKernelMemory(extent, false), extent, settings)
    writeColumnsToKernel(this.#kernel, columns)
    // Measured: pairs of nodes, or nodes by their lists, and neighbours.
    this.cost = (settings.barnesHutOptimize ? count * 0.2 : count ** 2 * 0.0005) + neighbour.length * 0.006
  }

  step(): void {
    const groups = this.#kernel.prepare()
    if (this.shared) computeForcesAsLeader(this.#kernel, this.shared.control, groups)
    else this.#kernel.forces(0, groups)
    this.#kernel.move()
  }

  positions(): Float32Array {
    const { memory, memoryLayout: plan } = this.#kernel
    return new Float32Array(memory.buffer, plan.addresses.place, 2 * this.columns.count).slice()
  }
}
