import edtf from 'edtf'
import type { Node, Quantity, Source, StatementValue } from '../../model/records'
import type { FigurePredicate, NodeType, Predicate, RelationPredicate } from '../../model/schema'
import { isRelationPredicate } from '../../model/predicates'
import type { ValueKind } from '../../model/enumerations'
import type { YamlPath } from './yamlDocument'
import { didYouMean } from './datasetFault'
import type { StatementEntry } from './datasetFileSchemas'
import type { MalformedEntry, ReportFault } from './parsedDataset'

/** The records that statements refer to, by id. */
export interface DatasetIndex {
  /** A node is undefined if its entry is malformed. */
  readonly nodes: ReadonlyMap<string, Node | undefined>
  readonly types: ReadonlyMap<string, NodeType>
  readonly predicates: ReadonlyMap<string, Predicate>
  readonly sources: ReadonlyMap<string, Partial<Source>>
}

type Entry = MalformedEntry<StatementEntry> & { readonly source: string }

/** Checks a statement, or the valid fields of a malformed one, against the schema, the nodes and its source. */
export function checkStatement(entry: Entry, index: DatasetIndex, report: ReportFault): void {
  const { subject, predicate, object, by, date } = entry.record
  const checkNode = (field: string, id: string | undefined) => {
    if (id === undefined || index.nodes.has(id)) return
    report(entry, [field], `${field}: unknown node "${id}"${didYouMean(id, index.nodes.keys())}`)
  }
  checkNode('subject', subject)
  checkNode('object', object)
  checkNode('by', by)
  if (date !== undefined && !isDate(date)) report(entry, ['date'], invalidEdtf(date))
  checkLocator(entry, index, report)
  const declared = index.predicates.get(predicate ?? '')
  if (predicate === undefined) return
  if (!declared) {
    report(entry, ['predicate'], `unknown predicate "${predicate}"${didYouMean(predicate, index.predicates.keys())}`)
    return
  }
  checkEnd(entry, { field: 'subject', id: subject, allowed: declared.from }, index, report)
  if (isRelationPredicate(declared)) checkRelation(entry, declared, index, report)
  else checkFigure(entry, declared, report)
}

function checkLocator(entry: Entry, index: DatasetIndex, report: ReportFault): void {
  const { locator } = entry.record
  const parts = index.sources.get(entry.source)?.parts?.map(({ id }) => id)
  const part = locator?.split('.')[0]
  if (parts && part !== undefined && !parts.includes(part))
    report(entry, ['locator'], `locator: unknown part "${part}" of the source${didYouMean(part, parts)}`)
}

function checkRelation(entry: Entry, declared: RelationPredicate, index: DatasetIndex, report: ReportFault): void {
  const { object, value, formula } = entry.record
  if (formula !== undefined || (value !== undefined && !declared.amount))
    report(entry, [value ? 'value' : 'formula'], `"${declared.id}" is a relation and takes an object, not a value`)
  const wrong = declared.amount && value && wrongValue(declared.amount, value)
  if (wrong) report(entry, ['value', ...wrong.at], `invalid value of "${declared.id}": ${wrong.what}`)
  if (object === undefined && !entry.invalidFields.has('object'))
    report(entry, [], `"${declared.id}" is a relation: "object" is missing`)
  checkEnd(entry, { field: 'object', id: object, allowed: declared.to }, index, report)
}

function checkEnd(
  entry: Entry,
  { field, id = '', allowed }: { field: string; id: string | undefined; allowed: readonly string[] },
  index: DatasetIndex,
  report: ReportFault,
): void {
  const type = index.types.get(index.nodes.get(id)?.type ?? '')
  if (!type || allowed.includes(type.id) || allowed.includes(type.family)) return
  report(
    entry,
    [field],
    `${field} "${id}" is of type ${type.id}, but "${entry.record.predicate}" takes ${allowed.join(', ')}`,
  )
}

function checkFigure(entry: Entry, declared: FigurePredicate, report: ReportFault): void {
  const { object, value, formula } = entry.record
  if (object !== undefined) report(entry, ['object'], `"${declared.id}" is a figure and takes a value, not an object`)
  if (value === undefined) {
    if (formula === undefined && !entry.invalidFields.has('value') && !entry.invalidFields.has('formula'))
      report(entry, [], `"${declared.id}" is a figure: "value" is missing`)
    return
  }
  if (formula !== undefined) report(entry, ['formula'], 'a statement takes a value or a formula, not both')
  const wrong = wrongValue(declared.value, value)
  if (wrong) report(entry, ['value', ...wrong.at], `invalid value of "${declared.id}": ${wrong.what}`)
}

const timeUnits = ['day', 'business day', 'week', 'month', 'year']

/** What is wrong with a value, and at which path in it; undefined if nothing is. */
type ValueFault = { readonly at: YamlPath; readonly what: string } | undefined

/** Checks a value against the kind of its figure. */
function wrongValue(kind: ValueKind, value: StatementValue): ValueFault {
  if ('unknown' in value) return undefined
  if (kind === 'date') return wrongDate(value)
  if (kind === 'text') return 'text' in value ? undefined : { at: [], what: 'expected { text }' }
  if (!('unit' in value)) return { at: [], what: 'expected an amount and a unit' }
  return wrongBounds(value) ?? wrongUnit(kind, value.unit)
}

function wrongDate(value: StatementValue): ValueFault {
  if (!('date' in value)) return { at: [], what: 'expected { date }' }
  return isDate(value.date) ? undefined : { at: ['date'], what: invalidEdtf(value.date) }
}

function wrongBounds({ amount, low, high }: Quantity): ValueFault {
  if (amount === undefined && low === undefined && high === undefined)
    return { at: [], what: 'amount, low and high are all missing' }
  if (low !== undefined && high !== undefined && low > high)
    return { at: ['low'], what: `low ${low} is greater than high ${high}` }
  return undefined
}

function wrongUnit(kind: ValueKind, unit: string): ValueFault {
  if (kind === 'money' && !/^[A-Z]{3}$/.test(unit))
    return { at: ['unit'], what: `invalid currency code "${unit}"; write three capital letters, such as USD` }
  if (kind === 'share' && unit !== '%')
    return { at: ['unit'], what: `invalid unit "${unit}"; the unit of a share is "%"` }
  if (kind === 'duration' && !timeUnits.includes(unit))
    return {
      at: ['unit'],
      what: `invalid unit "${unit}"; expected ${timeUnits.join(', ')}${didYouMean(unit, timeUnits)}`,
    }
  return undefined
}

const invalidEdtf = (text: string): string =>
  `invalid EDTF date "${text}"; write it like 2026-02-17, 2026-02~ or 2026-02-09/2026-02-15`

/** Results by text: the EDTF grammar is slow, and many statements share a date. */
const isDateByText = new Map<string, boolean>()

function isDate(text: string): boolean {
  const cached = isDateByText.get(text)
  if (cached !== undefined) return cached
  const valid = isEdtf(text)
  isDateByText.set(text, valid)
  return valid
}

function isEdtf(text: string): boolean {
  try {
    edtf(text)
    return true
  } catch {
    return false
  }
}
