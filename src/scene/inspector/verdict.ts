import type { Texts } from '../../messages/texts.en'
import type { Agreement } from '../../model/agreement'
import type { Quantity } from '../../model/records'
import { claimedInterval, type Interval } from '../../model/value'
import type { Evidence } from './statementEvidence'

/** How statements relate to each other: a word as a sentence of its own, and an explanation. */
interface VerdictMessage {
  readonly title: string
  readonly text: string
}

/** The verdict on an edge or figure, to be shown above its statements. */
export function verdictMessage(
  { verdict, corroboration }: Agreement,
  statements: readonly Evidence[],
  texts: Texts,
): VerdictMessage {
  const { inspector } = texts
  const { verdictTitles } = inspector
  switch (verdict) {
    case 'bare':
      return { title: verdictTitles.bare, text: inspector.bareExplanation }
    case 'contested':
      return { title: verdictTitles.contested, text: inspector.contestedExplanation }
    case 'changed':
      return { title: verdictTitles.changed, text: inspector.changedExplanation }
    case 'varies':
      return { title: verdictTitles.varies, text: explainVariation(statements, texts) }
    case 'agreed': {
      const counts = { statements: statements.length, sources: corroboration }
      return { title: verdictTitles.agreed, text: inspector.agreedExplanation(counts) }
    }
    case 'single':
      if (corroboration === 0) return { title: verdictTitles.computed, text: inspector.computedExplanation }
      return { title: verdictTitles.single, text: inspector.singleExplanation({ statements: statements.length }) }
  }
}

/** Why values that differ do not contradict each other. */
function explainVariation(statements: readonly Evidence[], texts: Texts): string {
  const { format, inspector } = texts
  const axis = claimAxis(statements, texts)
  if (axis?.commonInterval && axis.otherUnits.length === 0) {
    const [low, high] = [axis.commonInterval.low, axis.commonInterval.high].map((amount) =>
      format.quantity({ amount, unit: axis.unit }),
    ) as [string, string]
    return axis.commonInterval.low === axis.commonInterval.high
      ? inspector.variesAtOneValue({ value: low })
      : inspector.variesInRange({ low, high })
  }
  return new Set(statements.map(({ date }) => date)).size > 1 ? inspector.variesByDate : inspector.variesInUnit
}

/** One statement's claim as a bar on an axis; `amount` is the point on it, if the statement gives a single amount. */
interface ClaimBar {
  readonly id: string
  readonly label: string
  readonly amount: number | undefined
  readonly claim: Interval
  readonly computed: boolean
}

/** The claims of statements in one unit on one axis, and the interval that all of them contain. */
export interface ClaimAxis {
  readonly unit: string
  /** Units of the statements that are not on the axis. */
  readonly otherUnits: readonly string[]
  readonly low: number
  readonly high: number
  readonly bars: readonly ClaimBar[]
  readonly commonInterval: Interval | undefined
  /** At least two numbers within the axis, round ones if there are. */
  readonly ticks: readonly number[]
}

/**
 * The axis in the unit that most statements use (the first of equals), since amounts are never converted. Undefined if
 * fewer than two statements have that unit.
 */
export function claimAxis(statements: readonly Evidence[], texts: Texts): ClaimAxis | undefined {
  const quantities = statements.flatMap((each) =>
    each.value && 'unit' in each.value ? [{ each, quantity: each.value }] : [],
  )
  const unit = mostFrequent(quantities.map(({ quantity }) => quantity.unit))
  const comparable = quantities.filter(({ quantity }) => quantity.unit === unit)
  if (unit === undefined || comparable.length < 2) return undefined
  const amounts = comparable.flatMap(({ quantity }) => finiteBounds(quantity))
  const [min, max] = [Math.min(...amounts), Math.max(...amounts)]
  const padding = (max - min) * 0.2 || Math.abs(max) * 0.05 || 1
  const [low, high] = [min - padding, max + padding]
  const bars = comparable.map(({ each, quantity }): ClaimBar => {
    const claim = claimedInterval(quantity)
    return {
      id: each.id,
      label: each.computation ? texts.inspector.calculated : (each.source.publisher ?? each.sourceTitle),
      amount: quantity.amount,
      claim: { low: Math.max(low, claim.low), high: Math.min(high, claim.high) },
      computed: each.computation !== undefined,
    }
  })
  const commonInterval = {
    low: Math.max(...bars.map(({ claim }) => claim.low)),
    high: Math.min(...bars.map(({ claim }) => claim.high)),
  }
  const otherUnits = [...new Set(quantities.map(({ quantity }) => quantity.unit))].filter((each) => each !== unit)
  return {
    unit,
    otherUnits,
    low,
    high,
    bars,
    commonInterval: commonInterval.low <= commonInterval.high ? commonInterval : undefined,
    ticks: axisTicks(low, high),
  }
}

/** The most frequent word of a list, the first of equals; undefined for an empty list. */
function mostFrequent(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].reduce<[string, number] | undefined>(
    (best, each) => (best && best[1] >= each[1] ? best : each),
    undefined,
  )?.[0]
}

/** Two to five ticks in steps of 1, 2 or 5 times a power of ten; the ends of the axis if fewer than two lie in it. */
function axisTicks(low: number, high: number): number[] {
  const rough = (high - low) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const size = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? rough
  const first = Math.ceil(low / size)
  const count = Math.floor(high / size) - first + 1
  const ticks = Array.from({ length: count }, (_, at) => Number(((first + at) * size).toPrecision(12)))
  return count < 2 ? [low, high] : ticks
}

const finiteBounds = (quantity: Quantity): number[] => {
  const { low, high } = claimedInterval(quantity)
  return [low, high, quantity.amount ?? NaN].filter(Number.isFinite)
}
