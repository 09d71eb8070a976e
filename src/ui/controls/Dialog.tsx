import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import controls from './controls.module.css'
import { Icon } from './Icon'
import { useApp } from './useApp'
import { useTexts } from './useTexts'
import classes from './Dialog.module.css'

interface DialogProps {
  readonly title: string
  /** Hides the heading, for a dialog that begins with its field. */
  readonly bare?: boolean
  /** To be read from the beginning: the heading takes the focus instead of the first field. */
  readonly read?: boolean
  readonly children: ReactNode
}

/** A modal dialog: the browser's own, which keeps the focus inside and returns it. */
export function Dialog({ title, bare = false, read = false, children }: DialogProps) {
  const app = useApp()
  const { frame } = useTexts()
  const id = useId()
  const element = useRef<HTMLDialogElement>(null)
  // A layout effect closes it before the element is removed, so that the browser returns the focus to where it was.
  useLayoutEffect(() => {
    const dialog = element.current
    dialog?.showModal()
    if (read) dialog?.querySelector('h2')?.focus()
    return () => dialog?.close()
  }, [read])
  const close = () => app.openDialog(undefined)
  return (
    <dialog
      ref={element}
      className={bare ? `${classes.dialog} ${classes.bare}` : classes.dialog}
      aria-labelledby={id}
      onClose={close}
      onPointerDown={({ target }) => target === element.current && close()}
    >
      <div className={classes.inside}>
        <h2 id={id} className={bare ? 'vh' : classes.title} tabIndex={read ? -1 : undefined}>
          {title}
        </h2>
        {children}
        {!bare && (
          <button
            type="button"
            className={`${controls.small} ${classes.close}`}
            aria-label={frame.close}
            onClick={close}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
    </dialog>
  )
}
