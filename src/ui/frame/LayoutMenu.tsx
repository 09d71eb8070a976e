import type { App } from '../../app/app'
import { timeColumns } from '../../scene/layouts/timeColumns'
import { layoutRecords, type LayoutRecord } from '../../scene/layouts/layoutRecords'
import { seen } from '../../scene/view/filterResult'
import type { Workspace } from '../../scene/view/view'
import { Icon } from '../controls/Icon'
import { Menu, type MenuItem } from '../controls/Menu'
import { Tool } from '../controls/ToolButton'
import classes from '../controls/ToolButton.module.css'
import { useApp, useMoment, useWorkspace } from '../controls/useApp'

/** The menu of layouts, with what can be chosen about the one that holds. */
export function Layouts() {
  const app = useApp()
  const workspace = useWorkspace((all) => all)
  const running = useMoment((moment) => moment.running)
  const { layout } = workspace.view
  const items = (): readonly MenuItem[] => [
    ...layoutRecords.map((record) => itemOf(record, { app, workspace, running })),
    ...(layout.name === 'time' ? columnItems(app, workspace) : []),
    {
      label: 'Spread nodes apart',
      description: 'Moved a little, so that none overlap',
      heading: 'And then',
      checked: layout.apart === true,
      switches: true,
      run: () => app.run('apart'),
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

function itemOf({ name, label, description, missing }: LayoutRecord, { app, workspace, running }: Now): MenuItem {
  const start = () => (running ? undefined : app.toggleForce())
  const reason = missing?.(workspace)
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
  const columns = timeColumns(seen(graph, view.filter))
  const chosen = columns.find(({ id }) => id === view.layout.column) ?? columns[0]
  return columns.map(({ id, label }, at) => ({
    label,
    ...(at === 0 && { heading: 'From left to right by' }),
    checked: id === chosen?.id,
    run: () => app.setLayout('time', id),
  }))
}

/** A layout at work can be stopped. */
export function Running() {
  const app = useApp()
  const running = useMoment((moment) => moment.running)
  const laying = useMoment((moment) => moment.laying !== undefined)
  if (!running && !laying) return null
  return <Tool icon="stop" label={running ? 'Stop ForceAtlas2' : 'Stop the layout'} onClick={() => app.toggleForce()} />
}
