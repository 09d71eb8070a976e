import { lazily } from './formatter'
import { plural } from './englishFormatter'

const months = lazily(() => new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' }))

interface MonthCountArguments {
  /** A month or a year. */
  readonly month: string
  readonly count: number
  readonly counts: 'statements' | 'changes'
}

const nounOf = { statements: 'statement', changes: 'change' } as const

/** The strip below the canvas with its two date sliders. */
export const clocksEn = {
  timeline: 'Timeline',
  noDates: 'This file has no dates.',
  keys: { known: 'As known on', held: 'As of' },
  anyDate: 'any date',
  close: 'Close timeline',
  clearAndClose: 'Clear dates and close timeline',
  monthCount: ({ month, count, counts }: MonthCountArguments) => `${month}: ${plural(count, nounOf[counts])}`,
  setToMonth: ({ key, month, count, counts }: MonthCountArguments & { key: string }) =>
    `${key} ${month}, ${plural(count, nounOf[counts])}`,
  /** The name of a month (1 to 12) below the bars. */
  monthName: ({ month }: { month: number }) => months().format(Date.UTC(2000, month - 1, 1)),
  play: ({ key }: { key: string }) => `Play: ${key}`,
  stop: ({ key }: { key: string }) => `Stop: ${key}`,
  dateField: ({ key }: { key: string }) => `${key}: date`,
}

export type ClocksMessages = typeof clocksEn
