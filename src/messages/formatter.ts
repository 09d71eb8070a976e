import type { Language } from './language'

/** An amount with its unit, as statements carry it; see `Quantity` in the model's records. */
export interface FormattedQuantity {
  readonly amount?: number | undefined
  readonly low?: number | undefined
  readonly high?: number | undefined
  readonly about?: boolean | undefined
  readonly unit: string
}

/** A figure's value, as statements carry it; see `Value` in the model's records. */
export type FormattedValue =
  FormattedQuantity | { readonly date: string } | { readonly text: string } | { readonly unknown: true }

/** Numbers, lists, dates and amounts in one language. Stateless: one object a language. */
export interface Formatter {
  readonly language: Language
  /** A whole number with its thousands grouped: 1,204. */
  readonly integer: (value: number) => string
  /** A number with a few significant digits, large ones shortened: 9.2, 600mn, 33bn. */
  readonly number: (value: number) => string
  /** A share from 0 to 1 as a percentage. */
  readonly percent: (share: number) => string
  /** "A, B and C", or with `or` between the last two. */
  readonly list: (items: readonly string[], kind?: 'and' | 'or') => string
  /** A date in EDTF (ISO 8601-2): "17 Feb 2026", "about Feb 2026", "9 to 15 Feb 2026". Text that is no date stays. */
  readonly date: (edtf: string) => string
  /** "about USD 33bn", "at most 45 days", "USD 3bn to 4bn". */
  readonly quantity: (quantity: FormattedQuantity) => string
  /** What a value says; unknown reads "not stated", never blank and never zero. */
  readonly value: (value: FormattedValue) => string
  /** A text as a quotation. */
  readonly quote: (text: string) => string
}

/** The parts of a single EDTF date; undefined where the text is not one. */
export interface DateParts {
  readonly year: string
  readonly month: number | undefined
  readonly day: number | undefined
  /** The source is not sure (`?`), or rounds (`~`, `%`). */
  readonly doubt: 'uncertain' | 'approximate' | undefined
}

/** Reads a single EDTF date: a year, month or day, perhaps with `?`, `~` or `%` behind. */
export function dateParts(text: string): DateParts | undefined {
  const match = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}))?(?:-(\d{2}))?([~?%])?$/.exec(text)
  if (!match) return undefined
  const [, year, month, day, sign] = match
  return {
    year: year!,
    month: month === undefined ? undefined : Number(month),
    day: day === undefined ? undefined : Number(day),
    doubt: sign === undefined ? undefined : sign === '?' ? 'uncertain' : 'approximate',
  }
}

/** Four significant digits without trailing zeros. */
export const toFourSignificantDigits = (value: number): string => String(Number(value.toPrecision(4)))

/** ISO 4217 codes are three capitals. */
export const isCurrency = (unit: string): boolean => /^[A-Z]{3}$/.test(unit)

/** An Intl formatter that is made when it is first used: making one costs milliseconds that a first view does not have. */
export function lazily<Made>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => (made ??= make())
}
