import { placedAt } from '../layout/positions'
import type { Graph } from '../model/graph'
import { chosenPart } from '../scene/export/exportScope'
import { placesIn, withPins } from '../scene/layouts/layoutRecords'
import { recipeOf } from '../scene/export/exportProvenance'
import { seenWorkspace } from '../scene/view/filterResult'
import type { Visible } from '../analysis/filter/applyFilter'
import type { Part, Recipe } from '../formats/format'
import type { WriteInput } from '../jobs/writeJob'
import type { View, Workspace } from '../scene/view/view'
import type { ExportChoice } from './app'
import type { MomentStore } from './store'
import { start, type MakeWorker } from './startJob'

/** The date, as YYYY-MM-DD in the person's own calendar day. */
export type Today = () => string

/** What an export needs beside the workspace. */
export interface ExportGround {
  readonly moment: MomentStore
  readonly makeWorker: MakeWorker
  /** YYYY-MM-DD. */
  readonly date: string
}

/** Above so many nodes and edges a graph file is written in a worker. */
const mostAtOnce = 20_000

interface Writing {
  readonly part: Part & Visible
  readonly view: View
  /** Positions of the running or chosen layout; the prepared ones where absent. */
  readonly positions: Float32Array | undefined
  readonly recipe: Recipe
  readonly date: string
}

/** The graph with its nodes where the canvas shows them; the same graph where nothing was laid out or pinned. */
function asDrawn(graph: Graph, positions: Float32Array | undefined, { pins }: View): Graph {
  const prepared = placesIn(graph, 'prepared')
  const places = withPins(graph, positions ?? prepared, pins)
  return places === prepared ? graph : placedAt(graph, places)
}

async function writtenAs(to: string, { part: chosen, view, positions, recipe, date }: Writing, makeWorker: MakeWorker) {
  const { formats } = await import('../formats/formats')
  const format = formats.find(({ id }) => id === to)
  const part = format ? { ...chosen, graph: asDrawn(chosen.graph, positions, view) } : chosen
  if (format && part.nodeCount + part.edgeCount > mostAtOnce) {
    const content = await writtenApart({ format: to, part, recipe }, makeWorker)
    return { ...format, content }
  }
  const { written } = await import('../scene/export/writeExport')
  return written({ ...part, language: view.language, today: date }, to, recipe)
}

const writtenApart = (input: WriteInput, makeWorker: MakeWorker): Promise<Uint8Array | string> =>
  new Promise((resolve, reject) => {
    const heard = {
      progress: () => {},
      result: resolve,
      fault: ({ what }: { readonly what: string }) => reject(new Error(what)),
    }
    start<string, Uint8Array | string>(makeWorker, { job: 'write', input }, heard)
  })

/** Writes what is shown or selected as a file and hands it to the browser. */
export async function exportPart(
  choice: ExportChoice,
  whole: Workspace,
  { moment, makeWorker, date }: ExportGround,
): Promise<void> {
  const workspace = seenWorkspace(whole)
  const { graph, view } = workspace
  const part = { graph, ...chosenPart(workspace, choice.scope) }
  const recipe = recipeOf(graph, view.filter, choice.scope, date)
  const name = `${graph.about.id}-${choice.scope}-${date}`
  const { positions, guides } = moment.getState()
  try {
    if (choice.format === 'svg' || choice.format === 'png') {
      const { exportPicture } = await import('./exportPicture')
      const blob = await exportPicture({
        part,
        view,
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
      { part, view, positions, recipe, date },
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
