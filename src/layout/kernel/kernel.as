import { attract } from './attraction'
import { move as moveNodes } from './move'
import { sort } from './order'
import { forcesOnGroup, repel } from './repulsion'
import * as at from './state'
import { buildTree } from './tree'

/**
 * One step of ForceAtlas2 (Jacomy, Venturini, Heymann and Bastian, PLoS ONE 9(6), 2014) in three calls: `prepare`; `forces` for all
 * groups, in any order and by any number of instances on the same memory; then `move`.
 */
export * from './state'

/** Sorts the nodes and builds the tree. Returns the number of groups. There must be at least one node. */
export function prepare(): u32 {
  sort()
  return buildTree()
}

/** Computes the forces on the nodes of the groups from `first` to `last`, without the last. */
export function forces(first: u32, last: u32): void {
  for (let group = first; group < last; group++) {
    const begin = load<u32>(at.groups + (group << 2))
    const end = load<u32>(at.groups + (group << 2), 4)
    repel(begin, end)
    let repulsion = forcesOnGroup()
    for (let body = begin; body < end; body++) {
      const node = load<u32>(at.order + (body << 2))
      const factor = f32x4.splat(at.scaling * load<f32>(at.mass + (node << 2)))
      const push = f32x4.mul(factor, v128.load_zero<u64>(repulsion))
      v128.store_lane<u64>(at.force + (node << 3), f32x4.add(push, attract(node)), 0)
      repulsion += 8
    }
  }
}

/** Moves the nodes along their forces. */
export function move(): void {
  moveNodes()
}
