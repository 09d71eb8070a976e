import { useState, type KeyboardEvent, type MouseEvent } from 'react'
import type { Choice } from '../../analysis/filter/filter'
import { choose } from '../../analysis/filter/filter'
import { NO_VALUE } from '../../analysis/filter/rowValues'
import { counted } from '../../model/pluralize'
import { lineOfStatus } from '../../model/lineStyle'
import { labelIn } from '../../model/nodeNames'
import { grouped } from '../../model/value'
import type { Status } from '../../model/enumerations'
import type { Facet, FacetRow } from '../../scene/filter/facets'
import { chooseFamily, chooseType } from '../../scene/filter/typeChoice'
import { Icon } from '../controls/Icon'
import { FamilySign, LineSign } from '../controls/graphSymbols'
import { useApp, useWorkspace } from '../controls/useApp'
import classes from './FacetSection.module.css'
import { FacetCheck } from './FacetCheckbox'

interface RowProps {
  readonly row: FacetRow
  readonly facet: Pick<Facet, 'counted' | 'most'>
  readonly inner?: boolean
}

/** One value of a facet, and the types below a family. */
export function FacetRowView({ row, facet, inner = false }: RowProps) {
  const [open, setOpen] = useState(false)
  const set = useChoose(row)
  const state = [classes.row, inner && classes.inner, row.value === NO_VALUE && classes.none]
  const label = labelIn(
    useWorkspace(({ view }) => view.language),
    row,
  )
  return (
    <li>
      <div
        className={state.filter(Boolean).join(' ')}
        data-choice={row.choice}
        onKeyDown={(event) => walk(event, () => set(row.choice === 'ruled out' ? 'free' : 'ruled out'))}
      >
        <label
          className={classes.label}
          title={`${label}: ${describe(row, facet)}`}
          onClick={(event) => excludeByAlt(event, row, set)}
        >
          <FacetCheck choice={row.choice} describe={describe(row, facet)} label={label} onChange={set} />
          <RowSign row={row} inner={inner} />
          <span className={classes.name}>{label}</span>
        </label>
        {row.rows.length > 0 && <Opener label={label} open={open} onToggle={() => setOpen(!open)} />}
        <Bar row={row} most={facet.most} />
        <span className={classes.count} aria-hidden="true">
          {grouped(row.count)}
        </span>
        <Exclude label={label} out={row.choice === 'ruled out'} set={set} />
      </div>
      {open && <Types row={row} facet={facet} label={label} />}
    </li>
  )
}

const Types = ({ row, facet, label }: RowProps & { readonly label: string }) => (
  <ul aria-label={`Types of ${label}`}>
    {row.rows.map((type) => (
      <FacetRowView key={type.value} row={type} facet={facet} inner />
    ))}
  </ul>
)

/** How a row changes the filter; families and types know of each other. */
function useChoose(row: FacetRow): (choice: Choice) => void {
  const app = useApp()
  const { graph } = app.workspace.getState()
  const change = { family: chooseFamily, type: chooseType }[row.on]
  return (choice) =>
    app.look((view) => ({
      ...view,
      filter: change ? change(graph, view.filter, row.value, choice) : choose(view.filter, row.on, row.value, choice),
    }))
}

const describe = ({ count, total }: FacetRow, { counted: many }: RowProps['facet']): string =>
  `${grouped(count)} of ${counted(total, oneOf[many], many)}`

const oneOf = { nodes: 'node', edges: 'edge', 'edges and figures': 'edge or figure' } as const

function excludeByAlt(event: MouseEvent, { choice }: FacetRow, set: (choice: Choice) => void): void {
  if (!event.altKey) return
  event.preventDefault()
  set(choice === 'ruled out' ? 'free' : 'ruled out')
}

/** Arrows walk the rows of a facet, right reaches the button that rules out, Delete rules out at once. */
function walk(event: KeyboardEvent<HTMLElement>, exclude: () => void): void {
  const goal = goalOf(event.key, event.currentTarget)
  if (event.key !== 'Delete' && !goal) return
  event.preventDefault()
  if (goal) goal.focus()
  else exclude()
}

function goalOf(key: string, row: HTMLElement): HTMLElement | null | undefined {
  if (key === 'ArrowRight') return row.querySelector<HTMLElement>('button:last-of-type')
  if (key === 'ArrowLeft') return row.querySelector<HTMLElement>('input')
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined
  const boxes = [...(row.closest('section')?.querySelectorAll<HTMLElement>('li input') ?? [])]
  const at = boxes.indexOf(row.querySelector<HTMLElement>('input')!)
  return boxes[key === 'ArrowDown' ? at + 1 : at - 1]
}

/** Types have a sign of their own only where no family stands above them. */
function RowSign({ row, inner }: { readonly row: FacetRow; readonly inner: boolean }) {
  if (row.on === 'family') return <FamilySign family={row.value} />
  if (row.on === 'type' && !inner) return <FamilySign family="" type={row.value} />
  if (row.on === 'status' && row.value !== NO_VALUE) return <LineSign line={lineOfStatus(row.value as Status)} />
  return null
}

interface OpenerProps {
  readonly label: string
  readonly open: boolean
  readonly onToggle: () => void
}

const Opener = ({ label, open, onToggle }: OpenerProps) => (
  <button
    type="button"
    className={classes.opener}
    aria-expanded={open}
    aria-label={`Types of ${label}`}
    onClick={onToggle}
  >
    <Icon name="right" size={10} />
  </button>
)

/** As long as the share of the longest row; the dark part is what the rest of the filter leaves. */
const Bar = ({ row, most }: { readonly row: FacetRow; readonly most: number }) => (
  <span className={classes.bar} aria-hidden="true">
    <span style={{ width: `${Math.max(4, (100 * row.total) / most)}%` }}>
      <span style={{ width: `${(100 * row.count) / Math.max(1, row.total)}%` }} />
    </span>
  </span>
)

interface ExcludeProps {
  readonly label: string
  readonly out: boolean
  readonly set: (choice: Choice) => void
}

/** No tab stop of its own: arrow right from the box leads here, and Delete does the same. */
const Exclude = ({ label, out, set }: ExcludeProps) => (
  <button
    type="button"
    className={classes.exclude}
    tabIndex={-1}
    aria-pressed={out}
    aria-label={`Rule out ${label}`}
    title={out ? 'Ruled out; click to allow again' : 'Rule out'}
    onClick={() => set(out ? 'free' : 'ruled out')}
  >
    <Icon name="out" size={14} />
  </button>
)
