import type { Graph } from '../model/graph'
import type { Notice } from './store'

/** What a reader of files throws; recognised by its shape, so that the readers are loaded only when a file is opened. */
interface Fault {
  readonly what: string
  readonly line?: number
  readonly column?: number
  readonly remedy?: string
  readonly excerpt?: NonNullable<Notice['excerpt']>
}

const isFault = (error: unknown): error is Fault => typeof error === 'object' && error !== null && 'what' in error

/** The message for a file that could not be opened. */
export function noticeOf(error: unknown, file: string, open: string): Notice {
  const title = `${file} was not opened`
  const aside = `${open} stays open, unchanged.`
  if (!isFault(error)) return { title, aside, what: error instanceof Error ? error.message : String(error) }
  const { what, line, column, remedy, excerpt } = error
  const where = line === undefined ? undefined : `Line ${line}${column === undefined ? '' : `, column ${column}`}`
  return {
    title,
    aside,
    what,
    ...(where && { where }),
    ...(excerpt && { excerpt }),
    ...(remedy && { remedy }),
  }
}

/** The message after a file was opened: what it holds, and what its gaps switch off. */
export function openedNotice(file: string, { nodes, edges, statements, schema }: Graph): Notice {
  const gap =
    statements.count > 0
      ? `${statements.count} statements stand behind them.`
      : 'It has no statements, so status, source and agreement are not shown for it.'
  return {
    title: `${file} is open`,
    aside: `${nodes.count} nodes, ${edges.count} edges, ${schema.types.length} types. ${gap}`,
  }
}
