import { useState } from 'react'
import { panels } from '../../scene/view/panels'
import classes from './AppFrame.module.css'
import { deferredPart } from './deferredPart'
import { Icon } from '../controls/Icon'
import { PartBoundary } from '../controls/PartBoundary'
import { MainContent } from './MainContent'
import { FilterPanel } from '../filter/FilterPanel'
import { Sheet } from '../controls/Sheet'
import { TopBar } from './TopBar'
import { useWorkspace } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import { useInspectorSheet } from './useInspectorSheet'

const DialogHost = deferredPart((parts) => parts.DialogHost)
const DropTarget = deferredPart((parts) => parts.DropTarget)
const FilterPanelContents = deferredPart((parts) => parts.FilterPanelContents)
const Inspector = deferredPart((parts) => parts.Inspector)
const StatusBar = deferredPart((parts) => parts.StatusBar)

/**
 * The whole page: top bar, filter, canvas or list, inspector and status line. On a phone, filter and inspector are sheets.
 * The graph is drawn first; the contents of the panels, whose space is reserved, are loaded after it.
 */
export function AppFrame() {
  const panel = useWorkspace(({ view }) => view.panel)
  const selection = useWorkspace(({ view }) => view.selection)
  const hasSelection = selection.nodes.length + selection.edges.length > 0
  const texts = useTexts()
  const { parts } = texts.frame.failure
  const [isFilterOpen, setFilterOpen] = useState(true)
  const [isInspectorOpen, setInspectorOpen] = useState(true)
  useInspectorSheet()
  return (
    <div
      className={classes.frame}
      data-panel={panel}
      data-place={panels[panel].place}
      data-rail={isFilterOpen}
      data-inspector={isInspectorOpen}
    >
      <PartBoundary part={parts.topBar}>
        <TopBar />
      </PartBoundary>
      <Sheet panel="filter" className={classes.rail}>
        <FilterPanel>
          <PartBoundary part={texts.frame.panels.filter}>
            <FilterPanelContents />
          </PartBoundary>
        </FilterPanel>
      </Sheet>
      <MainContent />
      <Sheet panel="inspector" className={classes.inspector} headed={hasSelection}>
        <PartBoundary part={texts.frame.panels.inspector} resetKey={selection}>
          <Inspector />
        </PartBoundary>
      </Sheet>
      <footer className={classes.foot}>
        <PanelToggle
          label={texts.frame.panels.filter}
          icon="panel-left"
          open={isFilterOpen}
          onToggle={() => setFilterOpen(!isFilterOpen)}
        />
        <PartBoundary part={parts.statusLine}>
          <StatusBar />
        </PartBoundary>
        <PanelToggle
          label={texts.frame.panels.inspector}
          icon="panel-right"
          open={isInspectorOpen}
          onToggle={() => setInspectorOpen(!isInspectorOpen)}
        />
      </footer>
      <PartBoundary part={parts.dialog}>
        <DialogHost />
        <DropTarget />
      </PartBoundary>
    </div>
  )
}

interface PanelToggleProps {
  readonly label: string
  readonly icon: 'panel-left' | 'panel-right'
  readonly open: boolean
  readonly onToggle: () => void
}

/** Gives a panel's space to the canvas, and takes it back. */
function PanelToggle({ label, icon, open, onToggle }: PanelToggleProps) {
  const { frame } = useTexts()
  return (
    <button
      type="button"
      className={classes.fold}
      aria-expanded={open}
      aria-label={frame.panelButton({ panel: label })}
      title={open ? frame.hidePanel({ panel: label }) : frame.showPanel({ panel: label })}
      onClick={onToggle}
    >
      <Icon name={icon} size={14} />
    </button>
  )
}
