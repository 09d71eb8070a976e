import type { TableOptions, TablePreview } from '../../model/importReport'
import { scanCsv, type CsvDelimiters } from './scanCsv'

/** The dialect of a table. */
export interface CsvDialect {
  readonly separator: TablePreview['separator']
  readonly delimiters: CsvDelimiters
  /** How a quotation mark inside of quotation marks is written. */
  readonly escape: 'doubled' | 'backslash'
  /** Number of bytes and lines before the first row: comment lines, which start with # or %, and a line "sep=;". */
  readonly startOffset: number
  readonly skippedLines: number
  /** The lines are adjacency lists, of different lengths. */
  readonly isLists?: boolean
}

const encoder = new TextEncoder()
const separators = [',', '\t', ';', '|'] as const
/** Number of rows that dialects are tried on. */
const triedRows = 100
/** Minimum share of rows with as many cells as the first row. */
const minEvenShare = 0.8

/** What the person chose of a dialect. */
export type ChosenDialect = Pick<TableOptions, 'separator' | 'quote' | 'escape' | 'rows'>

/**
 * Detects the separator and the quotation mark: those that give most of the first rows equally many cells. Undefined if
 * the text is not a table.
 */
export function detectCsvDialect(head: string, choice?: ChosenDialect): CsvDialect | undefined {
  const named = /^sep=([,;|\t])\r?\n/i.exec(head)
  const comments = named?.[0] ?? leadingComments(head)
  const text = head.slice(comments.length)
  const start = { startOffset: encoder.encode(comments).length, skippedLines: lineCount(comments) }
  const chosen = choice?.separator ?? (named?.[1] as CsvDialect['separator'] | undefined)
  if (chosen === undefined && isNumberPairs(text))
    return { separator: ' ', delimiters: { separator: 0x20, quote: 0 }, escape: 'doubled', ...start }
  const { quote, escape } = quotesOf(text, choice)
  if (chosen !== undefined)
    return { separator: chosen, delimiters: { separator: chosen.charCodeAt(0), quote }, escape, ...start }
  const best = bestSeparator(text, quote, escape)
  return best && { ...best, escape, ...start }
}

/** The quotation mark and how it is escaped: as chosen, else as the text has it. */
function quotesOf(
  text: string,
  choice: ChosenDialect | undefined,
): Pick<CsvDialect, 'escape'> & { readonly quote: number } {
  const chosen = choice?.quote
  const quote = chosen === undefined ? detectQuote(text) : chosen === '' ? 0 : chosen.charCodeAt(0)
  return { quote, escape: choice?.escape ?? (hasBackslashes(text) ? 'backslash' : 'doubled') }
}

/** The separator that gives most rows as many cells as the first, or a row of a node and its neighbours. */
function bestSeparator(
  text: string,
  quote: number,
  escape: CsvDialect['escape'],
): Pick<CsvDialect, 'separator' | 'delimiters'> | undefined {
  const bytes = encoder.encode(text)
  const fits = separators.flatMap((separator) => {
    const delimiters = { separator: separator.charCodeAt(0), quote }
    const cells = escape === 'backslash' ? withDoubledQuotes(bytes, delimiters) : bytes
    const scanned = scanCsv(cells, delimiters, triedRows)
    const table = typeof scanned === 'string' ? scanCsv(bytes, { ...delimiters, quote: 0 }, triedRows) : scanned
    if (typeof table === 'string' || table.rows === 0 || table.columns < 2) return []
    const even = 1 - table.unevenCount / table.rows
    return even >= minEvenShare ? [{ separator, delimiters, even, columns: table.columns }] : []
  })
  return fits.toSorted((one, other) => other.even - one.even || other.columns - one.columns)[0]
}

/** The dialect of a file that has the extension of a table but only one column. */
export function singleColumnDialect(head: string): CsvDialect {
  const comments = leadingComments(head)
  return {
    separator: ',',
    delimiters: { separator: 0x2c, quote: 0x22 },
    escape: 'doubled',
    startOffset: encoder.encode(comments).length,
    skippedLines: lineCount(comments),
  }
}

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

/** Whether quotation marks inside of cells stand after backslashes, as MySQL and PostgreSQL write them, and none is doubled. */
const hasBackslashes = (text: string): boolean =>
  /(?:^|[,;\t|])"[^"\n]*\\"[^,;\t|\r\n]/m.test(text) && !/[^\\,;\t|\r\n"]""[^,;\t|\r\n"]/.test(text)

const BACKSLASH = 0x5c
const LF = 0x0a

/** A table whose quotation marks stand after backslashes with doubled ones; a backslash before another letter stays. */
export function withDoubledQuotes(bytes: Uint8Array, { separator, quote }: CsvDelimiters): Uint8Array {
  const written = new Uint8Array(bytes.length)
  let length = 0
  let isQuoted = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    const next = bytes[at + 1]
    written[length++] = byte
    if (!isQuoted) {
      const before = at === 0 ? LF : bytes[at - 1]!
      isQuoted = byte === quote && (before === separator || before === LF)
    } else if (byte === BACKSLASH && (next === quote || next === BACKSLASH)) {
      // The backslash gives way to a second quotation mark, or is itself what it protects.
      if (next === quote) {
        written[length - 1] = quote
        written[length++] = quote
      }
      at++
    } else if (byte === quote) {
      isQuoted = next === quote
      if (isQuoted) written[length++] = bytes[++at]!
    }
  }
  return written.subarray(0, length)
}
