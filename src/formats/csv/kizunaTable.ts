import type { TableOptions } from '../../model/importReport'
import type { InputFile } from '../io/inputFile'

/** How the tables begin that Kizuna writes, after a byte-order mark. */
const beginnings = {
  nodes: 'id,label,type,',
  edges: 'id,source,target,predicate',
  figures: 'id,subject,predicate,predicate_label,values,',
  statements: 'id,subject,predicate,object,value,amount,',
  sources: 'id,title,publisher,author,date,url,',
  disputes: 'id,kind,title,side,says,statements,reading',
  predicates: 'id,label,inverse,negative,',
  asserters: 'asserter,label,type,',
} as const

export type KizunaTableKind = keyof typeof beginnings | 'empty'

/** Which of Kizuna's own tables a file is; undefined where Kizuna did not write it. A table without rows is empty but for its mark. */
export function kizunaTableKindOf({ bytes, head }: InputFile): KizunaTableKind | undefined {
  if (bytes[0] !== 0xef || bytes[1] !== 0xbb || bytes[2] !== 0xbf) return undefined
  if (bytes.length <= 5 && head.trim() === '') return 'empty'
  const end = head.indexOf('\n')
  if (end > 0 && head[end - 1] !== '\r') return undefined
  return (Object.keys(beginnings) as (keyof typeof beginnings)[]).find((name) => head.startsWith(beginnings[name]))
}

/** How our own tables are read: by the very names that we give. */
export const kizunaTableChoice = (own: KizunaTableKind): TableOptions =>
  own === 'edges'
    ? { rows: 'edges', header: true, columns: { id: 'id', source: 'source', target: 'target', predicate: 'relation' } }
    : {
        rows: 'nodes',
        header: true,
        columns: {
          // The id of an asserter stands under another name.
          ...(own === 'asserters' ? { asserter: 'id' } : { id: 'id' }),
          label: 'label',
          type: 'type',
          x: 'x',
          y: 'y',
          latitude: 'latitude',
          longitude: 'longitude',
        },
      }

/** What a spreadsheet would take for a formula (OWASP, CSV injection); one apostrophe more is written before it. */
const dangerous = new Set(Array.from('=+-@\t\r', (letter) => letter.charCodeAt(0)))
const APOSTROPHE = 0x27

/** Whether these bytes are apostrophes, or none, before what begins a formula. */
export function startsLikeFormula(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from
  while (at < to && bytes[at] === APOSTROPHE) at++
  return at < to && dangerous.has(bytes[at]!)
}

/** Items of a list in a cell of ours: separated by "; ", with a backslash before semicolons and backslashes inside of them. */
export const listToCsvCell = (items: readonly string[]): string =>
  items.map((item) => item.replace(/[\\;]/g, '\\$&')).join('; ')

export function listFromCsvCell(text: string): string[] {
  const items = ['']
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!
    if (letter === ';') {
      if (text[at + 1] === ' ') at++
      items.push('')
    } else items[items.length - 1] += letter === '\\' ? (text[++at] ?? '') : letter
  }
  return items
}

/** Names of columns of lists end so. */
export const listColumnSuffix = '[]'
