/** Bytes of one WebAssembly page. */
const page = 65536

/** An interaction list of 1024 entries of 16 bytes, and the forces on 64 bodies; see `repulsion.as`. */
const listBytes = 16 * 1024 + 64 * 8

/** The address of each column of the kernel, by its name in `state.as`, and the number of pages they need. */
export interface KernelMemoryLayout {
  readonly addresses: Readonly<Record<string, number>>
  /** The address of the interaction list of a second instance. */
  readonly helperListAddress: number
  readonly pages: number
}

/**
 * The memory layout of a run by its numbers of nodes and neighbour entries. Columns by node are longer than the number of nodes, since
 * vectors of four are read and written beyond the end.
 */
export function kernelMemoryLayout(nodes: number, entries: number): KernelMemoryLayout {
  const paddedNodes = (nodes + 11) & ~3
  const sizes: Readonly<Record<string, number>> = {
    position: 8 * paddedNodes,
    force: 8 * paddedNodes,
    previousForce: 8 * paddedNodes,
    mass: 4 * paddedNodes,
    radius: 4 * paddedNodes,
    readiness: 4 * paddedNodes,
    movable: 4 * paddedNodes,
    row: 4 * paddedNodes,
    neighbour: 4 * entries,
    pull: 4 * entries,
    keys: 4 * paddedNodes,
    otherKeys: 4 * paddedNodes,
    order: 4 * paddedNodes,
    otherOrder: 4 * paddedNodes,
    counts: 4 * 4 * 256,
    bodyX: 4 * paddedNodes,
    bodyY: 4 * paddedNodes,
    bodyMass: 4 * paddedNodes,
    bodyRadius: 4 * paddedNodes,
    cells: 32 * 2 * paddedNodes,
    boxes: 16 * 2 * paddedNodes,
    maxRadius: 4 * 2 * paddedNodes,
    groups: 4 * paddedNodes,
    list: listBytes,
    secondList: listBytes,
  }
  const at: Record<string, number> = {}
  // The first bytes are unused, so that no column has the address 0.
  let end = 1024
  for (const [name, size] of Object.entries(sizes)) {
    at[name] = end
    end += (size + 15) & ~15
  }
  const { secondList, ...columns } = at
  return { addresses: columns, helperListAddress: secondList!, pages: Math.ceil(end / page) }
}
