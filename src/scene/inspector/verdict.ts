import type { Agreement } from '../../model/agreement'
import type { Evidence } from './statementEvidence'
import type { Quantity } from '../../model/records'
import { claimedInterval, formatQuantity, type Interval } from '../../model/value'

/** How statements stand to each other, as a word and a sentence. */
interface VerdictMessage {
  readonly title: string
  readonly text: string
}

/** What to say of an edge or figure above its statements. */
export function verdictMessage({ verdict, corroboration }: Agreement, statements: readonly Evidence[]): VerdictMessage {
  switch (verdict) {
    case 'bare':
      return { title: 'Without statements.', text: 'The file that it came from says nothing of who says so.' }
    case 'contested':
      return {
        title: 'Contested.',
        text: 'These statements cannot all hold. All stand here; none is preferred.',
      }
    case 'changed':
      return {
        title: 'Changed.',
        text: 'Later statements supersede earlier ones; they stand here from the latest.',
      }
    case 'varies':
      return { title: 'Varies.', text: explainVariation(statements) }
    case 'agreed':
      return { title: 'Agreed.', text: `${statements.length} statements from ${corroboration} independent origins.` }
    case 'single':
      if (corroboration === 0)
        return { title: 'Computed.', text: 'No document says this; it follows from others by its formula.' }
      return {
        title: 'One origin.',
        text:
          statements.length === 1 ? 'One statement says so.' : `${statements.length} statements, all from one origin.`,
      }
  }
}

/** Why different numbers are no conflict. */
function explainVariation(statements: readonly Evidence[]): string {
  const axis = claimAxis(statements)
  if (axis?.commonInterval && axis.otherUnits.length === 0) {
    const { low, high } = axis.commonInterval
    if (low === high) return `The numbers differ in how exact they are; all hold at ${bound(low, axis.unit)}.`
    return `The numbers differ; all hold between ${bound(low, axis.unit)} and ${bound(high, axis.unit)}.`
  }
  if (new Set(statements.map(({ date }) => date)).size > 1) return 'The values differ, and are for different dates.'
  return 'The values differ in unit or form, and are not compared.'
}

const bound = (amount: number, unit: string): string => formatQuantity({ amount, unit })

/** One statement's claim as a bar on an axis. */
interface ClaimBar {
  readonly id: string
  readonly label: string
  readonly amount: number | undefined
  readonly claim: Interval
  readonly computed: boolean
}

/** The claims of comparable statements on one axis, and where all of them meet. */
export interface ClaimAxis {
  readonly unit: string
  /** Units of statements that are not on the axis. */
  readonly otherUnits: readonly string[]
  readonly low: number
  readonly high: number
  readonly bars: readonly ClaimBar[]
  readonly commonInterval: Interval | undefined
  /** Round numbers within the axis, at least two. */
  readonly ticks: readonly number[]
}

/**
 * The axis of the unit that most statements give their amounts in (of equals the first), for amounts are never converted;
 * undefined where there is nothing to compare.
 */
export function claimAxis(statements: readonly Evidence[]): ClaimAxis | undefined {
  const quantities = statements.flatMap((each) =>
    each.value && 'unit' in each.value ? [{ each, quantity: each.value }] : [],
  )
  const unit = commonest(quantities.map(({ quantity }) => quantity.unit))
  const comparable = quantities.filter(({ quantity }) => quantity.unit === unit)
  if (unit === undefined || comparable.length < 2) return undefined
  const amounts = comparable.flatMap(({ quantity }) => ends(quantity))
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)]
  const room = (most - least) * 0.2 || Math.abs(most) * 0.05 || 1
  const [low, high] = [least - room, most + room]
  const bars = comparable.map(({ each, quantity }): ClaimBar => {
    const claim = claimedInterval(quantity)
    return {
      id: each.id,
      label: each.computation ? 'Computed' : (each.source.publisher ?? each.source.title),
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

/** What is in a list most often; of equals what comes first. */
function commonest(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].reduce<[string, number] | undefined>(
    (most, each) => (most && most[1] >= each[1] ? most : each),
    undefined,
  )?.[0]
}

/** Two to five numbers that people count in: steps of 1, 2 or 5 and their tens. */
function axisTicks(low: number, high: number): number[] {
  const rough = (high - low) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const size = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? rough
  const first = Math.ceil(low / size)
  const count = Math.floor(high / size) - first + 1
  const ticks = Array.from({ length: count }, (_, at) => Number(((first + at) * size).toPrecision(12)))
  return count < 2 ? [low, high] : ticks
}

const ends = (quantity: Quantity): number[] => {
  const { low, high } = claimedInterval(quantity)
  return [low, high, quantity.amount ?? NaN].filter(Number.isFinite)
}
