import type { TablePreview } from '../../model/importReport'
import { scanCsv, type CsvDelimiters } from './scanCsv'

/** The dialect of a table. */
export interface CsvDialect {
  readonly separator: TablePreview['separator']
  readonly delimiters: CsvDelimiters
  /** Number of bytes and lines before the first row: comment lines, which start with # or %. */
  readonly startOffset: number
  readonly skippedLines: number
}

const encoder = new TextEncoder()
const separators = [',', '\t', ';', '|'] as const
/** Number of rows that dialects are tried on. */
const triedRows = 100
/** Minimum share of rows with as many cells as the first row. */
const minEvenShare = 0.8

/**
 * Detects the separator and the quotation mark: those that give most of the first rows equally many cells. Undefined if
 * the text is not a table.
 */
export function detectCsvDialect(head: string): CsvDialect | undefined {
  const comments = leadingComments(head)
  const text = head.slice(comments.length)
  const startOffset = encoder.encode(comments).length
  const skippedLines = lineCount(comments)
  if (isNumberPairs(text))
    return { separator: ' ', delimiters: { separator: 0x20, quote: 0 }, startOffset, skippedLines }
  const quote = detectQuote(text)
  const bytes = encoder.encode(text)
  const fits = separators.flatMap((separator) => {
    const delimiters = { separator: separator.charCodeAt(0), quote }
    const scanned = scanCsv(bytes, delimiters, triedRows)
    const table = typeof scanned === 'string' ? scanCsv(bytes, { ...delimiters, quote: 0 }, triedRows) : scanned
    if (typeof table === 'string' || table.rows === 0 || table.columns < 2) return []
    const even = 1 - table.unevenCount / table.rows
    return even >= minEvenShare ? [{ separator, delimiters, even, columns: table.columns }] : []
  })
  const best = fits.toSorted((one, other) => other.even - one.even || other.columns - one.columns)[0]
  return best && { separator: best.separator, delimiters: best.delimiters, startOffset, skippedLines }
}

/** The dialect of a file that has the extension of a table but only one column. */
export const singleColumnDialect = (head: string): CsvDialect => ({
  separator: ',',
  delimiters: { separator: 0x2c, quote: 0x22 },
  startOffset: encoder.encode(leadingComments(head)).length,
  skippedLines: lineCount(leadingComments(head)),
})

const lineCount = (comments: string): number => comments.split('\n').length - 1

/** The comment lines at the beginning. A single one with as many cells as the next line is a header instead. */
function leadingComments(head: string): string {
  const comments = /^(?:[#%][^\n]*\n)*/.exec(head)![0]
  if (comments.split('\n').length !== 2) return comments
  const next = head.slice(comments.length).split('\n', 1)[0]!
  const cells = (line: string) => line.split(/[,;\t|]/).length
  return cells(comments) === cells(next) && cells(next) > 1 ? '' : comments
}

/** Whether all lines are two whole numbers and perhaps a weight, separated by spaces: an edge list. */
function isNumberPairs(text: string): boolean {
  const lines = text.split(/\r?\n/, triedRows).filter((line) => line.trim() !== '')
  if (text.length > 10_000) lines.pop()
  return lines.length > 1 && lines.every((line) => /^\d+ \d+(?: -?[\d.eE+-]+)? ?$/.test(line))
}

function detectQuote(text: string): number {
  if (text.includes('"')) return 0x22
  const single = text.match(/(?:^|[,;\t|])'[^'\n]*'(?=[,;\t|]|\r?$)/gm)
  return single && single.length > 1 ? 0x27 : 0x22
}
