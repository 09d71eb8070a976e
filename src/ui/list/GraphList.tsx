import { useRef, useState, type FocusEvent } from 'react'
import { nodeCardById } from '../../scene/text/nodeCard'
import { useNarrowScreen } from '../controls/useNarrowScreen'
import { useWorkspace } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import { drillDownLevelOf, emptyDrillDownLevel, type DrillDownLevel } from './drillDownLevel'
import { GraphListRows } from './GraphListRows'
import { ListBreadcrumbs } from './ListBreadcrumbs'
import classes from './GraphList.module.css'
import { useNodeListReady } from './useNodeListReady'
import { useListNavigation } from './useListNavigation'
import { useVirtualRows } from './useVirtualRows'

interface GraphListProps {
  /** `panel` fills the main area; `walker` lies over the canvas and is visible only while it has the focus. */
  readonly variant: 'panel' | 'walker'
}

/** The graph as a list, for keyboards, screen readers, and everyone who prefers to read. */
export function GraphList({ variant }: GraphListProps) {
  const panelIsOpen = useWorkspace(({ view }) => view.panel === 'list')
  return variant === 'walker' && panelIsOpen ? null : <NavigableList variant={variant} />
}

function NavigableList({ variant }: GraphListProps) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const { navigation, view, handleKey, pickRow, goTo, hoverAt } = useListNavigation()
  const [focused, setFocused] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  const hidden = variant === 'walker' && !focused
  const ready = useNodeListReady(graph, view.texts, !hidden)
  const level = hidden || !ready ? emptyDrillDownLevel : drillDownLevelOf(graph, view, navigation)
  const enter = () => {
    if (!focused) hoverAt(navigation)
    setFocused(true)
  }
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (currentTarget.contains(relatedTarget)) return
    hoverAt({ trail: [] })
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
          navigation={navigation}
          goTo={(next) => {
            list.current?.focus()
            goTo(next)
          }}
        />
      )}
      <List {...{ list, level, variant, handleKey, pickRow }} />
      {!hidden && level.rows.length === 0 && <EmptyNote enteredNode={level.enteredNode} ready={ready} />}
      {!hidden && <KeyHints />}
    </section>
  )
}

function KeyHints() {
  const { keys } = useTexts().list
  return (
    <p className={classes.keys} aria-hidden="true">
      <kbd>↑</kbd> <kbd>↓</kbd> {keys.move} <kbd>→</kbd> {keys.follow} <kbd>←</kbd> {keys.back} <kbd>{keys.space}</kbd>{' '}
      {keys.select}
    </p>
  )
}

interface ListProps extends GraphListProps, Pick<ReturnType<typeof useListNavigation>, 'handleKey' | 'pickRow'> {
  readonly list: React.RefObject<HTMLUListElement | null>
  readonly level: DrillDownLevel
}

/**
 * A listbox, because it is a single tab stop with arrow keys inside, which every screen reader knows and passes on; a tree
 * would promise children below their parents, and a graph has no such order. The accessible name tells which list it is.
 */
function List({ list, level, variant, handleKey, pickRow }: ListProps) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const narrow = useNarrowScreen()
  const rowHeight = narrow ? 56 : variant === 'walker' ? 46 : 32
  const { scroller, from, to, onScroll } = useVirtualRows(level, rowHeight)
  const { rows, activeIndex, enteredNode } = level
  const label =
    enteredNode === undefined
      ? texts.list.nodes
      : texts.list.relationsOf({ node: nodeCardById(graph, enteredNode, texts)?.label ?? enteredNode })
  return (
    <div ref={scroller} className={classes.scroller} onScroll={onScroll}>
      <ul
        ref={list}
        className={classes.list}
        role="listbox"
        tabIndex={0}
        data-key-target="walk"
        aria-label={label}
        aria-description={texts.list.instructions}
        aria-activedescendant={from <= activeIndex && activeIndex < to ? `${variant}-row-${activeIndex}` : undefined}
        aria-multiselectable="true"
        style={{ paddingTop: from * rowHeight, paddingBottom: (rows.length - to) * rowHeight }}
        onKeyDown={handleKey}
      >
        <GraphListRows level={level} idPrefix={variant} from={from} to={to} pickRow={pickRow} />
      </ul>
    </div>
  )
}

/** Explains an empty list: nothing passes the filter, or the nodes are still being sorted. */
function EmptyNote({ enteredNode, ready }: { readonly enteredNode: string | undefined; readonly ready: boolean }) {
  const { list: texts } = useTexts()
  const nodeCount = useWorkspace(({ graph }) => graph.nodes.count)
  const reason = enteredNode === undefined ? texts.noNodes : texts.noRelations
  return (
    <p className={classes.none} role={ready ? undefined : 'status'}>
      {ready ? reason : texts.sorting({ nodes: nodeCount })}
    </p>
  )
}
