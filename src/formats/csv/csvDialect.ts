import type { TablePreview } from '../../model/importReport'
import { scanCsv, type CsvDelimiters } from './scanCsv'

/** How a file of a table is written. */
export interface CsvDialect {
  readonly separator: TablePreview['separator']
  readonly delimiters: CsvDelimiters
  /** Bytes and lines before the first row, which begin with # or %. */
  readonly startOffset: number
  readonly skippedLines: number
}

const encoder = new TextEncoder()
const separators = [',', '\t', ';', '|'] as const
const triedRows = 100
/** So many of the first rows must have as many cells as the first one. */
const leastEven = 0.8

/** Tells separator and quote by what makes the first rows equal; undefined where nothing makes a table of them. */
export function detectCsvDialect(head: string): CsvDialect | undefined {
  const comments = commentsIn(head)
  const text = head.slice(comments.length)
  const startOffset = encoder.encode(comments).length
  const skippedLines = linesIn(comments)
  if (isPairs(text)) return { separator: ' ', delimiters: { separator: 0x20, quote: 0 }, startOffset, skippedLines }
  const quote = quoteIn(text)
  const bytes = encoder.encode(text)
  const fits = separators.flatMap((separator) => {
    const delimiters = { separator: separator.charCodeAt(0), quote }
    const scanned = scanCsv(bytes, delimiters, triedRows)
    const table = typeof scanned === 'string' ? scanCsv(bytes, { ...delimiters, quote: 0 }, triedRows) : scanned
    if (typeof table === 'string' || table.rows === 0 || table.columns < 2) return []
    const even = 1 - table.unevenCount / table.rows
    return even >= leastEven ? [{ separator, delimiters, even, columns: table.columns }] : []
  })
  const best = fits.toSorted((one, other) => other.even - one.even || other.columns - one.columns)[0]
  return best && { separator: best.separator, delimiters: best.delimiters, startOffset, skippedLines }
}

/** The dialect of a file that says by its name that it is a table, and has one column. */
export const singleColumnDialect = (head: string): CsvDialect => ({
  separator: ',',
  delimiters: { separator: 0x2c, quote: 0x22 },
  startOffset: encoder.encode(commentsIn(head)).length,
  skippedLines: linesIn(commentsIn(head)),
})

const linesIn = (comments: string): number => comments.split('\n').length - 1

/** Lines of comment at the beginning; a single one that has as many cells as the next line is a header. */
function commentsIn(head: string): string {
  const comments = /^(?:[#%][^\n]*\n)*/.exec(head)![0]
  if (comments.split('\n').length !== 2) return comments
  const next = head.slice(comments.length).split('\n', 1)[0]!
  const cells = (line: string) => line.split(/[,;\t|]/).length
  return cells(comments) === cells(next) && cells(next) > 1 ? '' : comments
}

/** Lines of two whole numbers, and perhaps a third, with a space between: an edge list as networks are published. */
function isPairs(text: string): boolean {
  const lines = text.split(/\r?\n/, triedRows).filter((line) => line.trim() !== '')
  if (text.length > 10_000) lines.pop()
  return lines.length > 1 && lines.every((line) => /^\d+ \d+(?: -?[\d.eE+-]+)? ?$/.test(line))
}

function quoteIn(text: string): number {
  if (text.includes('"')) return 0x22
  const single = text.match(/(?:^|[,;\t|])'[^'\n]*'(?=[,;\t|]|\r?$)/gm)
  return single && single.length > 1 ? 0x27 : 0x22
}
