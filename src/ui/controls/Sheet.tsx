import { useEffect, useRef, type ReactNode } from 'react'
import controls from './controls.module.css'
import { Icon } from './Icon'
import classes from './Sheet.module.css'
import type { PanelId } from '../../scene/view/view'
import { useApp, useWorkspace } from './useApp'
import { isNarrowScreen } from './useNarrowScreen'
import { useSheetHeight } from './useSheetHeight'

interface SheetProps {
  readonly panel: Exclude<PanelId, 'graph'>
  readonly label: string
  readonly className: string | undefined
  /** What the sheet holds has a heading and a way out of its own. */
  readonly headed?: boolean
  readonly children: ReactNode
}

/** A panel: beside the canvas where there is room, and on a phone a sheet below it that is drawn up, down or away. */
export function Sheet({ panel, label, className, headed = false, children }: SheetProps) {
  const app = useApp()
  const close = () => app.setPanel('graph')
  const { height, tall, dragHandlers, toggle } = useSheetHeight(close)
  const title = useTitleFocus(panel)
  // Within the middle it is a part of the main content, elsewhere it stands beside it.
  const Element = panel === 'filter' || panel === 'inspector' ? 'aside' : 'section'
  return (
    <Element
      className={`${classes.sheet} ${className}`}
      aria-label={label}
      data-sheet={panel}
      data-tall={tall}
      style={height === undefined ? undefined : { height }}
    >
      <div className={headed ? classes.strip : classes.head} {...dragHandlers}>
        <button
          type="button"
          className={classes.grab}
          aria-label={tall ? 'Make this sheet lower' : 'Make this sheet taller'}
          onClick={toggle}
        />
        <span ref={title} className={classes.title} tabIndex={-1}>
          {label}
        </span>
        <button type="button" className={controls.small} aria-label={`Close ${label.toLowerCase()}`} onClick={close}>
          <Icon name="close" size={20} />
        </button>
      </div>
      <div className={classes.body}>{children}</div>
    </Element>
  )
}

/** A sheet that a button drew up takes the focus; one that follows the selection leaves it where it is. */
function useTitleFocus(panel: SheetProps['panel']) {
  const title = useRef<HTMLSpanElement>(null)
  const open = useWorkspace(({ view }) => view.panel === panel)
  useEffect(() => {
    if (open && panel !== 'inspector' && isNarrowScreen()) title.current?.focus()
  }, [open, panel])
  return title
}
