import type { Fault } from '../jobs/job'
import { counted } from '../model/counted'
import type { Graph } from '../model/graph'
import type { Report } from '../model/report'
import type { Notice } from './store'

/** The message for a file that could not be opened. */
export function noticeOf({ what, line, column, remedy, excerpt }: Fault, file: string, open: string): Notice {
  const where = line === undefined ? undefined : `Line ${line}${column === undefined ? '' : `, column ${column}`}`
  return {
    title: `${file} was not opened`,
    aside: `${open} stays open, unchanged.`,
    what,
    ...(where && { where }),
    ...(excerpt && { excerpt }),
    ...(remedy && { remedy }),
  }
}

/** The message after a file was opened: what it holds, what was mended, and that more can be read of it. */
export function openedNotice(file: string, { nodes, edges, statements, schema }: Graph, { mended }: Report): Notice {
  const faults = mended.reduce((sum, { count }) => sum + count, 0)
  const gap =
    statements.count > 0
      ? `${counted(statements.count, 'statement stands', 'statements stand')} behind them.`
      : 'It has no statements, so status, source and agreement are not shown for it.'
  const amounts = [counted(nodes.count, 'node'), counted(edges.count, 'edge'), counted(schema.types.length, 'type')]
  const mendings = faults > 0 ? ` ${counted(faults, 'fault in it was', 'faults in it were')} mended.` : ''
  return {
    title: `${file} is open`,
    aside: `${amounts.join(', ')}. ${gap}${mendings}`,
    more: 'report',
  }
}
