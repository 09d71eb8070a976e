import { rowsOfGroup, groupRowsByKey, type TextColumn } from '../model/columns'
import type { LayoutInput } from './layoutInput'

/** Numbers of the nodes of each group, groups in their order, nodes by label within; groups without nodes are left out. */
export function sortedNodesByGroup({ group, groupNames: groups, label }: LayoutInput): readonly Uint32Array[] {
  const parted = groupRowsByKey(group, groups.length)
  const inOrder = rowComparatorByText(label)
  return groups.map((_, at) => rowsOfGroup(parted, at)).flatMap((rows) => (rows.length > 0 ? [rows.sort(inOrder)] : []))
}

/**
 * Compares rows by their texts without making a string: by the first six bytes as one number, then byte by byte, then by
 * row. The order of UTF-8 bytes is that of code points: the same on every machine, whatever its language.
 */
export function rowComparatorByText({ bytes, offsets }: TextColumn): (one: number, other: number) => number {
  const starts = new Float64Array(offsets.length - 1)
  for (let row = 0; row < starts.length; row++) {
    const end = offsets[row + 1]!
    for (let at = offsets[row]!, place = 5; place >= 0; at++, place--)
      starts[row] = starts[row]! * 256 + (at < end ? bytes[at]! : 0)
  }
  return (one, other) => starts[one]! - starts[other]! || compareBytes(bytes, offsets, one, other) || one - other
}

function compareBytes(bytes: Uint8Array, offsets: Uint32Array, one: number, other: number): number {
  let [at, beside] = [offsets[one]!, offsets[other]!]
  const [end, otherEnd] = [offsets[one + 1]!, offsets[other + 1]!]
  for (; at < end && beside < otherEnd; at++, beside++)
    if (bytes[at] !== bytes[beside]) return bytes[at]! - bytes[beside]!
  return end - at - (otherEnd - beside)
}
