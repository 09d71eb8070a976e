import { chosenPart } from '../scene/part'
import { recipeOf } from '../scene/recipe'
import { seenWorkspace } from '../scene/shown'
import type { Workspace } from '../scene/view'
import type { ExportChoice } from './app'
import type { MomentStore } from './store'

/** The date, as YYYY-MM-DD in the person's own calendar day. */
export type Today = () => string

/** Writes what is shown or selected as a file and hands it to the browser. */
export async function exportPart(
  choice: ExportChoice,
  whole: Workspace,
  moment: MomentStore,
  date: string,
): Promise<void> {
  const workspace = seenWorkspace(whole)
  const { graph, view } = workspace
  const part = { graph, ...chosenPart(workspace, choice.scope) }
  const recipe = recipeOf(graph, view.filter, choice.scope, date)
  const name = `${graph.about.id}-${choice.scope}-${date}`
  try {
    if (choice.format === 'svg' || choice.format === 'png') {
      const { exportPicture } = await import('./exportPicture')
      const positions = moment.getState().positions
      const blob = await exportPicture({
        part,
        view,
        positions,
        recipe,
        scale: choice.format === 'svg' ? 'svg' : (choice.scale ?? 1),
      })
      return save(
        blob,
        `${name}${choice.format === 'png' && choice.scale !== 1 ? `@${choice.scale}x` : ''}.${choice.format}`,
      )
    }
    const { written } = await import('../scene/writing')
    const { content, mime, extension } = await written(
      { ...part, language: view.language, today: date },
      choice.format,
      recipe,
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
