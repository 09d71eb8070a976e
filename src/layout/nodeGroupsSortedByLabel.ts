import { rowsOfGroup, groupRowsByKey, type TextColumn } from '../model/columns'
import type { LayoutInput } from './layoutInput'

/** The nodes of each group sorted by label, without empty groups. */
export function nodeGroupsSortedByLabel({ group, groupNames, label }: LayoutInput): readonly Uint32Array[] {
  const byGroup = groupRowsByKey(group, groupNames.length)
  const compareLabels = rowComparatorByText(label)
  return groupNames
    .map((_, index) => rowsOfGroup(byGroup, index))
    .flatMap((rows) => (rows.length > 0 ? [rows.sort(compareLabels)] : []))
}

/**
 * Compares rows by their texts without creating strings: by the first six bytes as a number, then byte by byte, then by row. The
 * order of UTF-8 bytes is that of code points, which is the same on every machine, whatever its language.
 */
export function rowComparatorByText({ bytes, offsets }: TextColumn): (one: number, other: number) => number {
  const starts = new Float64Array(offsets.length - 1)
  for (let row = 0; row < starts.length; row++) {
    const end = offsets[row + 1]!
    for (let at = offsets[row]!, byte = 5; byte >= 0; at++, byte--)
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
