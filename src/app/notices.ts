import type { JobFault } from '../jobs/job'
import { pluralize } from '../model/pluralize'
import type { Graph } from '../model/graph'
import type { ImportReport } from '../model/importReport'
import type { Notice } from './store'

/** Files by their names: both of two, else the first and how many more. */
export function fileNamesText(names: readonly string[]): string {
  const [first = 'nothing', second, ...more] = names
  if (second === undefined) return first
  return more.length === 0 ? `${first} and ${second}` : `${first} and ${more.length + 1} more`
}

/** The message for files that could not be opened. */
export function openFailureNotice(fault: JobFault, names: readonly string[], open: string): Notice {
  const { what, file, line, column, remedy, excerpt } = fault
  // Which file it is goes without saying where there is one.
  const told = file !== undefined && (names.length > 1 ? names.includes(file) : file !== names[0])
  const place =
    line === undefined ? '' : `${told ? 'l' : 'L'}ine ${line}${column === undefined ? '' : `, column ${column}`}`
  const where = [told && file, place].filter(Boolean).join(', ')
  return {
    title: `${fileNamesText(names)} ${names.length > 1 ? 'were' : 'was'} not opened`,
    aside: `${open} stays open, unchanged.`,
    what,
    ...(where && { where }),
    ...(excerpt && { excerpt }),
    ...(remedy && { remedy }),
  }
}

/** The message after a file was opened: what it holds, what was mended, and that more can be read of it. */
export function openSuccessNotice(
  names: readonly string[],
  { nodes, edges, statements, schema }: Graph,
  { repairs: mended }: ImportReport,
): Notice {
  const faults = mended.reduce((sum, { count }) => sum + count, 0)
  const gap =
    statements.count > 0
      ? `${pluralize(statements.count, 'statement stands', 'statements stand')} behind them.`
      : 'There are no statements, so status, source and agreement are not shown.'
  const amounts = [
    pluralize(nodes.count, 'node'),
    pluralize(edges.count, 'edge'),
    pluralize(schema.types.length, 'type'),
  ]
  const mendings = faults > 0 ? ` ${pluralize(faults, 'fault in it was', 'faults in it were')} mended.` : ''
  return {
    title: `${fileNamesText(names)} ${names.length > 1 ? 'are' : 'is'} open`,
    aside: `${amounts.join(', ')}. ${gap}${mendings}`,
    moreDialog: 'report',
  }
}
