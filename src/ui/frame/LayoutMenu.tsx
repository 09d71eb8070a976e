import type { App } from '../../app/app'
import { catalogueLookup } from '../../messages/catalogues'
import { formatMessage } from '../../messages/message'
import type { Texts } from '../../messages/texts.en'
import { layoutNames, type LayoutName } from '../../layout/layoutNames'
import { timeColumnLabel, timeColumns } from '../../scene/layouts/timeColumns'
import { layoutRecordByName } from '../../scene/layouts/layoutRecords'
import { lensedGraph } from '../../scene/view/filterResult'
import type { Workspace } from '../../scene/view/view'
import { Icon } from '../controls/Icon'
import { Menu, type MenuItem } from '../controls/Menu'
import { ToolButton } from '../controls/ToolButton'
import classes from '../controls/ToolButton.module.css'
import { useApp, useSession, useWorkspace } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'

/** The menu of layouts, with the options of the current one. */
export function LayoutMenu() {
  const app = useApp()
  const texts = useTexts()
  const workspace = useWorkspace((all) => all)
  const running = useSession((session) => session.forceRunning)
  const { layout } = workspace.view
  const context = { app, texts, workspace, running }
  const items = (): readonly MenuItem[] => [
    ...layoutNames.map((name) => itemOf(name, context)),
    ...(layout.name === 'time' ? columnItems(context) : []),
    {
      label: texts.layouts.noOverlap,
      description: texts.layouts.noOverlapDescription,
      heading: texts.layouts.optionsHeading,
      checked: layout.noOverlap === true,
      isToggle: true,
      run: () => app.runCommand('apart'),
    },
  ]
  return (
    <Menu label={texts.layouts.menu} items={items} side="left" className={classes.tool}>
      <Icon name="layout" />
    </Menu>
  )
}

interface MenuContext {
  readonly app: App
  readonly texts: Texts
  readonly workspace: Workspace
  readonly running: boolean
}

function itemOf(name: LayoutName, { app, texts, workspace, running }: MenuContext): MenuItem {
  const startForce = () => (running ? undefined : app.toggleForce())
  const reason = layoutRecordByName(name).unavailableReason?.(workspace)
  const { label, description } = texts.layouts[name]
  return {
    label,
    description: reason ? formatMessage(reason, catalogueLookup(texts)) : description,
    disabled: reason !== undefined,
    checked: workspace.view.layout.name === name,
    run: name === 'force' ? startForce : () => app.setLayout(name),
  }
}

/** The columns that the timeline can be laid out by. */
function columnItems({ app, texts, workspace: { graph, view } }: MenuContext): readonly MenuItem[] {
  const columns = timeColumns(lensedGraph(graph, view.filter))
  const current = columns.find(({ id }) => id === view.layout.column) ?? columns[0]
  return columns.map((column, index) => ({
    label: timeColumnLabel(column, texts),
    ...(index === 0 && { heading: texts.layouts.timeAxisHeading }),
    checked: column.id === current?.id,
    run: () => app.setLayout('time', column.id),
  }))
}

/** Stops the layout that is being computed. */
export function StopLayoutButton() {
  const app = useApp()
  const { layouts } = useTexts()
  const isForceRunning = useSession((session) => session.forceRunning)
  const isComputing = useSession((session) => session.layoutProgress !== undefined)
  if (!isForceRunning && !isComputing) return null
  return (
    <ToolButton
      icon="stop"
      label={isForceRunning ? layouts.stopForce : layouts.stopLayout}
      onClick={() => app.toggleForce()}
    />
  )
}
