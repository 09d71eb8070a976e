import { message, type Message } from '../../messages/message'
import type { FilterClause, Filter, FilterStep } from './filter'
import { negateClause, filterStep, filterTerm } from './filter'

/** What is wrong with a filter's text. */
export interface FilterFault {
  /** Index of the character, from 0. */
  readonly at: number
  readonly what: Message
}

type ParsedFilter = { readonly filter: Filter } | { readonly fault: FilterFault }

/**
 * Parses a filter's text:
 *
 *     filter = step* | clauses                steps narrow one after the other; clauses with "or" are a single step
 *     step   = "off(" step* ")" | "whole(" clauses ")" | clause
 *     clause = ("-" | "not ") clause | "(" clauses ")" | term
 *     clauses = clause (["or"] clause)*       "or" binds weaker than juxtaposition ("and")
 *     term   = key ":" value ("," value)* ["+" digit] | word | quoted words
 *     key    = word | "@" word | quoted "@" and the name of a column
 *
 * `off( )` is a step that is switched off, `whole( )` one that asks the whole graph about degrees, components, neighbours
 * and ends, not what the steps above leave. Parentheses and "not" nest up to 100 levels.
 *
 * Numbers and dates are written as ranges with both bounds included (`3..10`, `5..`, `..5`, `7`); see `parseRange`.
 * A value with spaces, commas, quotes, parentheses or a plus is quoted; inside quotes, a backslash escapes the next
 * character, and `\n`, `\r` and `\t` are lines and tabs. A word without a key matches nodes with that text in a name (`text:word`).
 */
export function parseFilter(text: string): ParsedFilter {
  const reader = new FilterReader(text)
  try {
    const steps: FilterStep[] = []
    for (reader.skipSpace(); !reader.isAtEnd(); reader.skipSpace()) {
      if (steps.length > 0 && reader.take(orWord) !== undefined) return { filter: [readAlternatives(steps, reader)] }
      steps.push(readStep(reader))
    }
    return { filter: steps }
  } catch (error) {
    if (error instanceof SyntaxFault) return { fault: { at: error.at, what: error.fault } }
    throw error
  }
}

/** Reads on after an "or" between steps: the whole text becomes one step with alternatives. */
function readAlternatives(before: readonly FilterStep[], reader: FilterReader): FilterStep {
  const marked = before.find(({ off, whole }) => off || whole)
  if (marked)
    throw new SyntaxFault(reader.at, message('filter', 'markedStepBeforeOr', { word: marked.off ? 'off' : 'whole' }))
  const left = joinClauses(
    'and',
    before.map(({ clause }) => clause),
  )
  const right = readClauses(reader)
  if (!reader.isAtEnd()) throw new SyntaxFault(reader.at, message('filter', 'missingCondition'))
  return filterStep({ kind: 'or', clauses: [left, ...(right.kind === 'or' ? right.clauses : [right])] })
}

/** Prints a filter so that `parseFilter` reads the same filter. */
export const printFilter = (filter: Filter): string => filter.map(printStep).join(' ')

function printStep({ clause, off, whole }: FilterStep): string {
  const printed = printClause(clause, !off && !whole)
  const asked = whole ? `whole(${printed})` : printed
  return off ? `off(${asked})` : asked
}

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

/** Lines and tabs are written by a letter, since a text field would lose them. */
const controls: ReadonlyMap<string, string> = new Map([
  ['\n', 'n'],
  ['\r', 'r'],
  ['\t', 't'],
])

const quoted = (text: string): string =>
  `"${text.replace(/["\\\n\r\t]/g, (letter) => `\\${controls.get(letter) ?? letter}`)}"`

const unescaped = (text: string): string =>
  text.replace(/\\([^])/g, (_, letter: string) => [...controls].find(([, each]) => each === letter)?.[0] ?? letter)

/** A value that begins with a minus is quoted, unless it is a number or range. */
const plainValue = /^(?:-(?=[\d.])|[^\s,"()+\\-])[^\s,"()+\\]*$/

/** Keywords, which must be quoted to be values. */
const keyword = /^(?:or|not)$/

const printValue = (value: string): string => (plainValue.test(value) && !keyword.test(value) ? value : quoted(value))

class SyntaxFault extends Error {
  constructor(
    readonly at: number,
    readonly fault: Message,
  ) {
    super(`${fault.id} at character ${at + 1}`)
  }
}

class FilterReader {
  at = 0
  /** Number of parentheses and negations around the current character. */
  depth = 0
  constructor(readonly text: string) {}
  isAtEnd = () => this.at >= this.text.length
  skipSpace = () => this.take(/\s*/y)
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0]
    if (found !== undefined) this.at += found.length
    return found
  }
  expect(pattern: RegExp, fault: Message): string {
    const found = this.take(pattern)
    if (found === undefined) throw new SyntaxFault(this.at, fault)
    return found
  }
}

function readStep(reader: FilterReader): FilterStep {
  if (reader.take(/off\(/y) === undefined) return readStepThatIsOn(reader, readClause)
  reader.skipSpace()
  const step = readStepThatIsOn(reader, readClauses)
  reader.skipSpace()
  reader.expect(/\)/y, message('filter', 'missingClosingOf', { word: 'off' }))
  return { ...step, off: true }
}

/** Reads a step, but for the mark that it is off. */
function readStepThatIsOn(reader: FilterReader, readPlain: (reader: FilterReader) => FilterClause): FilterStep {
  if (reader.take(/whole\(/y) === undefined) return filterStep(readPlain(reader))
  const clause = readClauses(reader)
  reader.expect(/\)/y, message('filter', 'missingClosingOf', { word: 'whole' }))
  return { ...filterStep(clause), whole: true }
}

/** Deeper text is no filter that a person wrote, and reading it would exceed the stack. */
const maxDepth = 100

function readClause(reader: FilterReader): FilterClause {
  if (++reader.depth > maxDepth) throw new SyntaxFault(reader.at, message('filter', 'nestedTooDeeply', { maxDepth }))
  const clause = readClauseWithin(reader)
  reader.depth--
  return clause
}

function readClauseWithin(reader: FilterReader): FilterClause {
  if (reader.take(/-|not\s+(?=\S)/y) !== undefined) return negateClause(readClause(reader))
  if (reader.take(/\(/y) === undefined) return readTerm(reader)
  const clause = readClauses(reader)
  reader.expect(/\)/y, message('filter', 'missingClosingParenthesis'))
  return clause
}

function readClauses(reader: FilterReader): FilterClause {
  const alternatives: FilterClause[] = []
  let conditions: FilterClause[] = []
  for (;;) {
    reader.skipSpace()
    conditions.push(readClause(reader))
    reader.skipSpace()
    const or = reader.take(orWord) !== undefined
    const more = !or && !reader.isAtEnd() && reader.text[reader.at] !== ')'
    if (more) continue
    alternatives.push(joinClauses('and', conditions))
    conditions = []
    if (!or) return joinClauses('or', alternatives)
  }
}

const joinClauses = (kind: 'and' | 'or', clauses: FilterClause[]): FilterClause =>
  clauses.length === 1 ? clauses[0]! : { kind, clauses }

function readTerm(reader: FilterReader): FilterClause {
  const start = reader.at
  const key = readKey(reader)
  if (key === undefined)
    return filterTerm('text', [readValue(reader, message('filter', 'missingCondition'))], readReach(reader))
  reader.at++
  const values = [readValue(reader, message('filter', 'missingValueAfterKey', { key }))]
  while (reader.take(/,/y) !== undefined) values.push(readValue(reader, message('filter', 'missingValueAfterComma')))
  if (values.some((value) => value === '')) throw new SyntaxFault(start, message('filter', 'emptyValue', { key }))
  return filterTerm(key, values, readReach(reader))
}

/** Reads a key up to its colon; undefined if a bare word follows. */
function readKey(reader: FilterReader): string | undefined {
  const plain = reader.take(new RegExp(`${plainKey.source}(?=:)`, 'y'))
  if (plain !== undefined) return plain
  const name = reader.take(/"@(?:[^"\\]|\\[^])*"(?=:)/y)
  return name === undefined ? undefined : unescaped(name.slice(1, -1))
}

function readReach(reader: FilterReader): number {
  const plus = reader.take(/\+\d?/y)
  if (plus === undefined) return 0
  if (plus === '+') throw new SyntaxFault(reader.at, message('filter', 'missingReach'))
  return Number(plus[1])
}

function readValue(reader: FilterReader, fault: Message): string {
  if (reader.take(/"/y) === undefined) return reader.expect(/[^\s,"()+\\]+/y, fault)
  const escaped = reader.expect(/(?:[^"\\]|\\[^])*/y, fault)
  reader.expect(/"/y, message('filter', 'missingClosingQuote'))
  return unescaped(escaped)
}
