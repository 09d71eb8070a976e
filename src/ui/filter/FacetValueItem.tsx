import { useTexts } from '../controls/useTexts'
import { useState, type KeyboardEvent, type MouseEvent } from 'react'
import type { FacetChoice } from '../../analysis/filter/filter'
import { setFacetChoice } from '../../analysis/filter/filter'
import { NO_VALUE } from '../../analysis/filter/rowValues'
import { pluralize } from '../../model/pluralize'
import { lineStyleOfStatus } from '../../model/lineStyle'
import { labelInLanguage } from '../../model/nodeNames'
import { groupThousands } from '../../model/value'
import type { Status } from '../../model/enumerations'
import type { Facet, FacetRow } from '../../scene/filter/facets'
import { setFamilyChoice, setTypeChoice } from '../../scene/filter/typeChoice'
import { Icon } from '../controls/Icon'
import { FamilyIcon, EdgeLineSample } from '../controls/graphSymbols'
import { useApp } from '../controls/useApp'
import classes from './FacetSection.module.css'
import { FacetCheckbox } from './FacetCheckbox'

interface RowProps {
  readonly row: FacetRow
  readonly facet: Pick<Facet, 'countedRows' | 'maxTotal'>
  readonly inner?: boolean
}

/** One value of a facet, and the types below a family. */
export function FacetValueItem({ row, facet, inner = false }: RowProps) {
  const [open, setOpen] = useState(false)
  const set = useChoose(row)
  const state = [classes.row, inner && classes.inner, row.value === NO_VALUE && classes.none]
  const { language } = useTexts()
  const label = labelInLanguage(language, row)
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
          <FacetCheckbox choice={row.choice} describe={describe(row, facet)} label={label} onChange={set} />
          <RowSign row={row} inner={inner} />
          <span className={classes.name}>{label}</span>
        </label>
        {row.children.length > 0 && <Opener label={label} open={open} onToggle={() => setOpen(!open)} />}
        <Bar row={row} maxTotal={facet.maxTotal} />
        <span className={classes.count} aria-hidden="true">
          {groupThousands(row.count)}
        </span>
        <Exclude label={label} out={row.choice === 'ruled out'} set={set} />
      </div>
      {open && <Types row={row} facet={facet} label={label} />}
    </li>
  )
}

const Types = ({ row, facet, label }: RowProps & { readonly label: string }) => (
  <ul aria-label={`Types of ${label}`}>
    {row.children.map((type) => (
      <FacetValueItem key={type.value} row={type} facet={facet} inner />
    ))}
  </ul>
)

/** How a row changes the filter; families and types know of each other. */
function useChoose(row: FacetRow): (choice: FacetChoice) => void {
  const app = useApp()
  const { graph } = app.workspace.getState()
  const change = { family: setFamilyChoice, type: setTypeChoice }[row.key]
  return (choice) =>
    app.updateView((view) => ({
      ...view,
      filter: change
        ? change(graph, view.filter, row.value, choice)
        : setFacetChoice(view.filter, row.key, row.value, choice),
    }))
}

const describe = ({ count, total }: FacetRow, { countedRows }: RowProps['facet']): string =>
  `${groupThousands(count)} of ${pluralize(total, oneOf[countedRows], countedRows)}`

const oneOf = { nodes: 'node', edges: 'edge', 'edges and figures': 'edge or figure' } as const

function excludeByAlt(event: MouseEvent, { choice }: FacetRow, set: (choice: FacetChoice) => void): void {
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
  if (row.key === 'family') return <FamilyIcon family={row.value} />
  if (row.key === 'type' && !inner) return <FamilyIcon family="" type={row.value} />
  if (row.key === 'status' && row.value !== NO_VALUE)
    return <EdgeLineSample line={lineStyleOfStatus(row.value as Status)} />
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
const Bar = ({ row, maxTotal }: { readonly row: FacetRow; readonly maxTotal: number }) => (
  <span className={classes.bar} aria-hidden="true">
    <span style={{ width: `${Math.max(4, (100 * row.total) / maxTotal)}%` }}>
      <span style={{ width: `${(100 * row.count) / Math.max(1, row.total)}%` }} />
    </span>
  </span>
)

interface ExcludeProps {
  readonly label: string
  readonly out: boolean
  readonly set: (choice: FacetChoice) => void
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
