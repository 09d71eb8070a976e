import type { JobFault } from '../jobs/job'
import { message, type Message } from '../messages/message'
import type { Graph } from '../model/graph'
import type { ImportReport } from '../model/importReport'
import type { Notice } from './store'

/** The notice for files that could not be opened. `about` describes the graph that stays open. */
export function openFailureNotice(fault: JobFault, names: readonly string[], about: Graph['about']): Notice {
  const { what, file, line, column, remedy, excerpt } = fault
  // The faulty file is only named if it is not the one file that was opened.
  const isFileNamed = file !== undefined && (names.length > 1 ? names.includes(file) : file !== names[0])
  const hasPosition = isFileNamed || line !== undefined
  return {
    title: message('files', 'notOpened', { names }),
    details: message('files', 'staysOpen', { title: about.title, japaneseTitle: about.title_ja ?? '' }),
    what,
    ...(hasPosition && {
      where: message('files', 'positionInFile', { file: isFileNamed ? file : undefined, line, column }),
    }),
    ...(excerpt && { excerpt }),
    ...(remedy && { remedy }),
    offersOtherFile: true,
  }
}

/** The notice for a view of which parts could not be restored. */
export const unrestoredNotice = (parts: readonly Message[]): Notice => ({
  title: message('errors', 'addressPartlyRead'),
  what: message('work', 'unrestored', { parts }),
})

/** The notice after files were opened: what they contain and what was repaired, with a way to the report. */
export function openSuccessNotice(
  names: readonly string[],
  { nodes, edges, statements, schema }: Graph,
  { repairs }: ImportReport,
): Notice {
  return {
    title: message('files', 'opened', { names }),
    details: message('files', 'openedDetails', {
      nodes: nodes.count,
      edges: edges.count,
      types: schema.types.length,
      statements: statements.count,
      repairs: repairs.reduce((sum, { count }) => sum + count, 0),
    }),
    moreDialog: 'report',
  }
}
