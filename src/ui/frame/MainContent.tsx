import { Suspense, useEffect, useRef, type ReactNode } from 'react'
import { lazyPart } from '../controls/lazyPart'
import { termsInClause } from '../../analysis/filter/filter'
import { isMiddlePanel, panels, type MiddlePanelId } from '../../scene/view/panels'
import { GraphCanvas } from '../canvas/GraphCanvas'
import classes from './AppFrame.module.css'
import { deferredPart } from './deferredPart'
import { LegendPanel } from './LegendPanel'
import { panelContents } from './panelContents'
import { Sheet } from '../controls/Sheet'
import { PartBoundary } from '../controls/PartBoundary'
import { CanvasToolbar } from './CanvasToolbar'
import { useSession, useWorkspace } from '../controls/useApp'
import { useNarrowScreen } from '../controls/useNarrowScreen'
import { useTexts } from '../controls/useTexts'

const CanvasTooltip = deferredPart((parts) => parts.CanvasTooltip)
const EmptyResultNotice = deferredPart((parts) => parts.EmptyResultNotice)
const ListPanel = deferredPart((parts) => parts.ListPanel)
const ListWalker = deferredPart((parts) => parts.ListWalker)
const NoticeBanner = deferredPart((parts) => parts.NoticeBanner)

/** The canvas with what floats above it, and the panel over it or beside it. */
export function MainContent() {
  const webgl = useSession((session) => session.webgl)
  const panel = useWorkspace(({ view }) => view.panel)
  const { place } = panels[panel]
  const narrow = useNarrowScreen()
  const stage = useResizeEvents()
  const { parts } = useTexts().frame.failure
  if (!webgl) return <WithoutCanvas />
  return (
    <main className={classes.middle} data-beside={place === 'beside'}>
      <div ref={stage} className={classes.stage} inert={place === 'middle' && !narrow}>
        <PartBoundary part={parts.canvas} instead={<ListPanel />}>
          <GraphCanvas />
        </PartBoundary>
        <PartBoundary part={parts.canvas} wrap={overCanvas}>
          <EmptyResultNotice />
          <ListWalker />
          <CanvasTooltip />
        </PartBoundary>
        <PartBoundary part={parts.legend} wrap={overCanvas}>
          <LegendPanel />
        </PartBoundary>
        <PartBoundary part={parts.toolbar} wrap={overCanvas}>
          <CanvasToolbar />
        </PartBoundary>
      </div>
      <PartBoundary part={parts.timeline}>
        <Timeline />
      </PartBoundary>
      {isMiddlePanel(panel) && <MiddlePanel panel={panel} />}
      <PartBoundary part={parts.notices} wrap={overCanvas}>
        <NoticeBanner />
      </PartBoundary>
    </main>
  )
}

const overCanvas = (failure: ReactNode) => <div className={classes.overCanvas}>{failure}</div>

const TimelineStrip = lazyPart(async () => (await import('../panels/TimelineStrip')).TimelineStrip)

/** The timeline below the canvas, loaded when it is first opened or when the filter has a date. */
function Timeline() {
  const isOpen = useSession((session) => session.clocksOpen === true)
  const hasDate = useWorkspace(({ view }) =>
    view.filter.some(({ clause }) => termsInClause(clause).some(({ key }) => key === 'known' || key === 'held')),
  )
  return (
    (isOpen || hasDate) && (
      <Suspense fallback={null}>
        <TimelineStrip />
      </Suspense>
    )
  )
}

/** The panel over the canvas or beside it; its content is loaded when it is first opened. */
function MiddlePanel({ panel }: { readonly panel: MiddlePanelId }) {
  const { frame } = useTexts()
  const Content = panelContents[panel]
  return (
    <Sheet panel={panel} className={panels[panel].place === 'middle' ? classes.list : classes.beside}>
      <PartBoundary part={frame.panels[panel]} resetKey={panel}>
        <Suspense fallback={<p className={classes.note}>{frame.loadingPanel({ panel: frame.panels[panel] })}</p>}>
          <Content />
        </Suspense>
      </PartBoundary>
    </Sheet>
  )
}

/** The canvas fits itself when the window is resized; panels and sheets change its size without that. */
function useResizeEvents() {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const observer = new ResizeObserver(() => dispatchEvent(new Event('resize')))
    if (element.current) observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return element
}

/** The page in a browser that cannot draw the graph: the list has everything as text. */
function WithoutCanvas() {
  const { frame } = useTexts()
  return (
    <main className={classes.middle}>
      <div className={classes.instead}>
        <p className={classes.note}>
          <strong>{frame.noWebglTitle}</strong> {frame.noWebglText}
        </p>
        <ListPanel />
      </div>
      <NoticeBanner />
    </main>
  )
}
