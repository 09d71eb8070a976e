import type { TableOptions } from '../../model/importReport'
import type { InputFile } from '../io/inputFile'

/** The start of the header of each table that Kizuna writes, after a byte-order mark. */
const headerStarts = {
  nodes: 'id,label,type,',
  edges: 'id,source,target,predicate',
  figures: 'id,subject,predicate,predicate_label,values,',
  statements: 'id,subject,predicate,object,value,amount,',
  sources: 'id,title,publisher,author,date,url,',
  disputes: 'id,kind,title,side,says,statements,reading',
  predicates: 'id,label,inverse,negative,',
  asserters: 'asserter,label,type,',
} as const

export type KizunaTableKind = keyof typeof headerStarts | 'empty'

/** Which of Kizuna's own tables a file is; undefined for other files. A table without rows has only a byte-order mark. */
export function kizunaTableKindOf({ bytes, head }: InputFile): KizunaTableKind | undefined {
  if (bytes[0] !== 0xef || bytes[1] !== 0xbb || bytes[2] !== 0xbf) return undefined
  if (bytes.length <= 5 && head.trim() === '') return 'empty'
  const end = head.indexOf('\n')
  if (end > 0 && head[end - 1] !== '\r') return undefined
  return (Object.keys(headerStarts) as (keyof typeof headerStarts)[]).find((name) =>
    head.startsWith(headerStarts[name]),
  )
}

/** How Kizuna's own tables of nodes, edges and asserters are read. */
export const kizunaTableChoice = (own: KizunaTableKind): TableOptions =>
  own === 'edges'
    ? { rows: 'edges', header: true, columns: { id: 'id', source: 'source', target: 'target', predicate: 'relation' } }
    : {
        rows: 'nodes',
        header: true,
        columns: {
          // The ids of asserters are in a column of another name.
          ...(own === 'asserters' ? { asserter: 'id' } : { id: 'id' }),
          label: 'label',
          type: 'type',
          x: 'x',
          y: 'y',
          latitude: 'latitude',
          longitude: 'longitude',
        },
      }

/** First characters of formulas (OWASP, CSV injection); texts with these are written with an apostrophe before them. */
const formulaStarts = new Set(Array.from('=+-@\t\r', (letter) => letter.charCodeAt(0)))
const APOSTROPHE = 0x27

/** Whether a text starts like a formula, perhaps with apostrophes before it. */
export function startsLikeFormula(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from
  while (at < to && bytes[at] === APOSTROPHE) at++
  return at < to && formulaStarts.has(bytes[at]!)
}

/** A list as a cell: items separated by "; ", with a backslash before semicolons and backslashes in items. */
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

/** Suffix of the names of columns with lists. */
export const listColumnSuffix = '[]'
