import type { z } from 'zod'
import { message, type Message } from '../../messages/message'
import { Dispute, Source, Statement } from '../../model/records'
import { Predicate } from '../../model/schema'
import { FileFault } from '../io/fileFault'
import type { InputFile } from '../io/inputFile'
import { zodIssueMessage } from '../io/zodIssueMessage'
import { readKizunaTableRows, type KizunaTableRow } from './kizunaTableRows'

/** A record of a table, with the row that it was read from. */
export interface RecordAtRow<Kind> {
  readonly record: Kind
  readonly file: string
  readonly row: number
}

/** What is wrong with a row of one of Kizuna's own tables. */
export const kizunaTableFault = ({ file, row }: Omit<RecordAtRow<unknown>, 'record'>, fault: Message): FileFault =>
  new FileFault(file, message('readFaults', 'inRow', { row, fault }), message('readFaults', 'correctRow'))

/** A record before it is checked by a schema. */
type Loose = Readonly<Record<string, unknown>>

/** The rows of a table as records. Throws a FileFault that names the file and the row of the first invalid record. */
function recordsIn<Shape extends z.ZodType>(
  shape: Shape,
  file: InputFile | undefined,
  looseOf: (row: KizunaTableRow) => Loose,
): RecordAtRow<z.infer<Shape>>[] {
  if (!file) return []
  return readKizunaTableRows(file).map((row) => parsed(shape, looseOf(row), { file: file.name, row: row.row }))
}

function parsed<Shape extends z.ZodType>(
  shape: Shape,
  loose: Loose,
  at: Omit<RecordAtRow<unknown>, 'record'>,
): RecordAtRow<z.infer<Shape>> {
  const read = shape.safeParse(present(loose), { reportInput: true })
  if (!read.success) throw kizunaTableFault(at, zodIssueMessage(read.error.issues[0]!))
  return { record: read.data, ...at }
}

const present = (loose: Loose): Loose =>
  Object.fromEntries(Object.entries(loose).filter(([, value]) => value !== undefined))

const texts = (row: KizunaTableRow, names: string): Loose =>
  Object.fromEntries(names.split(' ').map((name) => [name, row.text(name)]))

export const readStatementTable = (file: InputFile | undefined): RecordAtRow<Statement>[] =>
  recordsIn(Statement, file, looseStatement)

function looseStatement(row: KizunaTableRow): Loose {
  const formula = row.text('formula')
  return {
    ...texts(row, 'id subject predicate object status by date source locator note due'),
    value: looseValue(row),
    polarity: row.text('polarity') === 'positive' ? undefined : row.text('polarity'),
    derived: formula === undefined ? undefined : { formula, inputs: row.list('inputs') ?? [] },
    outcome: looseOutcome(row),
    research: row.list('research'),
  }
}

/** A value by its kind. Older exports have no column `value_kind`: there a unit makes it a quantity. */
function looseValue(row: KizunaTableRow): Loose | undefined {
  const [kind, exact, readable] = [row.text('value_kind'), row.text('value_exact'), row.text('value')]
  if (kind === 'date') return { date: exact }
  if (kind === 'text') return { text: exact ?? '' }
  if (kind === 'unknown') return { unknown: true }
  if (kind === 'quantity' || row.text('unit') !== undefined)
    return present({
      amount: row.number('amount'),
      low: row.number('low'),
      high: row.number('high'),
      about: row.text('about') === 'true' ? true : undefined,
      unit: row.text('unit') ?? '',
    })
  return readable === undefined ? undefined : { text: readable }
}

function looseOutcome(row: KizunaTableRow): Loose | undefined {
  const kind = row.text('outcome')
  if (kind === undefined) return undefined
  return present({
    kind,
    date: row.text('outcome_date'),
    reading: row.text('outcome_reading') ?? '',
    statements: row.list('outcome_statements'),
  })
}

export const readSourceTable = (file: InputFile | undefined): RecordAtRow<Source>[] =>
  recordsIn(Source, file, (row) => {
    const labels = row.list('part_labels') ?? []
    const japaneseLabels = row.list('part_labels_ja') ?? []
    return {
      ...texts(row, 'id title_ja publisher author date url language kind origin reliability note'),
      title: row.text('title') ?? '',
      parts: row.list('parts')?.map((id, at) => ({
        id,
        label: labels[at] ?? '',
        ...(japaneseLabels[at] && { label_ja: japaneseLabels[at] }),
      })),
    }
  })

/** Reads disputes. Each side has a row, in sequence; fields of the dispute itself are read from the first of them. */
export function readDisputeTable(file: InputFile | undefined): RecordAtRow<Dispute>[] {
  if (!file) return []
  const groups: KizunaTableRow[][] = []
  for (const row of readKizunaTableRows(file)) {
    const last = groups.at(-1)
    if (last && last[0]!.text('id') === row.text('id')) last.push(row)
    else groups.push([row])
  }
  return groups.map((rows) => {
    const [first] = rows as [KizunaTableRow]
    const sides = rows.map((row) => ({
      says: row.text('says') ?? '',
      ...present({ says_ja: row.text('says_ja') }),
      statements: row.list('statements') ?? [],
    }))
    const more = { also: first.list('also'), research: first.list('research') }
    const prose = { title: first.text('title') ?? '', reading: first.text('reading') ?? '' }
    const loose = { ...texts(first, 'id kind title_ja reading_ja'), ...prose, sides, ...more }
    return parsed(Dispute, loose, { file: file.name, row: first.row })
  })
}

export const readPredicateTable = (file: InputFile | undefined): RecordAtRow<Predicate>[] =>
  recordsIn(Predicate, file, (row) => {
    const both = texts(
      row,
      'id ja description description_ja inverse_ja negative negative_ja inverse_negative inverse_negative_ja amount facet value stage',
    )
    const flag = (name: string) => (row.text(name) === 'true' ? true : undefined)
    const relation = row.text('value') === undefined
    return {
      ...both,
      label: row.text('label') ?? '',
      inverse: relation ? (row.text('inverse') ?? '') : undefined,
      from: row.list('from'),
      to: row.list('to'),
      single: flag('single'),
      symmetric: flag('symmetric'),
    }
  })

/** The id of the source that represents the editors of the data set. */
export const readEditorSourceId = (file: InputFile | undefined): string | undefined =>
  file &&
  readKizunaTableRows(file)
    .find((row) => row.text('editors') === 'true')
    ?.text('id')

/** The ids of the nodes that are included only because they assert a statement. */
export const readAsserterTable = (file: InputFile | undefined): string[] =>
  file ? readKizunaTableRows(file).flatMap((row) => row.text('asserter') ?? []) : []
