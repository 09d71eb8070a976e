import { kernel } from 'virtual:force-kernel'
import type { ForceColumns } from './forceColumns'
import { kernelMemoryLayout, type KernelMemoryLayout } from './kernelMemoryLayout'
import { openingRatio, type ForceSettings } from './forceSettings'

/** What `kernel.as` exports; its columns' addresses and settings are globals beside these. */
interface KernelExports {
  readonly prepare: () => number
  readonly forces: (first: number, last: number) => void
  readonly move: () => void
}

/** A kernel at work on a memory. */
export interface KernelInstance extends KernelExports {
  readonly memory: WebAssembly.Memory
  readonly memoryLayout: KernelMemoryLayout
}

/** Numbers of a run that decide the layout of its memory. */
export interface KernelSize {
  readonly nodes: number
  readonly entries: number
}

/** Whether this machine runs the kernel's vectors, and may compile it. Not so in a page whose policy forbids WebAssembly. */
export function isKernelSupported(): boolean {
  try {
    moduleOf(false)
    return true
  } catch {
    return false
  }
}

/** Memory for a run; shared memory may be sent to a second worker. */
export function allocateKernelMemory({ nodes, entries }: KernelSize, shared: boolean): WebAssembly.Memory {
  const { pages } = kernelMemoryLayout(nodes, entries)
  return new WebAssembly.Memory({ initial: pages, maximum: pages, shared })
}

/** An instance on such a memory. The second one on it has a list of its own. */
export function instantiateKernel(
  memory: WebAssembly.Memory,
  { nodes, entries }: KernelSize,
  settings: ForceSettings,
  second = false,
): KernelInstance {
  const plan = kernelMemoryLayout(nodes, entries)
  const shared = !(memory.buffer instanceof ArrayBuffer)
  const { exports } = new WebAssembly.Instance(moduleOf(shared), { env: { memory } })
  const globals = {
    ...plan.addresses,
    ...(second ? { list: plan.helperListAddress } : {}),
    count: nodes,
    scaling: settings.scalingRatio,
    gravity: settings.gravity,
    strongGravity: Number(settings.strongGravityMode),
    linLog: Number(settings.linLogMode),
    adjustSizes: Number(settings.adjustSizes),
    slowDown: settings.slowDown,
    opening: openingRatio(settings),
  }
  for (const [name, value] of Object.entries(globals)) (exports[name] as WebAssembly.Global).value = value
  const { prepare, forces, move } = exports as unknown as KernelExports
  return { prepare, forces, move, memory, memoryLayout: plan }
}

/** Writes a graph's columns into the memory of an instance. */
export function writeColumnsToKernel(
  { memory: { buffer }, memoryLayout: { addresses: at } }: KernelInstance,
  columns: ForceColumns,
): void {
  const floats = (name: string, values: Float32Array) => new Float32Array(buffer, at[name], values.length).set(values)
  const whole = (name: string, values: Uint32Array) => new Uint32Array(buffer, at[name], values.length).set(values)
  floats('place', columns.place)
  floats('mass', columns.mass)
  floats('radius', columns.radius)
  floats('movable', columns.movable)
  floats('readiness', new Float32Array(columns.count).fill(1))
  whole('row', columns.row)
  whole('neighbour', columns.neighbour)
  floats('pull', columns.pull)
}

const modules = new Map<boolean, WebAssembly.Module>()

/** The compiled module, once a worker, for memory of its own or for shared memory. */
function moduleOf(shared: boolean): WebAssembly.Module {
  const known = modules.get(shared)
  if (known) return known
  const bytes = Uint8Array.from(atob(kernel), (letter) => letter.charCodeAt(0))
  const made = new WebAssembly.Module(shared ? forSharedMemory(bytes) : bytes)
  modules.set(shared, made)
  return made
}

/** The end of the import of `env.memory`: the name, that it is a memory, and that it has a maximum (WebAssembly 5.3.10, 5.5.5). */
const memoryImport = [...'\x06memory'].map((letter) => letter.charCodeAt(0)).concat(2, 1)

/** The same module, but its memory is shared, which is one bit of its import (threads proposal); so one compilation serves both. */
function forSharedMemory(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const start = bytes.findIndex((_, index) => memoryImport.every((byte, offset) => bytes[index + offset] === byte))
  const changed = Uint8Array.from(bytes)
  changed[start + memoryImport.length - 1] = 3
  return changed
}
