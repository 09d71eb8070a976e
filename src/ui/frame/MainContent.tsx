import { lazy, Suspense, useEffect, useRef } from 'react'
import { termsOf } from '../../analysis/filter/filter'
import type { Panel } from '../../scene/view/view'
import { GraphCanvas } from '../canvas/GraphCanvas'
import { Message } from './NoticeBanner'
import classes from './AppFrame.module.css'
import { Legend } from './LegendPanel'
import { NothingLeft } from './EmptyResultNotice'
import { Sheet } from '../controls/Sheet'
import { Tools } from './CanvasToolbar'
import { Tooltip } from './CanvasTooltip'
import { Twin } from '../list/GraphList'
import { useMoment, useWorkspace } from '../controls/useApp'
import { useNarrow } from '../controls/useNarrowScreen'

/** The canvas with what floats above it, or the list in its place. */
export function Middle() {
  const webgl = useMoment((moment) => moment.webgl)
  const panel = useWorkspace(({ view }) => view.panel)
  const taken = panel === 'list' || panel === 'money'
  const beside = panel === 'sources' || panel === 'ledger' || panel === 'measures'
  const narrow = useNarrow()
  const stage = useResized()
  if (!webgl) return <WithoutCanvas />
  return (
    <main className={classes.middle} data-beside={beside}>
      <div ref={stage} className={classes.stage} inert={taken && !narrow}>
        <GraphCanvas />
        <Legend />
        <Tools />
        <NothingLeft />
        <Twin variant="walker" />
        <Tooltip />
      </div>
      <Strip />
      <Front panel={panel} />
      <Message />
    </main>
  )
}

const Clocks = lazy(async () => ({ default: (await import('../panels/TimelineStrip')).Clocks }))

/** The clocks at the foot of the canvas, loaded when they are first opened or an address sets one. */
function Strip() {
  const open = useMoment((moment) => moment.clocks === true)
  const set = useWorkspace(({ view }) =>
    view.filter.some(({ clause }) => termsOf(clause).some(({ on }) => on === 'known' || on === 'held')),
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
function Front({ panel }: { readonly panel: Panel }) {
  switch (panel) {
    case 'list':
      return (
        <Sheet panel="list" label="List" className={classes.list}>
          <Twin variant="panel" />
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
    Content: lazy(async () => ({ default: (await import('../panels/IssuesPanel')).LedgerPanel })),
  },
  measures: {
    label: 'Measures',
    Content: lazy(async () => ({ default: (await import('../panels/MetricsPanel')).MeasuresPanel })),
  },
  money: { label: 'Money', Content: lazy(async () => ({ default: (await import('../panels/MoneyPanel')).MoneyPanel })) },
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
      <Twin variant="panel" />
    </div>
    <Message />
  </main>
)
