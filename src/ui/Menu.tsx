import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { Icon, type IconName } from './icons'
import classes from './menu.module.css'

/** An entry of a menu; `checked` where it is one of several that exclude each other. */
export interface MenuItem {
  readonly label: string
  readonly aside?: string
  readonly icon?: IconName
  readonly checked?: boolean
  readonly run: () => void
}

interface MenuProps {
  /** What the button and the menu are called. */
  readonly label: string
  readonly items: readonly MenuItem[]
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
        onBeforeToggle={({ newState }) => newState === 'open' && place(menu.current, button.current, side)}
        onToggle={({ newState }) => newState === 'open' && entries(menu.current)[0]?.focus()}
        onKeyDown={(event) => walk(event, menu.current)}
      >
        {items.map((item) => (
          <Entry key={item.label} item={item} close={() => menu.current?.hidePopover()} />
        ))}
      </div>
    </>
  )
}

const Entry = ({ item, close }: { readonly item: MenuItem; readonly close: () => void }) => (
  <button
    type="button"
    role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
    aria-checked={item.checked}
    tabIndex={-1}
    className={classes.entry}
    onClick={() => {
      close()
      item.run()
    }}
  >
    <span className={classes.mark}>
      {item.checked ? <Icon name="check" size={14} /> : item.icon ? <Icon name={item.icon} /> : null}
    </span>
    <span>{item.label}</span>
    {item.aside && <span className={classes.aside}>{item.aside}</span>}
  </button>
)

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
