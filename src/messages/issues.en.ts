import { english, plural } from './englishFormatter'

/** The panel of open issues. */
export const issuesEn = {
  heading: 'Open issues',
  lists: {
    contested: 'Contested',
    expectations: 'Expectations',
    open: 'Open questions',
    superseded: 'Superseded',
    single: 'One source',
    undated: 'Undated',
    unsourced: 'No source',
  },
  descriptions: {
    contested: 'Relations and figures whose statements contradict each other.',
    expectations: 'What was expected, planned or due, and what became of it.',
    open: 'Questions that the sources leave open, and statements marked as unclear.',
    superseded: 'Relations and figures that a later statement has changed.',
    single: 'Claims supported by only one independent source.',
    undated: 'Claims without a date, in the statements and in their sources.',
    unsourced: 'Claims made only by the editors of the data set, or computed.',
  },
  chooseList: 'Lists of issues',
  list: 'Issues',
  emptyList: 'This list is empty.',
  edgeAndFigureCount: ({ edges, figures }: { edges: number; figures: number }) =>
    `${plural(edges, 'relation')} and ${plural(figures, 'figure')}.`,
  showMore: ({ count }: { count: number }) => `Show more (${english.integer(count)} left)`,
  expectationCount: ({ status, count }: { status: string; count: number }) =>
    `${english.integer(count)} ${status.toLowerCase()}`,
  contestedPrefix: 'Contested: ',
  /** Who says so, where only the first few are named. */
  publishers: ({ names, moreCount }: { names: readonly string[]; moreCount: number }) =>
    moreCount === 0 ? english.list(names) : `${names.join(', ')} and ${english.integer(moreCount)} more`,
  due: ({ date }: { date: string }) => `due ${date}`,
  settled: ({ date }: { date: string }) => `settled ${date}`,
}

export type IssuesMessages = typeof issuesEn
