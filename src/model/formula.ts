import type { Quantity, StatementValue } from './records'

/** A formula that cannot be computed, in words for its writer. */
export class FormulaFault extends Error {}

type Token = { readonly kind: 'number' | 'id' | 'sign'; readonly text: string }
/** An amount with its unit ('' where it is a plain number) and whether it is rounded; or a calendar day. */
type Term = { readonly amount: number; readonly unit: string; readonly about: boolean } | { readonly day: string }

/** The ids of the statements that a formula names, in order, each once. */
export const formulaInputs = (formula: string): string[] => [
  ...new Set(tokens(formula).flatMap(({ kind, text }) => (kind === 'id' ? [text] : []))),
]

/**
 * Computes a formula over statements: ids, numbers, + - * / and parentheses, with spaces around every sign. Amounts add
 * in one unit; a product or ratio has the unit of the one part that has any, and none where equal units divide. A date
 * plus a duration is a date. Where `unit` is "%", a plain ratio is given in hundredths. What is computed from a rounded
 * amount is rounded too.
 */
export function evaluateFormula(
  formula: string,
  unit: string | undefined,
  valueOf: (id: string) => StatementValue | undefined,
): StatementValue {
  const reader = { rest: tokens(formula), valueOf }
  const result = sum(reader)
  if (reader.rest.length > 0) throw new FormulaFault(`"${reader.rest[0]!.text}" stands where the formula should end`)
  if ('day' in result) return { date: result.day }
  const { amount, about } = result
  const plain = result.unit === ''
  if (!plain && unit !== undefined && unit !== result.unit)
    throw new FormulaFault(`the formula gives ${result.unit}, not ${unit}`)
  const given = plain ? unit : result.unit
  if (given === undefined) throw new FormulaFault('the result has no unit; name one with "unit:"')
  return { amount: tidy(plain && given === '%' ? amount * 100 : amount), ...(about && { about }), unit: given }
}

/** Without the noise of binary fractions. */
const tidy = (amount: number): number => Number(amount.toPrecision(12))

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
      if (/^[-+*/()]$/.test(text)) return { kind: 'sign', text }
      if (/^\d+(\.\d+)?(e\d+)?$/.test(text)) return { kind: 'number', text }
      if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) return { kind: 'id', text }
      throw new FormulaFault(`"${text}" is no number, statement or sign; put spaces around signs`)
    })
}

function take(reader: Reader, signs: string): string | undefined {
  const [next] = reader.rest
  if (next?.kind !== 'sign' || !signs.includes(next.text)) return undefined
  reader.rest = reader.rest.slice(1)
  return next.text
}

function sum(reader: Reader): Term {
  let left = product(reader)
  for (let sign = take(reader, '+-'); sign; sign = take(reader, '+-'))
    left = added(left, product(reader), sign === '+' ? 1 : -1)
  return left
}

function product(reader: Reader): Term {
  let left = atom(reader)
  for (let sign = take(reader, '*/'); sign; sign = take(reader, '*/')) {
    const right = atom(reader)
    left = sign === '*' ? multiplied(left, right) : divided(left, right)
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
  if (!next || next.kind === 'sign')
    throw new FormulaFault(`a number or statement is missing${next ? ` before "${next.text}"` : ' at the end'}`)
  reader.rest = reader.rest.slice(1)
  return next.kind === 'number'
    ? { amount: Number(next.text), unit: '', about: false }
    : termOf(next.text, reader.valueOf(next.text))
}

function termOf(id: string, value: StatementValue | undefined): Term {
  if (value === undefined) throw new FormulaFault(`"${id}" is no statement with a value`)
  if ('date' in value) return { day: value.date }
  if (!('unit' in value)) throw new FormulaFault(`"${id}" gives no amount or date`)
  return { amount: amountOf(id, value), unit: value.unit, about: value.about === true || value.amount === undefined }
}

/** A single bound counts as the amount; a range has no single one. */
function amountOf(id: string, { amount, low, high }: Quantity): number {
  const one = amount ?? (low === undefined ? high : high === undefined ? low : undefined)
  if (one === undefined) throw new FormulaFault(`"${id}" is a range, and a formula needs one amount`)
  return one
}

function added(left: Term, right: Term, sign: 1 | -1): Term {
  if ('day' in right) throw new FormulaFault('a date can only stand first in a sum')
  if ('day' in left) return { day: addDuration(left.day, sign * right.amount, right.unit) }
  if (left.unit !== right.unit)
    throw new FormulaFault(`${left.unit || 'a plain number'} and ${right.unit || 'a plain number'} do not add up`)
  return { ...left, amount: left.amount + sign * right.amount, about: left.about || right.about }
}

function multiplied(left: Term, right: Term): Term {
  if ('day' in left || 'day' in right) throw new FormulaFault('a date cannot be multiplied')
  if (left.unit && right.unit) throw new FormulaFault(`${left.unit} times ${right.unit} has no meaning here`)
  return { amount: left.amount * right.amount, unit: left.unit || right.unit, about: left.about || right.about }
}

function divided(left: Term, right: Term): Term {
  if ('day' in left || 'day' in right) throw new FormulaFault('a date cannot be divided')
  if (right.amount === 0) throw new FormulaFault('the formula divides by zero')
  if (right.unit && left.unit !== right.unit)
    throw new FormulaFault(`${left.unit || 'a plain number'} cannot be divided by ${right.unit}`)
  return { amount: left.amount / right.amount, unit: right.unit ? '' : left.unit, about: left.about || right.about }
}

/** The day so many units later, in the Gregorian calendar; a business day is Monday to Friday, holidays not known. */
export function addDuration(date: string, amount: number, unit: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new FormulaFault(`${date} is no single day to count from`)
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  switch (unit) {
    case 'day':
      return iso(Date.UTC(year, month - 1, day + amount))
    case 'week':
      return iso(Date.UTC(year, month - 1, day + 7 * amount))
    case 'month':
      return iso(Date.UTC(year, month - 1 + amount, day))
    case 'year':
      return iso(Date.UTC(year + amount, month - 1, day))
    case 'business day':
      return businessDays(Date.UTC(year, month - 1, day), amount)
    default:
      throw new FormulaFault(`"${unit}" is no unit of time: day, business day, week, month or year`)
  }
}

const dayLength = 86_400_000

/** 1 January 1970 was a Thursday; day 0 of a week is here a Monday. */
const weekday = (time: number): number => (Math.floor(time / dayLength) + 3 + 7e6) % 7

function businessDays(start: number, amount: number): string {
  let time = start
  for (let left = Math.abs(amount); left > 0;) {
    time += Math.sign(amount) * dayLength
    if (weekday(time) < 5) left--
  }
  return iso(time)
}

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10)
