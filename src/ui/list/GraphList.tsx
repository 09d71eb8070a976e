import { useTexts } from '../controls/useTexts'
import { useRef, useState, type FocusEvent } from 'react'
import { nodeCardById } from '../../scene/text/nodeCard'
import { pluralize } from '../../model/pluralize'
import { useNarrowScreen } from '../controls/useNarrowScreen'
import { useWorkspace } from '../controls/useApp'
import { listLevelOf, emptyListLevel, type ListLevel } from './listLevel'
import { GraphListRows } from './GraphListRows'
import { ListBreadcrumbs } from './ListBreadcrumbs'
import classes from './GraphList.module.css'
import { useNodeListReady } from './useNodeListReady'
import { useListNavigation } from './useListNavigation'
import { useVirtualRows } from './useVirtualRows'

interface TwinProps {
  /** `panel` fills the middle; `walker` lies over the canvas and is not seen before it has the focus. */
  readonly variant: 'panel' | 'walker'
}

/** The graph as text, for the keyboard, for screen readers, and for whoever would rather read. */
export function GraphList({ variant }: TwinProps) {
  const listed = useWorkspace(({ view }) => view.panel === 'list')
  return variant === 'walker' && listed ? null : <Walker variant={variant} />
}

function Walker({ variant }: TwinProps) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const { walk, sight, press, pick, go, point } = useListNavigation()
  const [focused, setFocused] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  const hidden = variant === 'walker' && !focused
  const listed = useNodeListReady(graph, sight.texts, !hidden)
  const level = hidden || !listed ? emptyListLevel : listLevelOf(graph, sight, walk)
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
        <ListBreadcrumbs
          walk={walk}
          go={(next) => {
            list.current?.focus()
            go(next)
          }}
        />
      )}
      <List {...{ list, level, variant, press, pick }} />
      {!hidden && level.rows.length === 0 && <None inside={level.enteredNode} listed={listed} />}
      {!hidden && (
        <p className={classes.keys} aria-hidden="true">
          <kbd>↑</kbd> <kbd>↓</kbd> move <kbd>→</kbd> in, and on to the other end <kbd>←</kbd> back <kbd>Space</kbd>{' '}
          select
        </p>
      )}
    </section>
  )
}

interface ListProps extends TwinProps, Pick<ReturnType<typeof useListNavigation>, 'press' | 'pick'> {
  readonly list: React.RefObject<HTMLUListElement | null>
  readonly level: ListLevel
}

/**
 * A listbox, because it is one stop of the Tab key with arrows inside, which every screen reader knows and passes on; a
 * tree would promise that children stand below their parents, and a graph has no such order. What list one is in is said
 * by its name.
 */
function List({ list, level, variant, press, pick }: ListProps) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const narrow = useNarrowScreen()
  const row = narrow ? 56 : variant === 'walker' ? 46 : 32
  const { scroller, from, to, look } = useVirtualRows(level, row)
  const { rows, activeIndex, enteredNode } = level
  return (
    <div ref={scroller} className={classes.scroller} onScroll={look}>
      <ul
        ref={list}
        className={classes.list}
        role="listbox"
        tabIndex={0}
        data-key-target="walk"
        aria-label={
          enteredNode === undefined
            ? 'Nodes of the graph'
            : `Relations of ${nodeCardById(graph, enteredNode, texts)?.label}`
        }
        aria-description="Up and down move, right goes in and follows, left goes back, space selects, letters jump"
        aria-activedescendant={from <= activeIndex && activeIndex < to ? `${variant}-row-${activeIndex}` : undefined}
        aria-multiselectable="true"
        style={{ paddingTop: from * row, paddingBottom: (rows.length - to) * row }}
        onKeyDown={press}
      >
        <GraphListRows level={level} name={variant} from={from} to={to} pick={pick} />
      </ul>
    </div>
  )
}

function None({ inside, listed }: { readonly inside: string | undefined; readonly listed: boolean }) {
  const count = useWorkspace(({ graph }) => graph.nodes.count)
  const why = inside === undefined ? 'The filter leaves nothing.' : 'The filter leaves it no relations.'
  return (
    <p className={classes.none} role={listed ? undefined : 'status'}>
      {listed ? why : `Putting ${pluralize(count, 'node')} in order …`}
    </p>
  )
}
