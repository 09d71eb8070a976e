import type { VisibleRows } from '../analysis/filter/applyFilter'
import type { Subgraph, ExportProvenance } from '../formats/format'
import { toJobFault } from '../jobs/job'
import type { WriteJobInput } from '../jobs/writeJob'
import { withPositions } from '../layout/positions'
import { message, type Message } from '../messages/message'
import type { Texts } from '../messages/texts.en'
import type { Graph } from '../model/graph'
import { rowsInExportScope } from '../scene/export/exportScope'
import { exportedLook } from '../scene/export/exportedLook'
import { preparedPositions, positionsWithPins } from '../scene/layouts/layoutRecords'
import { exportProvenance } from '../scene/export/exportProvenance'
import { lensedWorkspace } from '../scene/view/filterResult'
import type { View, Workspace } from '../scene/view/view'
import type { ExportChoice } from './app'
import type { SessionStore } from './store'
import { startJob, type MakeWorker } from './startJob'

/** Today in the reader's time zone, YYYY-MM-DD. */
export type GetToday = () => string

/** What an export needs besides the workspace. */
export interface ExportContext {
  readonly session: SessionStore
  readonly makeWorker: MakeWorker
  /** YYYY-MM-DD. */
  readonly date: string
}

/** Graphs with more nodes and edges than this are written in a worker. */
const maxOnMainThread = 20_000

interface ExportedPart {
  readonly part: Subgraph & VisibleRows
  readonly view: View
  /** Positions of the current layout; undefined for the prepared ones. */
  readonly positions: Float32Array | undefined
  readonly provenance: ExportProvenance
  readonly texts: Texts
}

/** The graph with its nodes at the positions on the canvas; the same graph if these are the prepared ones. */
function withDrawnPositions(graph: Graph, positions: Float32Array | undefined, { pins }: View): Graph {
  const prepared = preparedPositions(graph, 'prepared')
  const drawn = positionsWithPins(graph, positions ?? prepared, pins)
  return drawn === prepared ? graph : withPositions(graph, drawn)
}

async function exportedFile(
  id: string,
  { part: chosen, view, positions, provenance, texts }: ExportedPart,
  makeWorker: MakeWorker,
) {
  const { writableFormats } = await import('../formats/formats')
  const format = writableFormats.find((each) => each.id === id)
  const look = exportedLook(chosen.graph, view)
  const part = format ? { ...chosen, look, graph: withDrawnPositions(chosen.graph, positions, view) } : chosen
  if (format && part.nodeCount + part.edgeCount > maxOnMainThread) {
    const content = await writeInWorker({ format: id, part, provenance }, makeWorker)
    return { ...format, content }
  }
  const { writeExport } = await import('../scene/export/writeExport')
  return writeExport({ ...part, texts, today: provenance.date }, id, provenance)
}

/** A fault from a worker, thrown on. */
class WriteFault extends Error {
  constructor(readonly what: Message) {
    super(`${what.namespace}.${what.id}`)
  }
}

const writeInWorker = (input: WriteJobInput, makeWorker: MakeWorker): Promise<Uint8Array | string> =>
  new Promise((resolve, reject) => {
    startJob<Message, Uint8Array | string>(
      makeWorker,
      { job: 'write', input },
      {
        onProgress: () => undefined,
        onResult: resolve,
        onFault: ({ what }) => reject(new WriteFault(what)),
      },
    )
  })

/** Writes what is shown or selected as a file and hands it to the browser. If that fails, a notice says why. */
export async function downloadExport(
  choice: ExportChoice,
  whole: Workspace,
  { session, makeWorker, date }: ExportContext,
): Promise<void> {
  const workspace = lensedWorkspace(whole)
  const { graph, view } = workspace
  const { allDirected } = choice
  const part = { graph, ...rowsInExportScope(workspace, choice.scope), ...(allDirected && { allDirected }) }
  const provenance = exportProvenance(graph, view.filter, choice.scope, date)
  const name = `${graph.about.id}-${choice.scope}-${date}`
  const { positions, guides, texts } = session.getState()
  const { format, scale = 1 } = choice
  try {
    if (format === 'svg' || format === 'png') {
      const { exportPicture } = await import('./exportPicture')
      const size = format === 'svg' ? 'svg' : scale
      const blob = await exportPicture({ part, view, texts, positions, guides, provenance, scale: size })
      return downloadBlob(blob, `${name}${format === 'png' && scale !== 1 ? `@${scale}x` : ''}.${format}`)
    }
    const file = await exportedFile(format, { part, view, positions, provenance, texts }, makeWorker)
    downloadBlob(new Blob([file.content as BlobPart], { type: file.mime }), `${name}.${file.extension}`)
  } catch (error) {
    const { what, remedy } = toJobFault(error)
    session.setState({
      notice: {
        title: message('errors', 'nothingExported'),
        details: message('errors', 'graphUnchanged'),
        what,
        ...(remedy && { remedy }),
      },
    })
  }
}

/** Hands a file to the browser, which saves it. */
export function downloadBlob(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
