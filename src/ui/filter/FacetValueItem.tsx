import { useState, type KeyboardEvent, type MouseEvent } from 'react'
import type { FacetChoice } from '../../analysis/filter/filter'
import { setFacetChoice } from '../../analysis/filter/filter'
import { NO_VALUE } from '../../analysis/filter/rowValues'
import { lineStyleOfStatus } from '../../model/lineStyle'
import { labelInLanguage } from '../../model/nodeNames'
import type { Status } from '../../model/enumerations'
import type { Facet, FacetRow } from '../../scene/filter/facets'
import { setFamilyChoice, setTypeChoice } from '../../scene/filter/typeChoice'
import { Icon } from '../controls/Icon'
import { FamilyIcon, EdgeLineSample } from '../controls/graphSymbols'
import { langAttribute } from '../controls/langAttribute'
import { useApp } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import classes from './FacetSection.module.css'
import { FacetCheckbox } from './FacetCheckbox'

interface FacetValueItemProps {
  readonly row: FacetRow
  readonly facet: Pick<Facet, 'countedRows' | 'maxTotal'>
  /** Whether the row is a type below its family. */
  readonly inner?: boolean
}

/** One value of a facet, with the types of a family below it. */
export function FacetValueItem({ row, facet, inner = false }: FacetValueItemProps) {
  const texts = useTexts()
  const [open, setOpen] = useState(false)
  const setChoice = useSetChoice(row)
  const toggleExcluded = () => setChoice(row.choice === 'ruled out' ? 'free' : 'ruled out')
  const rowClasses = [classes.row, inner && classes.inner, row.value === NO_VALUE && classes.none]
  const label = labelInLanguage(texts.language, row)
  const share = texts.filter.share[facet.countedRows]({ count: row.count, total: row.total })
  return (
    <li>
      <div
        className={rowClasses.filter(Boolean).join(' ')}
        data-choice={row.choice}
        onKeyDown={(event) => handleKey(event, toggleExcluded)}
      >
        <label
          className={classes.label}
          title={texts.filter.valueTitle({ value: label, share })}
          onClick={(event) => excludeWithAlt(event, toggleExcluded)}
        >
          <FacetCheckbox choice={row.choice} share={share} label={label} onChange={setChoice} />
          <RowIcon row={row} inner={inner} />
          <span className={classes.name} dir="auto" lang={langAttribute(label, texts.language)}>
            {label}
          </span>
        </label>
        {row.children.length > 0 && <TypesToggle label={label} open={open} onToggle={() => setOpen(!open)} />}
        <Bar row={row} maxTotal={facet.maxTotal} />
        <span className={classes.count} aria-hidden="true">
          {texts.format.integer(row.count)}
        </span>
        <ExcludeButton label={label} excluded={row.choice === 'ruled out'} onToggle={toggleExcluded} />
      </div>
      {open && <Types row={row} facet={facet} label={label} />}
    </li>
  )
}

function Types({ row, facet, label }: FacetValueItemProps & { readonly label: string }) {
  const { filter: texts } = useTexts()
  return (
    <ul aria-label={texts.typesOf({ family: label })}>
      {row.children.map((type) => (
        <FacetValueItem key={type.value} row={type} facet={facet} inner />
      ))}
    </ul>
  )
}

/** A function that sets the row's choice in the filter; families and types are set together. */
function useSetChoice(row: FacetRow): (choice: FacetChoice) => void {
  const app = useApp()
  const { graph } = app.workspace.getState()
  const setFamilyOrType = { family: setFamilyChoice, type: setTypeChoice }[row.key]
  return (choice) =>
    app.updateView((view) => ({
      ...view,
      filter: setFamilyOrType
        ? setFamilyOrType(graph, view.filter, row.value, choice)
        : setFacetChoice(view.filter, row.key, row.value, choice),
    }))
}

function excludeWithAlt(event: MouseEvent, toggleExcluded: () => void): void {
  if (!event.altKey) return
  event.preventDefault()
  toggleExcluded()
}

/** Arrow keys move between the rows of a facet, right moves to the exclude button, and Delete excludes. */
function handleKey(event: KeyboardEvent<HTMLElement>, toggleExcluded: () => void): void {
  const target = focusTarget(event.key, event.currentTarget)
  if (event.key !== 'Delete' && !target) return
  event.preventDefault()
  if (target) target.focus()
  else toggleExcluded()
}

function focusTarget(key: string, row: HTMLElement): HTMLElement | null | undefined {
  if (key === 'ArrowRight') return row.querySelector<HTMLElement>('button:last-of-type')
  if (key === 'ArrowLeft') return row.querySelector<HTMLElement>('input')
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined
  const boxes = [...(row.closest('section')?.querySelectorAll<HTMLElement>('li input') ?? [])]
  const index = boxes.indexOf(row.querySelector<HTMLElement>('input')!)
  return boxes[key === 'ArrowDown' ? index + 1 : index - 1]
}

/** The icon of a row. Types have one only if they are not below a family. */
function RowIcon({ row, inner }: { readonly row: FacetRow; readonly inner: boolean }) {
  if (row.key === 'family') return <FamilyIcon family={row.value} />
  if (row.key === 'type' && !inner) return <FamilyIcon family="" type={row.value} />
  if (row.key === 'status' && row.value !== NO_VALUE)
    return <EdgeLineSample line={lineStyleOfStatus(row.value as Status)} />
  return null
}

interface TypesToggleProps {
  readonly label: string
  readonly open: boolean
  readonly onToggle: () => void
}

function TypesToggle({ label, open, onToggle }: TypesToggleProps) {
  const { filter: texts } = useTexts()
  return (
    <button
      type="button"
      className={classes.opener}
      aria-expanded={open}
      aria-label={texts.typesOf({ family: label })}
      onClick={onToggle}
    >
      <Icon name="right" size={10} />
    </button>
  )
}

/** A bar as long as the row's total relative to the largest; the dark part is the row's count. */
const Bar = ({ row, maxTotal }: { readonly row: FacetRow; readonly maxTotal: number }) => (
  <span className={classes.bar} aria-hidden="true">
    <span style={{ width: `${Math.max(4, (100 * row.total) / maxTotal)}%` }}>
      <span style={{ width: `${(100 * row.count) / Math.max(1, row.total)}%` }} />
    </span>
  </span>
)

interface ExcludeButtonProps {
  readonly label: string
  readonly excluded: boolean
  readonly onToggle: () => void
}

/** Not a tab stop of its own: arrow right moves here from the checkbox, and Delete does the same. */
function ExcludeButton({ label, excluded, onToggle }: ExcludeButtonProps) {
  const { filter: texts } = useTexts()
  return (
    <button
      type="button"
      className={classes.exclude}
      tabIndex={-1}
      aria-pressed={excluded}
      aria-label={texts.excludeValue({ value: label })}
      title={excluded ? texts.excluded : texts.exclude}
      onClick={onToggle}
    >
      <Icon name="out" size={14} />
    </button>
  )
}
