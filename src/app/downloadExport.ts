import type { Texts } from '../messages/texts.en'
import { withPositions } from '../layout/positions'
import type { Graph } from '../model/graph'
import { rowsInExportScope } from '../scene/export/exportScope'
import { preparedPositions, positionsWithPins } from '../scene/layouts/layoutRecords'
import { exportProvenance } from '../scene/export/exportProvenance'
import { lensedWorkspace } from '../scene/view/filterResult'
import type { VisibleRows } from '../analysis/filter/applyFilter'
import type { Subgraph, ExportProvenance } from '../formats/format'
import type { WriteJobInput } from '../jobs/writeJob'
import type { View, Workspace } from '../scene/view/view'
import type { ExportChoice } from './app'
import type { SessionStore } from './store'
import { startJob, type MakeWorker } from './startJob'

/** The date, as YYYY-MM-DD in the person's own calendar day. */
export type GetToday = () => string

/** What an export needs beside the workspace. */
export interface ExportContext {
  readonly session: SessionStore
  readonly makeWorker: MakeWorker
  /** YYYY-MM-DD. */
  readonly date: string
}

/** Above so many nodes and edges a graph file is written in a worker. */
const mostAtOnce = 20_000

interface Writing {
  readonly part: Subgraph & VisibleRows
  readonly view: View
  /** Positions of the running or chosen layout; the prepared ones where absent. */
  readonly positions: Float32Array | undefined
  readonly recipe: ExportProvenance
  readonly date: string
  readonly texts: Texts
}

/** The graph with its nodes where the canvas shows them; the same graph where nothing was laid out or pinned. */
function asDrawn(graph: Graph, positions: Float32Array | undefined, { pins }: View): Graph {
  const prepared = preparedPositions(graph, 'prepared')
  const places = positionsWithPins(graph, positions ?? prepared, pins)
  return places === prepared ? graph : withPositions(graph, places)
}

async function writtenAs(
  to: string,
  { part: chosen, view, positions, recipe, date, texts }: Writing,
  makeWorker: MakeWorker,
) {
  const { formats } = await import('../formats/formats')
  const format = formats.find(({ id }) => id === to)
  const part = format ? { ...chosen, graph: asDrawn(chosen.graph, positions, view) } : chosen
  if (format && part.nodeCount + part.edgeCount > mostAtOnce) {
    const content = await writtenApart({ format: to, part, recipe }, makeWorker)
    return { ...format, content }
  }
  const { writeExport } = await import('../scene/export/writeExport')
  return writeExport({ ...part, texts, today: date }, to, recipe)
}

const writtenApart = (input: WriteJobInput, makeWorker: MakeWorker): Promise<Uint8Array | string> =>
  new Promise((resolve, reject) => {
    const handlers = {
      onProgress: () => {},
      onResult: resolve,
      onFault: ({ what }: { readonly what: string }) => reject(new Error(what)),
    }
    startJob<string, Uint8Array | string>(makeWorker, { job: 'write', input }, handlers)
  })

/** Writes what is shown or selected as a file and hands it to the browser. */
export async function downloadExport(
  choice: ExportChoice,
  whole: Workspace,
  { session: moment, makeWorker, date }: ExportContext,
): Promise<void> {
  const workspace = lensedWorkspace(whole)
  const { graph, view } = workspace
  const part = { graph, ...rowsInExportScope(workspace, choice.scope) }
  const recipe = exportProvenance(graph, view.filter, choice.scope, date)
  const name = `${graph.about.id}-${choice.scope}-${date}`
  const { positions, guides, texts } = moment.getState()
  try {
    if (choice.format === 'svg' || choice.format === 'png') {
      const { exportPicture } = await import('./exportPicture')
      const blob = await exportPicture({
        part,
        view,
        texts,
        positions,
        guides,
        recipe,
        scale: choice.format === 'svg' ? 'svg' : (choice.scale ?? 1),
      })
      return save(
        blob,
        `${name}${choice.format === 'png' && choice.scale !== 1 ? `@${choice.scale}x` : ''}.${choice.format}`,
      )
    }
    const { content, mime, extension } = await writtenAs(
      choice.format,
      { part, view, positions, recipe, date, texts },
      makeWorker,
    )
    save(new Blob([content as BlobPart], { type: mime }), `${name}.${extension}`)
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    moment.setState({ notice: { title: 'Nothing was exported', aside: 'The graph is unchanged.', what } })
  }
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
