/**
 * What the kernel works on: addresses of columns in its memory, and settings. The host lays the memory out
 * (`layout/kernel/memory.ts`) and sets these; the kernel allocates nothing, so that two instances may work on one memory.
 * Pairs of x and y lie together; columns by node are as long as the next multiple of four, so that vectors reach over the end.
 */

/** Number of nodes. */
export let count: u32 = 0

/** By node: position, force of this step, force of the step before (pairs of f32). */
export let place: usize = 0
export let force: usize = 0
export let before: usize = 0
/** By node, f32: mass (1 and the weights of its edges), radius, readiness to move (`convergence`), 1 where it may move. */
export let mass: usize = 0
export let radius: usize = 0
export let readiness: usize = 0
export let movable: usize = 0

/**
 * The edges, seen from each end. `row`, u32 by node and one more: where its neighbours begin; a multiple of four, filled up
 * with the node itself. By neighbour: its number (u32), and what the edge pulls with (f32), 0 where it fills up.
 */
export let row: usize = 0
export let neighbour: usize = 0
export let pull: usize = 0

/** Morton keys and node numbers (u32), each twice: a pass of the sort reads one and writes the other. */
export let keys: usize = 0
export let keysAside: usize = 0
export let order: usize = 0
export let orderAside: usize = 0
/** Four histograms of 256 u32. */
export let counts: usize = 0

/** The bodies, which are the nodes along the Morton curve: x, y, mass and radius (f32). */
export let bodyX: usize = 0
export let bodyY: usize = 0
export let bodyMass: usize = 0
export let bodyRadius: usize = 0

/** The tree: 32 bytes a cell (see `tree.as`), its box (v128) and the radius of its widest body (f32). */
export let cells: usize = 0
export let boxes: usize = 0
export let widest: usize = 0
/** Where each group of bodies begins (u32), and one more for the end of the last. */
export let groups: usize = 0

/** Room for one interaction list (x, y, mass and radius) and for the forces on one group; of this instance alone. */
export let list: usize = 0

/** Settings of ForceAtlas2, named as its authors do; booleans are 0 or 1. */
export let scaling: f32 = 1
export let gravity: f32 = 1
export let strongGravity: u32 = 0
export let linLog: u32 = 0
export let adjustSizes: u32 = 0
export let slowDown: f32 = 1
/** One by the Barnes-Hut angle: how many times its width a cell must be away to count as one body. */
export let opening: f32 = 2
