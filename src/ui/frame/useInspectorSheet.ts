import { useEffect } from 'react'
import type { App } from '../../app/app'
import type { Workspace } from '../../scene/view/view'
import { useApp } from '../controls/useApp'
import { isNarrowScreen } from '../controls/useNarrowScreen'

const selectedCount = ({ view: { selection } }: Workspace): number => selection.nodes.length + selection.edges.length

/** On a phone, selecting something (also by the address) opens the inspector's sheet, and clearing the selection closes it. */
export function useInspectorSheet(): void {
  const app = useApp()
  useEffect(() => {
    const now = app.workspace.getState()
    if (isNarrowScreen() && selectedCount(now) > 0 && now.view.panel === 'graph')
      app.updateView((view) => ({ ...view, panel: 'inspector' }), 'passing')
    return app.workspace.subscribe((next, before) => followSelection(app, next, before))
  }, [app])
}

function followSelection(app: App, now: Workspace, before: Workspace): void {
  if (now.view.selection === before.view.selection || !isNarrowScreen()) return
  const { panel } = now.view
  const next =
    selectedCount(now) > 0 && (panel === 'graph' || panel === 'filter')
      ? 'inspector'
      : panel === 'inspector'
        ? 'graph'
        : panel
  if (next !== panel) app.updateView((view) => ({ ...view, panel: next }), 'passing')
}
