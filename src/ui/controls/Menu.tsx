import { Fragment, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Icon, type IconName } from './Icon'
import classes from './Menu.module.css'

/** An entry of a menu; `checked` is given for one of several that exclude each other. */
export interface MenuItem {
  readonly label: string
  /** Text after the label. */
  readonly aside?: string
  /** Text in a line below the label. */
  readonly description?: string
  readonly icon?: IconName
  readonly checked?: boolean
  /** It is switched on and off independently of the others. */
  readonly isToggle?: boolean
  /** It cannot be chosen now; `description` gives the reason. */
  readonly disabled?: boolean
  /** The heading of the group that begins with this entry. */
  readonly heading?: string
  readonly run: () => void
}

interface MenuProps {
  /** Names the button and the menu. */
  readonly label: string
  /** Called when the menu opens, and again for every change while it is open. */
  readonly items: () => readonly MenuItem[]
  /** Where the menu opens: below the button, or to its left. */
  readonly side?: 'below' | 'left'
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** A button that opens a menu. The browser closes it on a press outside. */
export function Menu({ label, items, side = 'below', className, children }: MenuProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const onToggling = (opens: boolean) => {
    setOpen(opens)
    if (opens) positionMenu(menu.current, button.current, side)
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
        onBeforeToggle={({ newState }) => onToggling(newState === 'open')}
        onToggle={({ newState }) => newState === 'open' && entriesOf(menu.current)[0]?.focus()}
        onKeyDown={(event) => moveFocus(event, menu.current)}
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

/** A disabled entry takes the focus too, so that its reason is read. */
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

/** Positions the menu by its button's position in the window, since an open popover is in the browser's top layer. */
function positionMenu(menu: HTMLElement | null, button: HTMLElement | null, side: 'below' | 'left'): void {
  if (!menu || !button) return
  const { left, right, top, bottom } = button.getBoundingClientRect()
  const edge = 8
  menu.style.inset = 'auto'
  menu.style.right = `${side === 'left' ? innerWidth - left + edge : Math.max(edge, innerWidth - right)}px`
  if (side === 'below') menu.style.top = `${bottom + edge / 2}px`
  else if (top < innerHeight / 2) menu.style.top = `${top}px`
  else menu.style.bottom = `${innerHeight - bottom}px`
}

const entriesOf = (menu: HTMLElement | null): HTMLElement[] => [
  ...(menu?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? []),
]

/** Arrow keys move between the entries; no key of an open menu reaches the shortcuts. */
function moveFocus(event: KeyboardEvent, menu: HTMLElement | null): void {
  event.stopPropagation()
  const all = entriesOf(menu)
  const index = all.indexOf(document.activeElement as HTMLElement)
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: (index + 1) % all.length,
    ArrowUp: (index + all.length - 1) % all.length,
    Home: 0,
    End: all.length - 1,
  }
  if (event.key === 'Tab') menu?.hidePopover()
  const target = targets[event.key]
  if (target === undefined) return
  event.preventDefault()
  all[target]?.focus()
}
