import type { FilterClause, Filter, FilterStep } from './filter'
import { negateClause, filterStep, filterTerm } from './filter'

/** What is wrong with a filter's text, and at which character (from 0). */
export interface FilterFault {
  readonly at: number
  readonly what: string
}

type ParsedFilter = { readonly filter: Filter } | { readonly fault: FilterFault }

/**
 * Reads a filter's text:
 *
 *     filter = step* | clauses                steps narrow one after the other; with "or" between them it is one step
 *     step   = "off(" clauses ")" | clause    a step that is switched off
 *     clause = ("-" | "not ") clause | "(" clauses ")" | term
 *     clauses = clause (["or"] clause)*       "or" binds weaker than standing side by side
 *     term   = key ":" value ("," value)* ["+" digit] | word | quoted words
 *     key    = word | "@" word | quoted "@" and the name of a column
 *
 * Values of numbers and dates are ranges with both bounds included (`3..10`, `5..`, `..5`, `7`); see `parseRange`.
 * A value with spaces, commas, quotes, parentheses or a plus is quoted; inside quotes a backslash takes the next
 * character as it is. A word without a key asks for nodes with that text in a name (`text:word`).
 */
export function parseFilter(text: string): ParsedFilter {
  const reader = new Reader(text)
  try {
    const steps: FilterStep[] = []
    for (reader.space(); !reader.ended(); reader.space()) {
      if (steps.length > 0 && reader.take(orWord) !== undefined) return { filter: [eitherOf(steps, reader)] }
      steps.push(readStep(reader))
    }
    return { filter: steps }
  } catch (error) {
    if (error instanceof Fault) return { fault: { at: error.at, what: error.message } }
    throw error
  }
}

/** A whole text with "or" between its steps: one step that takes either side. */
function eitherOf(before: readonly FilterStep[], reader: Reader): FilterStep {
  if (before.some(({ off }) => off)) throw new Fault(reader.at, 'a step that is off cannot stand beside "or"')
  const left = joined(
    'and',
    before.map(({ clause }) => clause),
  )
  const right = readClauses(reader)
  if (!reader.ended()) throw new Fault(reader.at, 'a condition is missing here')
  return filterStep({ kind: 'or', clauses: [left, ...(right.kind === 'or' ? right.clauses : [right])] })
}

/** Writes a filter so that `parseFilter` reads the same filter again. */
export const printFilter = (filter: Filter): string =>
  filter.map(({ clause, off }) => (off ? `off(${printClause(clause, false)})` : printClause(clause, true))).join(' ')

function printClause(clause: FilterClause, tight: boolean): string {
  switch (clause.kind) {
    case 'term': {
      const values = clause.values.map(printValue).join(',')
      return `${printKey(clause.key)}:${values}${clause.reach > 0 ? `+${clause.reach}` : ''}`
    }
    case 'not':
      return `-${printClause(clause.clause, true)}`
    case 'and':
    case 'or': {
      const joined = clause.clauses.map((each) => printClause(each, true)).join(clause.kind === 'or' ? ' or ' : ' ')
      return tight ? `(${joined})` : joined
    }
  }
}

const orWord = /or(?=[\s(])/y

const plainKey = /@?[A-Za-z][\w.-]*/

const printKey = (key: string): string => (new RegExp(`^${plainKey.source}$`).test(key) ? key : quoted(key))

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`

/** What begins with a minus is quoted, but for numbers and ranges of them. */
const plainValue = /^(?:-(?=[\d.])|[^\s,"()+\\-])[^\s,"()+\\]*$/

/** Words that join or turn conditions are no values as they stand. */
const joining = /^(?:or|not)$/

const printValue = (value: string): string => (plainValue.test(value) && !joining.test(value) ? value : quoted(value))

class Fault extends Error {
  constructor(
    readonly at: number,
    message: string,
  ) {
    super(message)
  }
}

class Reader {
  at = 0
  constructor(readonly text: string) {}
  ended = () => this.at >= this.text.length
  space = () => this.take(/\s*/y)
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0]
    if (found !== undefined) this.at += found.length
    return found
  }
  expect(pattern: RegExp, what: string): string {
    const found = this.take(pattern)
    if (found === undefined) throw new Fault(this.at, `${what} is missing here`)
    return found
  }
}

function readStep(reader: Reader): FilterStep {
  if (reader.take(/off\(/y) === undefined) return filterStep(readClause(reader))
  const clause = readClauses(reader)
  reader.expect(/\)/y, 'the closing parenthesis of off( )')
  return filterStep(clause, true)
}

function readClause(reader: Reader): FilterClause {
  if (reader.take(/-|not\s+(?=\S)/y) !== undefined) return negateClause(readClause(reader))
  if (reader.take(/\(/y) === undefined) return readTerm(reader)
  const clause = readClauses(reader)
  reader.expect(/\)/y, 'a closing parenthesis')
  return clause
}

function readClauses(reader: Reader): FilterClause {
  const either: FilterClause[] = []
  let all: FilterClause[] = []
  for (;;) {
    reader.space()
    all.push(readClause(reader))
    reader.space()
    const or = reader.take(orWord) !== undefined
    const more = !or && !reader.ended() && reader.text[reader.at] !== ')'
    if (more) continue
    either.push(joined('and', all))
    all = []
    if (!or) return joined('or', either)
  }
}

const joined = (kind: 'and' | 'or', clauses: FilterClause[]): FilterClause =>
  clauses.length === 1 ? clauses[0]! : { kind, clauses }

function readTerm(reader: Reader): FilterClause {
  const start = reader.at
  const key = readKey(reader)
  if (key === undefined) return filterTerm('text', [readValue(reader, 'a condition')], readReach(reader))
  reader.at++
  const values = [readValue(reader, `a value after ${key}:`)]
  while (reader.take(/,/y) !== undefined) values.push(readValue(reader, 'a value after the comma'))
  if (values.some((value) => value === '')) throw new Fault(start, `${key}: has an empty value`)
  return filterTerm(key, values, readReach(reader))
}

/** A key with its colon still ahead; undefined where a bare word begins. */
function readKey(reader: Reader): string | undefined {
  const plain = reader.take(new RegExp(`${plainKey.source}(?=:)`, 'y'))
  if (plain !== undefined) return plain
  const name = reader.take(/"@(?:[^"\\]|\\[^])*"(?=:)/y)
  return name?.slice(1, -1).replace(/\\([^])/g, '$1')
}

function readReach(reader: Reader): number {
  const plus = reader.take(/\+\d?/y)
  if (plus === undefined) return 0
  if (plus === '+') throw new Fault(reader.at, 'a number of steps from 1 to 9 is missing after the plus sign')
  return Number(plus[1])
}

function readValue(reader: Reader, what: string): string {
  if (reader.take(/"/y) === undefined) return reader.expect(/[^\s,"()+\\]+/y, what)
  const quoted = reader.expect(/(?:[^"\\]|\\[^])*/y, what)
  reader.expect(/"/y, 'the closing quote')
  return quoted.replace(/\\([^])/g, '$1')
}
