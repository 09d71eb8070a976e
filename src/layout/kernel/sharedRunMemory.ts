import { maxNeighbourEntries } from './forceColumns'
import { instantiateKernel, allocateKernelMemory, type KernelSize, type KernelInstance } from './kernelInstance'
import type { ForceSettings } from './forceSettings'

/**
 * How two workers share the forces of one step. The first one prepares the step in shared memory and opens its portions;
 * both take one after the other until none is left; when all are done the first moves the nodes. Whoever computes a portion,
 * its forces are the same, so that the result is that of one worker. The second keeps nothing from one portion to the next:
 * it may start late, or be slow, and holds up the first no longer than one portion takes.
 */
export interface SharedRunMemory {
  readonly memory: WebAssembly.Memory
  readonly size: KernelSize
  /** The words below, in shared memory. */
  readonly control: Int32Array
}

/** Portions of a step: enough to even out what they cost, few enough to cost nothing to hand out. */
const portions = 64

/** Counts the steps that were opened; whoever has nothing to do waits for it. */
const step = 0
/** The portion to be taken next, and how many are done. */
const next = 1
const done = 2
/** How many groups there are in this step. */
const groups = 3
/** 1 when the second worker is no longer needed. */
const over = 4

/** Shared memory for a run; only where the page is cross-origin isolated may it be sent to workers. */
export function sharedRunMemory(nodes: number, edges: number): SharedRunMemory {
  const extent = { nodes, entries: maxNeighbourEntries(nodes, edges) }
  const control = new Int32Array(new SharedArrayBuffer(5 * Int32Array.BYTES_PER_ELEMENT))
  control[next] = portions
  return { memory: allocateKernelMemory(extent, true), size: extent, control }
}

/** Opens the forces of a step that is prepared, and returns when all are done. */
export function computeForcesAsLeader(kernel: KernelInstance, control: Int32Array, many: number): void {
  control[groups] = many
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

/** Computes one portion of the step that is open, if there is one left. */
export function computeNextPortion(kernel: KernelInstance, control: Int32Array): boolean {
  const portion = Atomics.add(control, next, 1)
  if (portion >= portions) return false
  const many = control[groups]!
  kernel.forces(Math.floor((portion * many) / portions), Math.floor(((portion + 1) * many) / portions))
  if (Atomics.add(control, done, 1) + 1 === portions) Atomics.notify(control, done)
  return true
}

/** The second worker's whole work: portions of every step, until it is told that it is over or is ended. */
export function computeForcesAsHelper(
  { memory, size: extent, control }: SharedRunMemory,
  settings: ForceSettings,
): void {
  const kernel = instantiateKernel(memory, extent, settings, true)
  while (Atomics.load(control, over) === 0) {
    const now = Atomics.load(control, step)
    if (!computeNextPortion(kernel, control)) Atomics.wait(control, step, now)
  }
}

/** Lets the second worker end. */
export function stopForceHelper(control: Int32Array): void {
  Atomics.store(control, over, 1)
  Atomics.add(control, step, 1)
  Atomics.notify(control, step)
}
