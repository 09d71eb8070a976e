import { useEffect, useLayoutEffect, useRef, useState, type ComponentType } from 'react'
import { memoizeByKey } from '../../analysis/incremental'
import type { Selection } from '../../scene/view/view'
import { useWorkspace } from '../controls/useApp'
import classes from './Inspector.module.css'
import { EmptySelectionPanel } from './EmptySelectionPanel'

/** What is selected, with everything that stands behind it. */
export function Inspector() {
  const key = useWorkspace(({ view }) => keyOf(view.selection))
  const { region, follow } = useTitleAfterLinks(key)
  return (
    <div ref={region} className={classes.inspector} data-testid="inspector" onClickCapture={follow}>
      <Shown key={key} empty={key === ''} />
    </div>
  )
}

/** Half of a large graph may be selected: its ids are put together once and not whenever anything else changes. */
const keyOf = memoizeByKey(({ figure, nodes, edges }: Selection) =>
  [figure, ...nodes, ...edges].filter(Boolean).join(' '),
)

/**
 * Begins at the top of whatever is shown next. Who followed a link in here goes on reading at the new title, since the
 * link is gone; the focus of those who selected elsewhere stays where it is.
 */
function useTitleAfterLinks(key: string) {
  const region = useRef<HTMLDivElement>(null)
  const followed = useRef(false)
  useLayoutEffect(() => {
    const element = region.current
    if (!element) return
    element.scrollTop = 0
    if (followed.current) element.querySelector<HTMLElement>('h2')?.focus()
    followed.current = false
  }, [key])
  const follow = () => {
    followed.current = true
    // What the click changes is drawn before this runs; a click that selects nothing leads nowhere.
    setTimeout(() => (followed.current = false))
  }
  return { region, follow }
}

/** Loaded once, right after the first picture, so that a selection later on is shown at once. */
let loaded: ComponentType | undefined

function Shown({ empty }: { readonly empty: boolean }) {
  const [Selected, setSelected] = useState(() => loaded)
  useEffect(() => {
    if (Selected) return
    void import('./SelectionPanel').then((module) => {
      loaded = module.SelectionPanel
      setSelected(() => module.SelectionPanel)
    })
  }, [Selected])
  if (empty) return <EmptySelectionPanel />
  return Selected ? <Selected /> : <p className={classes.loading}>Loading what is selected …</p>
}
