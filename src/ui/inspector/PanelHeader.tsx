import type { ReactNode } from 'react'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { FamilyIcon } from '../controls/graphSymbols'
import { langAttribute } from '../controls/langAttribute'
import { useApp } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import { DataText } from './DataText'
import classes from './Inspector.module.css'

interface PanelHeaderProps {
  /** The kind of thing, in small type above the title. */
  readonly crumb: ReactNode
  readonly title: ReactNode
  readonly children?: ReactNode
}

/** The top of every panel: the kind of thing, the title, and a button that clears the selection. */
export function PanelHeader({ crumb, title, children }: PanelHeaderProps) {
  const texts = useTexts()
  const app = useApp()
  return (
    <header className={classes.head}>
      <div className={classes.crumb}>
        {crumb}
        <button
          type="button"
          className={controls.small}
          aria-label={texts.inspector.clearSelection}
          onClick={() => app.select({})}
        >
          <Icon name="close" />
        </button>
      </div>
      <h2 tabIndex={-1} dir="auto" lang={typeof title === 'string' ? langAttribute(title, texts.language) : undefined}>
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
  /** The edge to highlight on the canvas on hover, instead of the node alone. */
  readonly edge?: string
  readonly children: string
}

/** The name of a node as a button that selects it; hovering highlights it on the canvas. */
export function NodeLink({ id, family, type = '', edge, children }: NodeLinkProps) {
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
      <DataText>{children}</DataText>
    </button>
  )
}

/** A link that opens a document in the sources panel. Not a button: a line could break between a button and its comma. */
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
