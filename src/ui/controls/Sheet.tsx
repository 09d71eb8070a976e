import { useEffect, useRef, type ReactNode } from 'react'
import controls from './controls.module.css'
import { Icon } from './Icon'
import classes from './Sheet.module.css'
import type { PanelId } from '../../scene/view/panels'
import { useApp, useWorkspace } from './useApp'
import { useTexts } from './useTexts'
import { isNarrowScreen } from './useNarrowScreen'
import { useSheetHeight } from './useSheetHeight'

interface SheetProps {
  readonly panel: Exclude<PanelId, 'graph'>
  readonly className: string | undefined
  /** The content has a heading and a way to close it of its own. */
  readonly headed?: boolean
  readonly children: ReactNode
}

/** A panel: next to the canvas on a wide window; on a phone a sheet below it that a finger drags up, down or closed. */
export function Sheet({ panel, className, headed = false, children }: SheetProps) {
  const app = useApp()
  const { frame } = useTexts()
  const label = frame.panels[panel]
  const close = () => app.setPanel('graph')
  const { height, tall, dragHandlers, toggle } = useSheetHeight(close)
  const title = useTitleFocus(panel)
  // In the middle of the page it is a part of the main content, at the sides it is complementary.
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
          aria-label={tall ? frame.shrinkSheet : frame.expandSheet}
          onClick={toggle}
        />
        <span ref={title} className={classes.title} tabIndex={-1}>
          {label}
        </span>
        <button
          type="button"
          className={controls.small}
          aria-label={frame.closePanel({ panel: label })}
          onClick={close}
        >
          <Icon name="close" size={20} />
        </button>
      </div>
      <div className={classes.body}>{children}</div>
    </Element>
  )
}

/** A sheet that a button opened takes the focus; one that follows the selection leaves it where it is. */
function useTitleFocus(panel: SheetProps['panel']) {
  const title = useRef<HTMLSpanElement>(null)
  const open = useWorkspace(({ view }) => view.panel === panel)
  useEffect(() => {
    if (open && panel !== 'inspector' && isNarrowScreen()) title.current?.focus()
  }, [open, panel])
  return title
}
