import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import controls from './controls.module.css'
import { Icon } from './Icon'
import { useApp } from './useApp'
import classes from './Dialog.module.css'

interface DialogProps {
  readonly title: string
  /** Without a heading to see, for a dialog that begins with its field. */
  readonly bare?: boolean
  /** To be read from its beginning, where the focus goes instead of to the first field. */
  readonly read?: boolean
  readonly children: ReactNode
}

/** A modal dialog: the browser's own, which holds the focus and gives it back. */
export function Dialog({ title, bare = false, read = false, children }: DialogProps) {
  const app = useApp()
  const id = useId()
  const element = useRef<HTMLDialogElement>(null)
  // Before the element is gone, so that the browser gives the focus back to where it was.
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
          <button type="button" className={`${controls.small} ${classes.close}`} aria-label="Close" onClick={close}>
            <Icon name="close" />
          </button>
        )}
      </div>
    </dialog>
  )
}
