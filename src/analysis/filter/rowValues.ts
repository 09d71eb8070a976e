import type { CategoryColumn, RowGroups, ListColumn } from '../../model/columns'
import { categoryAt, rowsOfGroup, listAt, NONE } from '../../model/columns'

/** The value that stands for "has none": nodes that belong to no sector, edges that no statement carries. */
export const NO_VALUE = 'none'

/** The values of all rows: one each, or several. */
export type RowValues = CategoryColumn | ListColumn

/** The values of one row. */
export function valuesAtRow(values: RowValues, row: number): string[] {
  if (values.kind === 'list') return listAt(values, row)
  const value = categoryAt(values, row)
  return value === undefined ? [] : [value]
}

/** The same value in every row. */
export const constantColumn = (count: number, value: string): CategoryColumn => ({
  kind: 'category',
  codes: new Uint32Array(count),
  dictionary: [value],
})

/** The values of each group's members, each once; a group without members has none (`NO_VALUE`). */
export function valuesOfGroups(groups: RowGroups, { codes, dictionary }: CategoryColumn): ListColumn {
  const count = groups.offsets.length - 1
  const offsets = new Uint32Array(count + 1)
  const found = new Uint32Array(groups.rows.length + count)
  let place = 0
  for (let group = 0; group < count; group++) {
    const start = place
    for (const member of rowsOfGroup(groups, group)) {
      const own = codes[member]!
      const code = own === NONE ? dictionary.length : own
      if (!found.subarray(start, place).includes(code)) found[place++] = code
    }
    if (place === start) found[place++] = dictionary.length
    offsets[group + 1] = place
  }
  return { kind: 'list', codes: found.slice(0, place), offsets, dictionary: [...dictionary, NO_VALUE] }
}

/** One byte a row, 1 where any of the row's values is wanted; rows without a value where these are (`none`). */
export function rowsWithValue(values: RowValues, among: readonly string[], missing: boolean): Uint8Array {
  const wanted = wantedCodes(values.dictionary, among)
  const none = missing && among.includes(NO_VALUE) ? 1 : 0
  return values.kind === 'category' ? categoryRows(values, wanted, none) : listRows(values, wanted, none)
}

/** The dictionary is asked once, then codes are looked up. */
function wantedCodes(dictionary: readonly string[], among: readonly string[]): Uint8Array {
  const wanted = new Uint8Array(dictionary.length)
  const values = new Set(among)
  for (let code = 0; code < wanted.length; code++) if (values.has(dictionary[code]!)) wanted[code] = 1
  return wanted
}

function categoryRows({ codes }: CategoryColumn, wanted: Uint8Array, none: number): Uint8Array {
  const rows = new Uint8Array(codes.length)
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!
    rows[row] = code === NONE ? none : wanted[code]!
  }
  return rows
}

function listRows({ codes, offsets }: ListColumn, wanted: Uint8Array, none: number): Uint8Array {
  const rows = new Uint8Array(offsets.length - 1)
  for (let row = 0; row < rows.length; row++) {
    const [start, end] = [offsets[row]!, offsets[row + 1]!]
    let found = start === end ? none : 0
    for (let at = start; at < end; at++) found |= wanted[codes[at]!]!
    rows[row] = found
  }
  return rows
}
