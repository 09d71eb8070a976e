/** Bytes of one WebAssembly page. */
const page = 65536

/** An interaction list of 1024 entries of 16 bytes, and the forces on 64 bodies; see `repulsion.as`. */
const listBytes = 16 * 1024 + 64 * 8

/** Where each column of the kernel begins, by its name in `state.as`, and how many pages they need. */
export interface KernelMemoryLayout {
  readonly addresses: Readonly<Record<string, number>>
  /** Where the list of a second instance begins. */
  readonly helperListAddress: number
  readonly pages: number
}

/**
 * The memory of a run with so many nodes and entries for neighbours: the one account of its layout. Columns by node are
 * longer than the nodes, as vectors of four are read and written over the end.
 */
export function kernelMemoryLayout(nodes: number, entries: number): KernelMemoryLayout {
  const long = (nodes + 11) & ~3
  const sizes: Readonly<Record<string, number>> = {
    place: 8 * long,
    force: 8 * long,
    before: 8 * long,
    mass: 4 * long,
    radius: 4 * long,
    readiness: 4 * long,
    movable: 4 * long,
    row: 4 * long,
    neighbour: 4 * entries,
    pull: 4 * entries,
    keys: 4 * long,
    keysAside: 4 * long,
    order: 4 * long,
    orderAside: 4 * long,
    counts: 4 * 4 * 256,
    bodyX: 4 * long,
    bodyY: 4 * long,
    bodyMass: 4 * long,
    bodyRadius: 4 * long,
    cells: 32 * 2 * long,
    boxes: 16 * 2 * long,
    widest: 4 * 2 * long,
    groups: 4 * long,
    list: listBytes,
    secondList: listBytes,
  }
  const at: Record<string, number> = {}
  // The first bytes stay empty, so that no column begins at 0.
  let end = 1024
  for (const [name, size] of Object.entries(sizes)) {
    at[name] = end
    end += (size + 15) & ~15
  }
  const { secondList, ...columns } = at
  return { addresses: columns, helperListAddress: secondList!, pages: Math.ceil(end / page) }
}
