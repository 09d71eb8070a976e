import { useState } from 'react'
import type { Filter } from '../../analysis/filter/filter'
import { pluralize } from '../../model/pluralize'
import {
  joinStepWithPrevious,
  negateStep,
  reachOfStep,
  setStepReach,
  removeStep,
  ungroupStep,
  toggleStep,
  clauseText,
  type FilterStepRow,
} from '../../scene/filter/filterStepRows'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { useApp, useWorkspace } from '../controls/useApp'
import steps from './FilterStepList.module.css'

/** One step: its number, its sentence, what is left after it; its eye, its way out, and how else it may be used. */
export function FilterStepItem({ row }: { readonly row: FilterStepRow }) {
  const app = useApp()
  const [open, setOpen] = useState(false)
  const change = (next: (filter: Filter) => Filter) =>
    app.updateView((view) => ({ ...view, filter: next(view.filter) }))
  return (
    <li className={steps.item} data-off={row.off}>
      <div className={steps.step}>
        <span className={steps.dot} aria-hidden="true">
          {row.index + 1}
        </span>
        <Sentence row={row} open={open} onToggle={() => setOpen(!open)} />
        <Tools row={row} change={change} />
      </div>
      <p className={steps.left}>
        <span className={steps.meter} aria-hidden="true">
          <span style={{ width: `${100 * row.nodeShare}%` }} />
        </span>
        {pluralize(row.nodeCount, 'node')}, {pluralize(row.edgeCount, 'edge')}
      </p>
      {open && <Options at={row.index} change={change} />}
    </li>
  )
}

interface SentenceProps {
  readonly row: FilterStepRow
  readonly open: boolean
  readonly onToggle: () => void
}

const Sentence = ({ row, open, onToggle }: SentenceProps) => (
  <button type="button" className={steps.sentence} aria-expanded={open} title="Change this step" onClick={onToggle}>
    {row.sentence.map(({ text, role }, index) => (
      <span key={index} className={role === 'joint' ? steps.joint : undefined}>
        {text}
      </span>
    ))}
    {row.off && <span className="vh"> (off)</span>}
  </button>
)

interface Changing {
  readonly change: (next: (filter: Filter) => Filter) => void
}

const Tools = ({ row, change }: Changing & { readonly row: FilterStepRow }) => (
  <span className={steps.tools}>
    <button
      type="button"
      className={controls.small}
      aria-pressed={row.off}
      aria-label={`Switch off: ${clauseText(row.sentence)}`}
      title={row.off ? 'Switch on' : 'Switch off'}
      onClick={() => change((filter) => toggleStep(filter, row.index))}
    >
      <Icon name={row.off ? 'eye-off' : 'eye'} size={14} />
    </button>
    <button
      type="button"
      className={controls.small}
      aria-label={`Remove: ${clauseText(row.sentence)}`}
      title="Remove"
      onClick={() => change((filter) => removeStep(filter, row.index))}
    >
      <Icon name="close" size={14} />
    </button>
  </span>
)

interface Option {
  readonly label: string
  readonly next: (filter: Filter) => Filter
}

/** What else a step may become. */
function Options({ at, change }: Changing & { readonly at: number }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const filter = useWorkspace(({ view }) => view.filter)
  const reach = reachOfStep(graph, filter, at)
  const kind = filter[at]?.clause.kind
  const options: readonly (Option | false)[] = [
    { label: kind === 'not' ? 'Want it' : 'Rule it out', next: (now) => negateStep(now, at) },
    at > 0 && { label: 'Or with the step above', next: (now) => joinStepWithPrevious(now, at) },
    (kind === 'or' || kind === 'and') && { label: 'Take apart', next: (now) => ungroupStep(now, at) },
    reach !== undefined && {
      label: reach > 0 ? 'Without what is around' : 'With what is one step away',
      next: (now) => setStepReach(now, at, reach > 0 ? 0 : 1),
    },
  ]
  return (
    <ul className={steps.options} aria-label={`Ways to change step ${at + 1}`}>
      {options.map(
        (option) =>
          option && (
            <li key={option.label}>
              <button type="button" className={controls.link} onClick={() => change(option.next)}>
                {option.label}
              </button>
            </li>
          ),
      )}
    </ul>
  )
}
