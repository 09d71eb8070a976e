import { useEffect } from 'react'
import type { App } from '../../app/app'
import type { Workspace } from '../../scene/view/view'
import { useApp } from '../controls/useApp'
import { isNarrowScreen } from '../controls/useNarrowScreen'

const chosen = ({ view: { selection } }: Workspace): number => selection.nodes.length + selection.edges.length

/** On a phone what is selected, by a finger or by the address, draws its sheet up; the sheet goes with the selection. */
export function useInspectorSheet(): void {
  const app = useApp()
  useEffect(() => {
    const now = app.workspace.getState()
    if (isNarrowScreen() && chosen(now) > 0 && now.view.panel === 'graph')
      app.updateView((view) => ({ ...view, panel: 'inspector' }), 'passing')
    return app.workspace.subscribe((next, before) => follow(app, next, before))
  }, [app])
}

function follow(app: App, now: Workspace, before: Workspace): void {
  if (now.view.selection === before.view.selection || !isNarrowScreen()) return
  const { panel } = now.view
  const next =
    chosen(now) > 0 && (panel === 'graph' || panel === 'filter') ? 'inspector' : panel === 'inspector' ? 'graph' : panel
  if (next !== panel) app.updateView((view) => ({ ...view, panel: next }), 'passing')
}
