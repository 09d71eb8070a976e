import { useTexts } from '../controls/useTexts'
import type { ReactNode } from 'react'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { FamilyIcon } from '../controls/graphSymbols'
import { useApp } from '../controls/useApp'
import classes from './Inspector.module.css'
import { langAttribute } from '../controls/langAttribute'

interface HeadProps {
  /** What it is, small above the title. */
  readonly crumb: ReactNode
  readonly title: ReactNode
  readonly children?: ReactNode
}

/** The top of every panel: what it is, its title, and the way out. */
export function PanelHeader({ crumb, title, children }: HeadProps) {
  const texts = useTexts()
  const app = useApp()
  return (
    <header className={classes.head}>
      <div className={classes.crumb}>
        {crumb}
        <button
          type="button"
          className={controls.small}
          aria-label="Clear the selection"
          onClick={() => app.select({})}
        >
          <Icon name="close" />
        </button>
      </div>
      <h2 tabIndex={-1} lang={typeof title === 'string' ? langAttribute(title, texts.language) : undefined}>
        {title}
      </h2>
      {children}
    </header>
  )
}

interface NodeLinkProps {
  readonly id: string
  readonly family?: string
  readonly type?: string
  /** The edge that pointing at the link shows on the canvas, instead of the node alone. */
  readonly edge?: string
  readonly children: string
}

/** The name of a node, which selects it. Pointing at it shows where it is. */
export function NodeLink({ id, family, type = '', edge, children }: NodeLinkProps) {
  const texts = useTexts()
  const app = useApp()
  return (
    <button
      type="button"
      className={classes.nodeLink}
      onClick={() => app.select({ nodes: [id] })}
      onPointerEnter={() => app.hover(edge === undefined ? { node: id } : { edge })}
      onPointerLeave={() => app.hover(undefined)}
    >
      {family !== undefined && <FamilyIcon family={family} type={type} size={12} />}
      <span lang={langAttribute(children, texts.language)}>{children}</span>
    </button>
  )
}

/** A document, as a link that opens it among the sources. No button: a line could break between one and its comma. */
export function SourceLink({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const app = useApp()
  return (
    <a
      href={`#${id}`}
      className={classes.sourceLink}
      onClick={(event) => {
        event.preventDefault()
        app.setPanel('sources', id)
      }}
    >
      {children}
    </a>
  )
}
