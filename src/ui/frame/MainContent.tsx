import { lazy, Suspense, useEffect, useRef } from 'react'
import { termsInClause } from '../../analysis/filter/filter'
import type { PanelId } from '../../scene/view/view'
import { GraphCanvas } from '../canvas/GraphCanvas'
import { NoticeBanner } from './NoticeBanner'
import classes from './AppFrame.module.css'
import { LegendPanel } from './LegendPanel'
import { EmptyResultNotice } from './EmptyResultNotice'
import { Sheet } from '../controls/Sheet'
import { CanvasToolbar } from './CanvasToolbar'
import { CanvasTooltip } from './CanvasTooltip'
import { GraphList } from '../list/GraphList'
import { useSession, useWorkspace } from '../controls/useApp'
import { useNarrowScreen } from '../controls/useNarrowScreen'

/** The canvas with what floats above it, or the list in its place. */
export function MainContent() {
  const webgl = useSession((session) => session.webgl)
  const panel = useWorkspace(({ view }) => view.panel)
  const taken = panel === 'list' || panel === 'money'
  const beside = panel === 'sources' || panel === 'ledger' || panel === 'measures'
  const narrow = useNarrowScreen()
  const stage = useResized()
  if (!webgl) return <WithoutCanvas />
  return (
    <main className={classes.middle} data-beside={beside}>
      <div ref={stage} className={classes.stage} inert={taken && !narrow}>
        <GraphCanvas />
        <LegendPanel />
        <CanvasToolbar />
        <EmptyResultNotice />
        <GraphList variant="walker" />
        <CanvasTooltip />
      </div>
      <Strip />
      <Front panel={panel} />
      <NoticeBanner />
    </main>
  )
}

const Clocks = lazy(async () => ({ default: (await import('../panels/TimelineStrip')).TimelineStrip }))

/** The clocks at the foot of the canvas, loaded when they are first opened or an address sets one. */
function Strip() {
  const open = useSession((session) => session.clocksOpen === true)
  const set = useWorkspace(({ view }) =>
    view.filter.some(({ clause }) => termsInClause(clause).some(({ key }) => key === 'known' || key === 'held')),
  )
  return (
    (open || set) && (
      <Suspense fallback={null}>
        <Clocks />
      </Suspense>
    )
  )
}

/** The panel in front of the canvas, or beside it. What is not asked for at first is loaded when it is. */
function Front({ panel }: { readonly panel: PanelId }) {
  switch (panel) {
    case 'list':
      return (
        <Sheet panel="list" label="List" className={classes.list}>
          <GraphList variant="panel" />
        </Sheet>
      )
    case 'sources':
    case 'ledger':
    case 'measures':
    case 'money': {
      const { label, Content } = fronts[panel]
      return (
        <Sheet panel={panel} label={label} className={panel === 'money' ? classes.list : classes.beside}>
          <Suspense fallback={<p className={classes.note}>Loading {label.toLowerCase()} …</p>}>
            <Content />
          </Suspense>
        </Sheet>
      )
    }
    default:
      return null
  }
}

const fronts = {
  sources: {
    label: 'Sources',
    Content: lazy(async () => ({ default: (await import('../panels/SourcesPanel')).SourcesPanel })),
  },
  ledger: {
    label: 'Ledger',
    Content: lazy(async () => ({ default: (await import('../panels/IssuesPanel')).IssuesPanel })),
  },
  measures: {
    label: 'Measures',
    Content: lazy(async () => ({ default: (await import('../panels/MetricsPanel')).MetricsPanel })),
  },
  money: {
    label: 'Money',
    Content: lazy(async () => ({ default: (await import('../panels/MoneyPanel')).MoneyPanel })),
  },
}

/** The canvas fits itself when the window changes; panels and sheets change its room without that. */
function useResized() {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const observer = new ResizeObserver(() => dispatchEvent(new Event('resize')))
    if (element.current) observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return element
}

/** Where the browser cannot draw the graph, everything is there as text. */
const WithoutCanvas = () => (
  <main className={classes.middle}>
    <div className={classes.instead}>
      <p className={classes.note}>
        <strong>This browser cannot draw the graph here.</strong> WebGL is switched off or not supported. Nothing is
        missing from the list below; filter, inspector and exports work as always.
      </p>
      <GraphList variant="panel" />
    </div>
    <NoticeBanner />
  </main>
)
