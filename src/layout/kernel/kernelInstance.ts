import { kernel } from 'virtual:force-kernel'
import type { ForceColumns } from './forceColumns'
import { kernelMemoryLayout, type KernelMemoryLayout } from './kernelMemoryLayout'
import { openingRatio, type ForceSettings } from './forceSettings'

/** The functions that `kernel.as` exports; column addresses and settings are exported globals. */
interface KernelExports {
  readonly prepare: () => number
  readonly forces: (first: number, last: number) => void
  readonly move: () => void
}

/** A kernel and the memory that it works on. */
export interface KernelInstance extends KernelExports {
  readonly memory: WebAssembly.Memory
  readonly memoryLayout: KernelMemoryLayout
}

/** The size of a run, which determines the layout of its memory. */
export interface KernelSize {
  readonly nodes: number
  readonly entries: number
}

/** Whether the machine supports WebAssembly SIMD, and the page's policy allows to compile WebAssembly. */
export function isKernelSupported(): boolean {
  try {
    moduleOf(false)
    return true
  } catch {
    return false
  }
}

/** Allocates memory for a run; shared memory can be sent to a second worker. */
export function allocateKernelMemory({ nodes, entries }: KernelSize, isShared: boolean): WebAssembly.Memory {
  const { pages } = kernelMemoryLayout(nodes, entries)
  return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: isShared })
}

/** Creates an instance on a memory. A second instance on the same memory has an interaction list of its own. */
export function instantiateKernel(
  memory: WebAssembly.Memory,
  { nodes, entries }: KernelSize,
  settings: ForceSettings,
  isSecond = false,
): KernelInstance {
  const memoryLayout = kernelMemoryLayout(nodes, entries)
  const isShared = !(memory.buffer instanceof ArrayBuffer)
  const { exports } = new WebAssembly.Instance(moduleOf(isShared), { env: { memory } })
  const globals = {
    ...memoryLayout.addresses,
    ...(isSecond ? { list: memoryLayout.helperListAddress } : {}),
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
  return { prepare, forces, move, memory, memoryLayout }
}

/** Writes the columns of a graph into the memory of an instance. */
export function writeColumnsToKernel(
  { memory: { buffer }, memoryLayout: { addresses: at } }: KernelInstance,
  columns: ForceColumns,
): void {
  const writeFloats = (name: string, values: Float32Array) =>
    new Float32Array(buffer, at[name], values.length).set(values)
  const writeIntegers = (name: string, values: Uint32Array) =>
    new Uint32Array(buffer, at[name], values.length).set(values)
  writeFloats('position', columns.position)
  writeFloats('mass', columns.mass)
  writeFloats('radius', columns.radius)
  writeFloats('movable', columns.movable)
  writeFloats('readiness', new Float32Array(columns.count).fill(1))
  writeIntegers('row', columns.row)
  writeIntegers('neighbour', columns.neighbour)
  writeFloats('pull', columns.pull)
}

const modules = new Map<boolean, WebAssembly.Module>()

/** The compiled module, for memory of its own or for shared memory. Memoised. */
function moduleOf(isShared: boolean): WebAssembly.Module {
  const compiled = modules.get(isShared)
  if (compiled) return compiled
  const bytes = Uint8Array.from(atob(kernel), (letter) => letter.charCodeAt(0))
  const module = new WebAssembly.Module(isShared ? withSharedMemory(bytes) : bytes)
  modules.set(isShared, module)
  return module
}

/** The end of the import of `env.memory`: its name, its kind, and the flag that it has a maximum (WebAssembly 5.3.10, 5.5.5). */
const memoryImport = [...'\x06memory'].map((letter) => letter.charCodeAt(0)).concat(2, 1)

/** The module with shared memory, which is one bit of its import (threads proposal), so that one compilation serves both. */
function withSharedMemory(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const start = bytes.findIndex((_, index) => memoryImport.every((byte, offset) => bytes[index + offset] === byte))
  const changed = Uint8Array.from(bytes)
  changed[start + memoryImport.length - 1] = 3
  return changed
}
