import { maxNeighbourEntries } from './forceColumns'
import { instantiateKernel, allocateKernelMemory, type KernelSize, type KernelInstance } from './kernelInstance'
import type { ForceSettings } from './forceSettings'

/**
 * Memory with which two workers share the forces of one step. The leader prepares the step in shared memory and opens its portions;
 * both take one portion after the other until none is left; when all are done, the leader moves the nodes. A portion has the same
 * forces whoever computes it, so the result is that of one worker. The helper keeps nothing between portions: it may start
 * late, or be slow, and delays the leader by no more than one portion.
 */
export interface SharedRunMemory {
  readonly memory: WebAssembly.Memory
  readonly size: KernelSize
  /** The state of the current step, in shared memory; its indexes are below. */
  readonly control: Int32Array
}

/** Number of portions of a step: enough to balance the work, few enough to cost no time. */
const portions = 64

/** The number of opened steps; a helper without work waits for it to change. */
const step = 0
/** The next portion to take, and the number of finished portions. */
const next = 1
const done = 2
/** The number of groups in this step. */
const groups = 3
/** 1 if the helper is no longer needed. */
const over = 4

/** Allocates shared memory for a run. It can be sent to workers only if the page is cross-origin isolated. */
export function allocateSharedRunMemory(nodes: number, edges: number): SharedRunMemory {
  const size = { nodes, entries: maxNeighbourEntries(nodes, edges) }
  const control = new Int32Array(new SharedArrayBuffer(5 * Int32Array.BYTES_PER_ELEMENT))
  control[next] = portions
  return { memory: allocateKernelMemory(size, true), size, control }
}

/** Computes the forces of a prepared step together with the helper. Returns when all are done. */
export function computeForcesAsLeader(kernel: KernelInstance, control: Int32Array, groupCount: number): void {
  control[groups] = groupCount
  Atomics.store(control, done, 0)
  Atomics.store(control, next, 0)
  Atomics.add(control, step, 1)
  Atomics.notify(control, step)
  while (computeNextPortion(kernel, control));
  for (;;) {
    const ready = Atomics.load(control, done)
    if (ready === portions) return
    Atomics.wait(control, done, ready)
  }
}

/** Computes one portion of the open step. Returns false if none is left. */
export function computeNextPortion(kernel: KernelInstance, control: Int32Array): boolean {
  const portion = Atomics.add(control, next, 1)
  if (portion >= portions) return false
  const groupCount = control[groups]!
  kernel.forces(Math.floor((portion * groupCount) / portions), Math.floor(((portion + 1) * groupCount) / portions))
  if (Atomics.add(control, done, 1) + 1 === portions) Atomics.notify(control, done)
  return true
}

/** Runs the helper: computes portions of every step until `stopForceHelper` is called or the worker is terminated. */
export function computeForcesAsHelper({ memory, size, control }: SharedRunMemory, settings: ForceSettings): void {
  const kernel = instantiateKernel(memory, size, settings, true)
  while (Atomics.load(control, over) === 0) {
    const now = Atomics.load(control, step)
    if (!computeNextPortion(kernel, control)) Atomics.wait(control, step, now)
  }
}

/** Ends the helper. */
export function stopForceHelper(control: Int32Array): void {
  Atomics.store(control, over, 1)
  Atomics.add(control, step, 1)
  Atomics.notify(control, step)
}
