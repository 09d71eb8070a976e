import { Fragment, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Icon, type IconName } from './Icon'
import classes from './Menu.module.css'

/** An entry of a menu; `checked` where it is one of several that exclude each other. */
export interface MenuItem {
  readonly label: string
  readonly aside?: string
  /** A line below the label. */
  readonly description?: string
  readonly icon?: IconName
  readonly checked?: boolean
  /** It is switched on and off by itself, whatever the others are. */
  readonly isToggle?: boolean
  /** It cannot be chosen now; `description` says why. */
  readonly disabled?: boolean
  /** Begins a group of entries that is called so. */
  readonly heading?: string
  readonly run: () => void
}

interface MenuProps {
  /** What the button and the menu are called. */
  readonly label: string
  /** Asked for when the menu opens, and again with what changes while it is open. */
  readonly items: () => readonly MenuItem[]
  /** Where the menu opens: below the button, or at its left. */
  readonly side?: 'below' | 'left'
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** A button that opens a menu. The browser closes it when something else is pressed. */
export function Menu({ label, items, side = 'below', className, children }: MenuProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const toggling = (opens: boolean) => {
    setOpen(opens)
    if (opens) place(menu.current, button.current, side)
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        popoverTarget={id}
      >
        {children}
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        className={classes.menu}
        onBeforeToggle={({ newState }) => toggling(newState === 'open')}
        onToggle={({ newState }) => newState === 'open' && entries(menu.current)[0]?.focus()}
        onKeyDown={(event) => walk(event, menu.current)}
      >
        {(open ? items() : []).map((item) => (
          <Fragment key={item.label}>
            {item.heading !== undefined && (
              <p role="presentation" className={classes.heading}>
                {item.heading}
              </p>
            )}
            <Entry item={item} close={() => menu.current?.hidePopover()} />
          </Fragment>
        ))}
      </div>
    </>
  )
}

const roleOf = ({ checked, isToggle }: MenuItem): string =>
  checked === undefined ? 'menuitem' : isToggle ? 'menuitemcheckbox' : 'menuitemradio'

/** An entry that cannot be chosen takes the focus all the same, so that its reason is read. */
function Entry({ item, close }: { readonly item: MenuItem; readonly close: () => void }) {
  const description = useId()
  const label = useId()
  const run = () => {
    close()
    item.run()
  }
  return (
    <button
      type="button"
      role={roleOf(item)}
      aria-checked={item.checked}
      aria-disabled={item.disabled}
      aria-labelledby={item.description ? label : undefined}
      aria-describedby={item.description ? description : undefined}
      tabIndex={-1}
      className={classes.entry}
      onClick={item.disabled ? undefined : run}
    >
      <span className={classes.mark}>
        {item.checked ? <Icon name="check" size={14} /> : item.icon ? <Icon name={item.icon} /> : null}
      </span>
      <span id={label}>{item.label}</span>
      {item.aside && <span className={classes.aside}>{item.aside}</span>}
      {item.description && (
        <span id={description} className={classes.description}>
          {item.description}
        </span>
      )}
    </button>
  )
}

/** An open menu stands in the browser's top layer, so its place is that of its button in the window. */
function place(menu: HTMLElement | null, button: HTMLElement | null, side: 'below' | 'left'): void {
  if (!menu || !button) return
  const { left, right, top, bottom } = button.getBoundingClientRect()
  const edge = 8
  menu.style.inset = 'auto'
  menu.style.right = `${side === 'left' ? innerWidth - left + edge : Math.max(edge, innerWidth - right)}px`
  if (side === 'below') menu.style.top = `${bottom + edge / 2}px`
  else if (top < innerHeight / 2) menu.style.top = `${top}px`
  else menu.style.bottom = `${innerHeight - bottom}px`
}

const entries = (menu: HTMLElement | null): HTMLElement[] => [
  ...(menu?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? []),
]

/** Arrows walk the entries; no key of an open menu reaches the commands. */
function walk(event: KeyboardEvent, menu: HTMLElement | null): void {
  event.stopPropagation()
  const all = entries(menu)
  const at = all.indexOf(document.activeElement as HTMLElement)
  const goals: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % all.length,
    ArrowUp: (at + all.length - 1) % all.length,
    Home: 0,
    End: all.length - 1,
  }
  if (event.key === 'Tab') menu?.hidePopover()
  const goal = goals[event.key]
  if (goal === undefined) return
  event.preventDefault()
  all[goal]?.focus()
}
