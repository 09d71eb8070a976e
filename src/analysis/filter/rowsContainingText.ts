import { foldCaseAndDiacritics } from '../../model/nodeNames'
import { forEachTextContaining, rowOfText, type SearchableTexts } from '../search/searchableTexts'
import { NO_VALUE } from './rowValues'

/** One byte a row, 1 if any of its texts contains any of the values, ignoring case and diacritics. */
export function rowsContainingText(texts: SearchableTexts, values: readonly string[], missing: boolean): Uint8Array {
  const rows = new Uint8Array((texts.firsts ?? texts.starts).length - 1)
  for (const value of values) {
    if (missing && value === NO_VALUE) markEmpty(texts, rows)
    const wanted = foldCaseAndDiacritics(value).replaceAll('\n', ' ')
    if (wanted === '') rows.fill(1)
    let row = 0
    if (wanted !== '') forEachTextContaining(texts, wanted, (text) => (rows[(row = rowOfText(texts, text, row))] = 1))
  }
  return rows
}

function markEmpty({ starts }: SearchableTexts, rows: Uint8Array): void {
  for (let row = 0; row < rows.length; row++) if (starts[row + 1]! - starts[row]! === 1) rows[row] = 1
}
