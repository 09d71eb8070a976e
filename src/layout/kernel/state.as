/**
 * The kernel's state: addresses of columns in its memory, and settings. The host determines the memory layout
 * (`kernelMemoryLayout.ts`) and sets these globals. The kernel allocates nothing, so two instances can work on the same memory.
 * x and y are interleaved; columns by node are padded to a multiple of four, so that vectors may reach beyond the end.
 */

/** Number of nodes. */
export let count: u32 = 0

/** By node: position, force in this step, force in the previous step (pairs of f32). */
export let position: usize = 0
export let force: usize = 0
export let previousForce: usize = 0
/** By node, f32: mass (1 plus the weights of its edges), radius, readiness to move (`convergence`), and 1 if it may move. */
export let mass: usize = 0
export let radius: usize = 0
export let readiness: usize = 0
export let movable: usize = 0

/**
 * The neighbours of each node. `row`, u32 by node, with one more at the end: offsets of the entries, which are padded with the node
 * itself to a multiple of four. By entry: the neighbour's node number (u32), and the strength of the edge (f32), 0 for padding.
 */
export let row: usize = 0
export let neighbour: usize = 0
export let pull: usize = 0

/** Morton keys and node numbers (u32), each twice: a pass of the sort reads one pair and writes the other. */
export let keys: usize = 0
export let otherKeys: usize = 0
export let order: usize = 0
export let otherOrder: usize = 0
/** Four histograms of 256 u32 each. */
export let counts: usize = 0

/** The bodies: the nodes along the Morton curve, with x, y, mass and radius (f32). */
export let bodyX: usize = 0
export let bodyY: usize = 0
export let bodyMass: usize = 0
export let bodyRadius: usize = 0

/** The tree, by cell: 32 bytes (see `tree.as`), the bounding box (v128) and the largest radius of its bodies (f32). */
export let cells: usize = 0
export let boxes: usize = 0
export let maxRadius: usize = 0
/** The start of each group of bodies (u32), and the end of the last. */
export let groups: usize = 0

/** One interaction list (x, y, mass and radius) and the forces on one group, of this instance alone. */
export let list: usize = 0

/** Settings of ForceAtlas2 with the names of its authors; booleans are 0 or 1. */
export let scaling: f32 = 1
export let gravity: f32 = 1
export let strongGravity: u32 = 0
export let linLog: u32 = 0
export let adjustSizes: u32 = 0
export let slowDown: f32 = 1
/** The inverse of the Barnes-Hut angle: the distance of a cell that counts as one body, as a multiple of its width. */
export let opening: f32 = 2
