import { useEffect, useLayoutEffect, useRef, useState, type ComponentType } from 'react'
import { memoizeByKey } from '../../analysis/incremental'
import type { Selection } from '../../scene/view/view'
import { useWorkspace } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import { EmptySelectionPanel } from './EmptySelectionPanel'
import classes from './Inspector.module.css'

/** The selected nodes, edges or figure, with all evidence for them. */
export function Inspector() {
  const key = useWorkspace(({ view }) => selectionKey(view.selection))
  const { region, follow } = useTitleAfterLinks(key)
  return (
    <div ref={region} className={classes.inspector} data-testid="inspector" onClickCapture={follow}>
      <SelectionContent key={key} empty={key === ''} />
    </div>
  )
}

/** Memoised, since half of a large graph may be selected: its ids are joined once per selection, not at every change. */
const selectionKey = memoizeByKey(({ figure, nodes, edges }: Selection) =>
  [figure, ...nodes, ...edges].filter(Boolean).join(' '),
)

/**
 * Scrolls to the top of each new selection. After a link inside the inspector the focus moves to the new title, since the
 * link is gone; after a selection made elsewhere the focus stays where it is.
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
    // Runs after the click's change is rendered; a click that selects nothing does not move the focus later.
    setTimeout(() => (followed.current = false))
  }
  return { region, follow }
}

/** The panel's code, loaded right after the first render so that the first selection does not wait for it. */
let loaded: ComponentType | undefined

function SelectionContent({ empty }: { readonly empty: boolean }) {
  const { inspector } = useTexts()
  const [Selected, setSelected] = useState(() => loaded)
  const [failure, setFailure] = useState<{ readonly error: unknown }>()
  useEffect(() => {
    if (Selected) return
    import('./SelectionPanel').then(
      (module) => {
        loaded = module.SelectionPanel
        setSelected(() => module.SelectionPanel)
      },
      (error: unknown) => setFailure({ error }),
    )
  }, [Selected])
  if (failure) throw failure.error
  if (empty) return <EmptySelectionPanel />
  return Selected ? <Selected /> : <p className={classes.loading}>{inspector.loading}</p>
}
