import { useRef, useState, type FocusEvent } from 'react'
import { cardOf } from '../../scene/text/nodeCard'
import { counted } from '../../model/pluralize'
import { useNarrow } from '../controls/useNarrowScreen'
import { useWorkspace } from '../controls/useApp'
import { levelOf, unseen, type Level } from './listLevel'
import { Rows } from './GraphListRows'
import { Trail } from './ListBreadcrumbs'
import classes from './GraphList.module.css'
import { useListed } from './useNodeListReady'
import { useWalk } from './useListNavigation'
import { useWindow } from './useVirtualRows'

interface TwinProps {
  /** `panel` fills the middle; `walker` lies over the canvas and is not seen before it has the focus. */
  readonly variant: 'panel' | 'walker'
}

/** The graph as text, for the keyboard, for screen readers, and for whoever would rather read. */
export function Twin({ variant }: TwinProps) {
  const listed = useWorkspace(({ view }) => view.panel === 'list')
  return variant === 'walker' && listed ? null : <Walker variant={variant} />
}

function Walker({ variant }: TwinProps) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const { walk, sight, press, pick, go, point } = useWalk()
  const [focused, setFocused] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  const hidden = variant === 'walker' && !focused
  const listed = useListed(graph, sight.language, !hidden)
  const level = hidden || !listed ? unseen : levelOf(graph, sight, walk)
  const enter = () => {
    if (!focused) point(walk)
    setFocused(true)
  }
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (currentTarget.contains(relatedTarget)) return
    point({ trail: [] })
    setFocused(false)
  }
  return (
    <section
      className={classes[variant]}
      onFocus={enter}
      onBlur={leave}
      {...(variant === 'walker' && (hidden ? { 'data-hidden': '' } : { 'data-floating': '', 'data-walking': '' }))}
    >
      {!hidden && (
        <Trail
          walk={walk}
          go={(next) => {
            list.current?.focus()
            go(next)
          }}
        />
      )}
      <List {...{ list, level, variant, press, pick }} />
      {!hidden && level.rows.length === 0 && <None inside={level.inside} listed={listed} />}
      {!hidden && (
        <p className={classes.keys} aria-hidden="true">
          <kbd>↑</kbd> <kbd>↓</kbd> move <kbd>→</kbd> in, and on to the other end <kbd>←</kbd> back <kbd>Space</kbd>{' '}
          select
        </p>
      )}
    </section>
  )
}

interface ListProps extends TwinProps, Pick<ReturnType<typeof useWalk>, 'press' | 'pick'> {
  readonly list: React.RefObject<HTMLUListElement | null>
  readonly level: Level
}

/**
 * A listbox, because it is one stop of the Tab key with arrows inside, which every screen reader knows and passes on; a
 * tree would promise that children stand below their parents, and a graph has no such order. What list one is in is said
 * by its name.
 */
function List({ list, level, variant, press, pick }: ListProps) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const language = useWorkspace(({ view }) => view.language)
  const narrow = useNarrow()
  const row = narrow ? 56 : variant === 'walker' ? 46 : 32
  const { scroller, from, to, look } = useWindow(level, row)
  const { rows, at, inside } = level
  return (
    <div ref={scroller} className={classes.scroller} onScroll={look}>
      <ul
        ref={list}
        className={classes.list}
        role="listbox"
        tabIndex={0}
        data-key-target="walk"
        aria-label={
          inside === undefined ? 'Nodes of the graph' : `Relations of ${cardOf(graph, inside, language)?.label}`
        }
        aria-description="Up and down move, right goes in and follows, left goes back, space selects, letters jump"
        aria-activedescendant={from <= at && at < to ? `${variant}-row-${at}` : undefined}
        aria-multiselectable="true"
        style={{ paddingTop: from * row, paddingBottom: (rows.length - to) * row }}
        onKeyDown={press}
      >
        <Rows level={level} name={variant} from={from} to={to} pick={pick} />
      </ul>
    </div>
  )
}

function None({ inside, listed }: { readonly inside: string | undefined; readonly listed: boolean }) {
  const count = useWorkspace(({ graph }) => graph.nodes.count)
  const why = inside === undefined ? 'The filter leaves nothing.' : 'The filter leaves it no relations.'
  return (
    <p className={classes.none} role={listed ? undefined : 'status'}>
      {listed ? why : `Putting ${counted(count, 'node')} in order …`}
    </p>
  )
}
