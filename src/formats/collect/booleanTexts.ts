import type { CategoryColumn } from '../../model/columns'
import { NONE } from '../../model/columns'

/** A boolean as true or false, however it is written; any other text as it is. */
export function booleanText(text: string): string {
  const word = text.trim().toLowerCase()
  if (word === '1') return 'true'
  return word === '0' ? 'false' : word === 'true' || word === 'false' ? word : text.trim()
}

const booleans = ['true', 'false']

/** A column of booleans from codes of texts; undefined if any text is not a boolean. A blank text is none. */
export function booleanColumn(codes: Uint32Array, texts: readonly string[]): CategoryColumn | undefined {
  const words = texts.map(booleanText)
  if (!words.every((word) => word === '' || booleans.includes(word))) return undefined
  const dictionary = booleans.filter((word) => words.includes(word))
  const codeOf = words.map((word) => (word === '' ? NONE : dictionary.indexOf(word)))
  return {
    datatype: 'boolean',
    kind: 'category',
    codes: codes.map((code) => (code === NONE ? NONE : codeOf[code]!)),
    dictionary,
  }
}
