import { useDeferredValue, useState } from 'react'
import { DialogHost } from '../dialogs/DialogHost'
import { DropTarget } from './DropTarget'
import classes from './AppFrame.module.css'
import { Icon } from '../controls/Icon'
import { Inspector } from '../inspector/Inspector'
import { MainContent } from './MainContent'
import { FilterPanel } from '../filter/FilterPanel'
import { Sheet } from '../controls/Sheet'
import { StatusBar } from './StatusBar'
import { TopBar } from '../top/TopBar'
import { useWorkspace } from '../controls/useApp'
import { useInspectorSheet } from './useInspectorSheet'

/** The whole page: top bar, rail, middle, inspector and status line; on a phone rail and inspector are sheets. */
export function AppFrame() {
  const panel = useWorkspace(({ view }) => view.panel)
  const selected = useWorkspace(({ view: { selection } }) => selection.nodes.length + selection.edges.length > 0)
  const [rail, setRail] = useState(true)
  const [inspector, setInspector] = useState(true)
  // The graph is drawn first; the panels beside it, whose room is kept, follow at once.
  const panels = useDeferredValue(true, false)
  useInspectorSheet()
  return (
    <div className={classes.frame} data-panel={panel} data-rail={rail} data-inspector={inspector}>
      <TopBar />
      <Sheet panel="filter" label="Filter" className={classes.rail}>
        <FilterPanel ready={panels} />
      </Sheet>
      <MainContent />
      <Sheet panel="inspector" label="Inspector" className={classes.inspector} headed={selected}>
        {panels && <Inspector />}
      </Sheet>
      <footer className={classes.foot}>
        <Fold label="Filter" icon="panel-left" open={rail} onToggle={() => setRail(!rail)} />
        <StatusBar />
        <Fold label="Inspector" icon="panel-right" open={inspector} onToggle={() => setInspector(!inspector)} />
      </footer>
      <DialogHost />
      <DropTarget />
    </div>
  )
}

interface FoldProps {
  readonly label: string
  readonly icon: 'panel-left' | 'panel-right'
  readonly open: boolean
  readonly onToggle: () => void
}

/** Gives a panel's room to the canvas, and takes it back. */
const Fold = ({ label, icon, open, onToggle }: FoldProps) => (
  <button
    type="button"
    className={classes.fold}
    aria-expanded={open}
    aria-label={`${label} panel`}
    title={open ? `Hide the ${label.toLowerCase()}` : `Show the ${label.toLowerCase()}`}
    onClick={onToggle}
  >
    <Icon name={icon} size={14} />
  </button>
)
