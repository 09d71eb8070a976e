import type { CategoryColumn, RowGroups, ListColumn } from '../../model/columns'
import { categoryAt, rowsOfGroup, listAt, NONE } from '../../model/columns'

/** The value of rows that have none: nodes without a sector, edges without a statement. */
export const NO_VALUE = 'none'

/** The values of all rows: one a row, or several. */
export type RowValues = CategoryColumn | ListColumn

/** The values of one row. */
export function valuesAtRow(values: RowValues, row: number): string[] {
  if (values.kind === 'list') return listAt(values, row)
  const value = categoryAt(values, row)
  return value === undefined ? [] : [value]
}

/** A column with the same value in every row. */
export const constantColumn = (count: number, value: string): CategoryColumn => ({
  kind: 'category',
  codes: new Uint32Array(count),
  dictionary: [value],
})

/** The distinct values of each group's members; a group without members gets `NO_VALUE`. */
export function valuesOfGroups(groups: RowGroups, { codes, dictionary }: CategoryColumn): ListColumn {
  const count = groups.offsets.length - 1
  const offsets = new Uint32Array(count + 1)
  const found = new Uint32Array(groups.rows.length + count)
  let length = 0
  for (let group = 0; group < count; group++) {
    const start = length
    for (const member of rowsOfGroup(groups, group)) {
      const own = codes[member]!
      const code = own === NONE ? dictionary.length : own
      if (!found.subarray(start, length).includes(code)) found[length++] = code
    }
    if (length === start) found[length++] = dictionary.length
    offsets[group + 1] = length
  }
  return { kind: 'list', codes: found.slice(0, length), offsets, dictionary: [...dictionary, NO_VALUE] }
}

/** One byte a row, 1 if any of its values is wanted; with `missing`, `NO_VALUE` matches rows without a value. */
export function rowsWithValue(values: RowValues, wanted: readonly string[], missing: boolean): Uint8Array {
  const byCode = wantedCodes(values.dictionary, wanted)
  const none = missing && wanted.includes(NO_VALUE) ? 1 : 0
  return values.kind === 'category' ? categoryRows(values, byCode, none) : listRows(values, byCode, none)
}

/** Compares texts once per dictionary entry, so that rows only look up codes. */
function wantedCodes(dictionary: readonly string[], values: readonly string[]): Uint8Array {
  const wanted = new Uint8Array(dictionary.length)
  const lookup = new Set(values)
  for (let code = 0; code < wanted.length; code++) if (lookup.has(dictionary[code]!)) wanted[code] = 1
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
