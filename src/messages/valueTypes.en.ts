import { english, plural, pluralForm } from './englishFormatter'

const { list, quote } = english

/** What is said about the types of values when a file is read: guesses, gaps, and columns that cells spoil. */
export const valueTypesEn = {
  idsQuoted:
    'One file has nodes with the same ID as text and as number or boolean. The text has quotation marks in its ID.',
  nonFiniteTokens: ({ file, count, example }: { file: string; count: number; example: string }) =>
    `${file}: ${plural(count, 'value')} such as ${quote(example)} ${pluralForm(count, 'is', 'are')} no number in JSON, and ${pluralForm(count, 'is a gap', 'are gaps')}.`,
  mixedTypes: ({ column }: { column: string }) =>
    `${quote(column)} holds numbers, booleans or texts side by side: all became texts.`,
  writtenNumbers: ({ table, column, example }: { table: string; column: string; example: string }) =>
    `${table}: ${quote(column)} was read as numbers, such as ${quote(example)}.`,
  gapWords: ({
    table,
    column,
    count,
    words,
  }: {
    table: string
    column: string
    count: number
    words: readonly string[]
  }) => `${table}: ${quote(column)} has ${plural(count, 'gap')} where it says ${list(words.map(quote))}.`,
  digitsKept: ({ column, count, example }: { column: string; count: number; example: string }) =>
    `${quote(column)}: ${plural(count, 'number')} with more digits than a computer calculates with, such as ${quote(example)}: shown and written with all digits, compared as rounded.`,
}

export type ValueTypesMessages = typeof valueTypesEn
