import type { App } from '../../app/app'
import { timeColumns } from '../../scene/layouts/timeColumns'
import { layoutRecords, type LayoutRecord } from '../../scene/layouts/layoutRecords'
import { lensedGraph } from '../../scene/view/filterResult'
import type { Workspace } from '../../scene/view/view'
import { Icon } from '../controls/Icon'
import { Menu, type MenuItem } from '../controls/Menu'
import { ToolButton } from '../controls/ToolButton'
import classes from '../controls/ToolButton.module.css'
import { useApp, useSession, useWorkspace } from '../controls/useApp'

/** The menu of layouts, with what can be chosen about the one that holds. */
export function LayoutMenu() {
  const app = useApp()
  const workspace = useWorkspace((all) => all)
  const running = useSession((session) => session.forceRunning)
  const { layout } = workspace.view
  const items = (): readonly MenuItem[] => [
    ...layoutRecords.map((record) => itemOf(record, { app, workspace, running })),
    ...(layout.name === 'time' ? columnItems(app, workspace) : []),
    {
      label: 'Spread nodes apart',
      description: 'Moved a little, so that none overlap',
      heading: 'And then',
      checked: layout.noOverlap === true,
      isToggle: true,
      run: () => app.runCommand('apart'),
    },
  ]
  return (
    <Menu label="Layout" items={items} side="left" className={classes.tool}>
      <Icon name="layout" />
    </Menu>
  )
}

interface Now {
  readonly app: App
  readonly workspace: Workspace
  readonly running: boolean
}

function itemOf(
  { name, label, description, unavailableReason }: LayoutRecord,
  { app, workspace, running }: Now,
): MenuItem {
  const start = () => (running ? undefined : app.toggleForce())
  const reason = unavailableReason?.(workspace)
  return {
    label,
    description: reason ?? description,
    disabled: reason !== undefined,
    checked: workspace.view.layout.name === name,
    run: name === 'force' ? start : () => app.setLayout(name),
  }
}

/** What time can be read from. */
function columnItems(app: App, { graph, view }: Workspace): readonly MenuItem[] {
  const columns = timeColumns(lensedGraph(graph, view.filter))
  const chosen = columns.find(({ id }) => id === view.layout.column) ?? columns[0]
  return columns.map(({ id, label }, at) => ({
    label,
    ...(at === 0 && { heading: 'From left to right by' }),
    checked: id === chosen?.id,
    run: () => app.setLayout('time', id),
  }))
}

/** A layout at work can be stopped. */
export function StopLayoutButton() {
  const app = useApp()
  const running = useSession((session) => session.forceRunning)
  const laying = useSession((session) => session.layoutProgress !== undefined)
  if (!running && !laying) return null
  return (
    <ToolButton
      icon="stop"
      label={running ? 'Stop ForceAtlas2' : 'Stop the layout'}
      onClick={() => app.toggleForce()}
    />
  )
}
