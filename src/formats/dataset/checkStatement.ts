import edtf from 'edtf'
import type { Node, Quantity, Source, StatementValue } from '../../model/records'
import type { FigurePredicate, NodeType, Predicate, RelationPredicate } from '../../model/schema'
import { isRelationPredicate } from '../../model/predicates'
import type { ValueKind } from '../../model/enumerations'
import type { YamlPath } from './yamlDocument'
import { didYouMean } from './datasetFault'
import type { StatementEntry } from './datasetFileSchemas'
import type { MalformedEntry, ReportFault } from './parsedDataset'

export interface DatasetIndex {
  /** Nodes by id; undefined where an entry is misshapen. */
  readonly nodes: ReadonlyMap<string, Node | undefined>
  readonly types: ReadonlyMap<string, NodeType>
  readonly predicates: ReadonlyMap<string, Predicate>
  readonly sources: ReadonlyMap<string, Partial<Source>>
}

type Entry = MalformedEntry<StatementEntry> & { readonly source: string }

/** Checks one statement, or what is well-shaped of it, against the schema, the nodes and its source. */
export function checkStatement(entry: Entry, known: DatasetIndex, say: ReportFault): void {
  const { subject, predicate, object, by, date } = entry.record
  const node = (field: string, id: string | undefined) => {
    if (id === undefined || known.nodes.has(id)) return
    say(entry, [field], `${field} "${id}" is no node${didYouMean(id, known.nodes.keys())}`)
  }
  node('subject', subject)
  node('object', object)
  node('by', by)
  if (date !== undefined && !isDate(date)) say(entry, ['date'], notEdtf(date))
  checkLocator(entry, known, say)
  const declared = known.predicates.get(predicate ?? '')
  if (predicate === undefined) return
  if (!declared) {
    say(
      entry,
      ['predicate'],
      `predicate "${predicate}" is not in schema.yaml${didYouMean(predicate, known.predicates.keys())}`,
    )
    return
  }
  checkEnd(entry, { field: 'subject', id: subject, allowed: declared.from }, known, say)
  if (isRelationPredicate(declared)) checkRelation(entry, declared, known, say)
  else checkFigure(entry, declared, say)
}

function checkLocator(entry: Entry, known: DatasetIndex, say: ReportFault): void {
  const { locator } = entry.record
  const parts = known.sources.get(entry.source)?.parts?.map(({ id }) => id)
  const part = locator?.split('.')[0]
  if (parts && part !== undefined && !parts.includes(part))
    say(entry, ['locator'], `locator "${locator}" points to no part of the source${didYouMean(part, parts)}`)
}

function checkRelation(entry: Entry, declared: RelationPredicate, known: DatasetIndex, say: ReportFault): void {
  const { object, value, formula } = entry.record
  if (formula !== undefined || (value !== undefined && !declared.amount))
    say(entry, [value ? 'value' : 'formula'], `"${declared.id}" is a relation: it takes an object, not a value`)
  const wrong = declared.amount && value && wrongValue(declared.amount, value)
  if (wrong) say(entry, ['value', ...wrong.at], `"${declared.id}" says how much: ${wrong.what}`)
  if (object === undefined && !entry.invalidFields.has('object'))
    say(entry, [], `"${declared.id}" is a relation: "object" is missing`)
  checkEnd(entry, { field: 'object', id: object, allowed: declared.to }, known, say)
}

function checkEnd(
  entry: Entry,
  { field, id = '', allowed }: { field: string; id: string | undefined; allowed: readonly string[] },
  known: DatasetIndex,
  say: ReportFault,
): void {
  const type = known.types.get(known.nodes.get(id)?.type ?? '')
  if (!type || allowed.includes(type.id) || allowed.includes(type.family)) return
  say(entry, [field], `${field} "${id}" is a ${type.id}; "${entry.record.predicate}" takes ${allowed.join(', ')}`)
}

function checkFigure(entry: Entry, declared: FigurePredicate, say: ReportFault): void {
  const { object, value, formula } = entry.record
  if (object !== undefined) say(entry, ['object'], `"${declared.id}" is a figure: it takes a value, not an object`)
  if (value === undefined) {
    if (formula === undefined && !entry.invalidFields.has('value') && !entry.invalidFields.has('formula'))
      say(entry, [], `"${declared.id}" is a figure: "value" is missing`)
    return
  }
  if (formula !== undefined) say(entry, ['formula'], 'a statement has a value or a formula, not both')
  const wrong = wrongValue(declared.value, value)
  if (wrong) say(entry, ['value', ...wrong.at], `"${declared.id}" measures ${declared.value}: ${wrong.what}`)
}

const timeUnits = ['day', 'business day', 'week', 'month', 'year']

type Wrong = { readonly at: YamlPath; readonly what: string } | undefined

/** Why a value does not fit what its figure measures. */
function wrongValue(kind: ValueKind, value: StatementValue): Wrong {
  if ('unknown' in value) return undefined
  if (kind === 'date') return wrongDate(value)
  if (kind === 'text') return 'text' in value ? undefined : { at: [], what: 'the value is a text' }
  if (!('unit' in value)) return { at: [], what: 'the value has an amount and a unit' }
  return wrongBounds(value) ?? wrongUnit(kind, value.unit)
}

function wrongDate(value: StatementValue): Wrong {
  if (!('date' in value)) return { at: [], what: 'the value is a date' }
  return isDate(value.date) ? undefined : { at: ['date'], what: notEdtf(value.date) }
}

function wrongBounds({ amount, low, high }: Quantity): Wrong {
  if (amount === undefined && low === undefined && high === undefined)
    return { at: [], what: 'amount, low and high are all missing' }
  if (low !== undefined && high !== undefined && low > high)
    return { at: ['low'], what: `low ${low} is above high ${high}` }
  return undefined
}

function wrongUnit(kind: ValueKind, unit: string): Wrong {
  if (kind === 'money' && !/^[A-Z]{3}$/.test(unit))
    return { at: ['unit'], what: `"${unit}" is no currency code of three capital letters` }
  if (kind === 'share' && unit !== '%') return { at: ['unit'], what: `"${unit}" should be "%"` }
  if (kind === 'duration' && !timeUnits.includes(unit))
    return { at: ['unit'], what: `"${unit}" is not one of ${timeUnits.join(', ')}${didYouMean(unit, timeUnits)}` }
  return undefined
}

const notEdtf = (text: string): string =>
  `"${text}" is no EDTF date, such as 2026-02-17, 2026-02~ or 2026-02-09/2026-02-15`

/** What was found of each text: the grammar is slow, and dates come again and again. */
const dates = new Map<string, boolean>()

function isDate(text: string): boolean {
  const known = dates.get(text)
  if (known !== undefined) return known
  const found = isEdtf(text)
  dates.set(text, found)
  return found
}

function isEdtf(text: string): boolean {
  try {
    edtf(text)
    return true
  } catch {
    return false
  }
}
