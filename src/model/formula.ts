import type { Quantity, StatementValue } from './records'

/** A formula that cannot be computed. The message is for the author of the data set. */
export class FormulaFault extends Error {}

type Token = { readonly kind: 'number' | 'id' | 'operator'; readonly text: string }
/** An amount with its unit ('' for a plain number) and whether it is rounded, or a calendar day (ISO date). */
type Term = { readonly amount: number; readonly unit: string; readonly about: boolean } | { readonly day: string }

/** The ids of the statements in a formula, in order and without repeats. */
export const formulaInputs = (formula: string): string[] => [
  ...new Set(tokens(formula).flatMap(({ kind, text }) => (kind === 'id' ? [text] : []))),
]

/**
 * Computes a formula over statements: ids, numbers, + - * / and parentheses, with spaces around operators. Sums need equal
 * units; a product or ratio has the unit of its one operand that has any, and none if equal units divide. A date plus a
 * duration is a date. If `unit` is "%", a plain ratio is multiplied by 100. The result is rounded (`about`) if any input is.
 * Throws a FormulaFault if the formula cannot be computed.
 */
export function evaluateFormula(
  formula: string,
  unit: string | undefined,
  valueOf: (id: string) => StatementValue | undefined,
): StatementValue {
  const reader = { rest: tokens(formula), valueOf }
  const result = sum(reader)
  if (reader.rest.length > 0) throw new FormulaFault(`"${reader.rest[0]!.text}" follows the end of the formula`)
  if ('day' in result) return { date: result.day }
  const { amount, about } = result
  const plain = result.unit === ''
  if (!plain && unit !== undefined && unit !== result.unit)
    throw new FormulaFault(`the formula gives ${result.unit}, not ${unit}`)
  const given = plain ? unit : result.unit
  if (given === undefined) throw new FormulaFault('the result has no unit; name one with "unit:"')
  return {
    amount: withoutBinaryNoise(plain && given === '%' ? amount * 100 : amount),
    ...(about && { about }),
    unit: given,
  }
}

/** Removes the noise of binary fractions. */
const withoutBinaryNoise = (amount: number): number => Number(amount.toPrecision(12))

/** The tokens that are left to read, and the values of statements. */
interface Reader {
  rest: Token[]
  readonly valueOf: (id: string) => StatementValue | undefined
}

function tokens(formula: string): Token[] {
  return formula
    .replace(/[()]/g, ' $& ')
    .trim()
    .split(/\s+/)
    .map((text): Token => {
      if (/^[-+*/()]$/.test(text)) return { kind: 'operator', text }
      if (/^\d+(\.\d+)?(e\d+)?$/.test(text)) return { kind: 'number', text }
      if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) return { kind: 'id', text }
      throw new FormulaFault(`"${text}" is not a number, statement or operator; put spaces around operators`)
    })
}

/** Takes the next token if it is one of these operators. */
function take(reader: Reader, operators: string): string | undefined {
  const [next] = reader.rest
  if (next?.kind !== 'operator' || !operators.includes(next.text)) return undefined
  reader.rest = reader.rest.slice(1)
  return next.text
}

function sum(reader: Reader): Term {
  let left = product(reader)
  for (let operator = take(reader, '+-'); operator; operator = take(reader, '+-'))
    left = add(left, product(reader), operator === '+' ? 1 : -1)
  return left
}

function product(reader: Reader): Term {
  let left = atom(reader)
  for (let operator = take(reader, '*/'); operator; operator = take(reader, '*/')) {
    const right = atom(reader)
    left = operator === '*' ? multiply(left, right) : divide(left, right)
  }
  return left
}

function atom(reader: Reader): Term {
  if (take(reader, '(')) {
    const inner = sum(reader)
    if (!take(reader, ')')) throw new FormulaFault('a closing parenthesis is missing')
    return inner
  }
  const [next] = reader.rest
  if (!next || next.kind === 'operator')
    throw new FormulaFault(`a number or statement is missing${next ? ` before "${next.text}"` : ' at the end'}`)
  reader.rest = reader.rest.slice(1)
  return next.kind === 'number'
    ? { amount: Number(next.text), unit: '', about: false }
    : termOf(next.text, reader.valueOf(next.text))
}

function termOf(id: string, value: StatementValue | undefined): Term {
  if (value === undefined) throw new FormulaFault(`statement "${id}" does not exist or has no value`)
  if ('date' in value) return { day: value.date }
  if (!('unit' in value)) throw new FormulaFault(`statement "${id}" has no amount or date`)
  return { amount: amountOf(id, value), unit: value.unit, about: value.about === true || value.amount === undefined }
}

/** The amount, or a single bound. Throws for a range, which has no single amount. */
function amountOf(id: string, { amount, low, high }: Quantity): number {
  const one = amount ?? (low === undefined ? high : high === undefined ? low : undefined)
  if (one === undefined) throw new FormulaFault(`statement "${id}" is a range; a formula needs a single amount`)
  return one
}

function add(left: Term, right: Term, sign: 1 | -1): Term {
  if ('day' in right) throw new FormulaFault('a date must come first in a sum')
  if ('day' in left) return { day: addDuration(left.day, sign * right.amount, right.unit) }
  if (left.unit !== right.unit)
    throw new FormulaFault(`${left.unit || 'a plain number'} and ${right.unit || 'a plain number'} cannot be added`)
  return { ...left, amount: left.amount + sign * right.amount, about: left.about || right.about }
}

function multiply(left: Term, right: Term): Term {
  if ('day' in left || 'day' in right) throw new FormulaFault('a date cannot be multiplied')
  if (left.unit && right.unit) throw new FormulaFault(`${left.unit} cannot be multiplied by ${right.unit}`)
  return { amount: left.amount * right.amount, unit: left.unit || right.unit, about: left.about || right.about }
}

function divide(left: Term, right: Term): Term {
  if ('day' in left || 'day' in right) throw new FormulaFault('a date cannot be divided')
  if (right.amount === 0) throw new FormulaFault('the formula divides by zero')
  if (right.unit && left.unit !== right.unit)
    throw new FormulaFault(`${left.unit || 'a plain number'} cannot be divided by ${right.unit}`)
  return { amount: left.amount / right.amount, unit: right.unit ? '' : left.unit, about: left.about || right.about }
}

/**
 * The day that is `amount` units after a day (ISO date) in the Gregorian calendar. Business days are Monday to Friday;
 * holidays are not taken into account. Throws a FormulaFault for an inexact date or an unknown unit.
 */
export function addDuration(date: string, amount: number, unit: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new FormulaFault(`${date} is not a single day to count from`)
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  switch (unit) {
    case 'day':
      return isoDate(Date.UTC(year, month - 1, day + amount))
    case 'week':
      return isoDate(Date.UTC(year, month - 1, day + 7 * amount))
    case 'month':
      return isoDate(Date.UTC(year, month - 1 + amount, day))
    case 'year':
      return isoDate(Date.UTC(year + amount, month - 1, day))
    case 'business day':
      return addBusinessDays(Date.UTC(year, month - 1, day), amount)
    default:
      throw new FormulaFault(`"${unit}" is not a unit of time: day, business day, week, month or year`)
  }
}

const dayLength = 86_400_000

/** Day of the week of a time in ms: 0 is Monday, and 1 January 1970 was a Thursday. */
const weekday = (time: number): number => (Math.floor(time / dayLength) + 3 + 7e6) % 7

function addBusinessDays(start: number, amount: number): string {
  let time = start
  for (let left = Math.abs(amount); left > 0;) {
    time += Math.sign(amount) * dayLength
    if (weekday(time) < 5) left--
  }
  return isoDate(time)
}

const isoDate = (time: number): string => new Date(time).toISOString().slice(0, 10)
