import { useState } from 'react'
import type { Filter } from '../../analysis/filter/filter'
import { textOfClauseParts } from '../../scene/filter/filterSentence'
import {
  joinStepWithPrevious,
  negateStep,
  reachOfStep,
  setStepReach,
  removeStep,
  ungroupStep,
  toggleStep,
  type FilterStepRow,
} from '../../scene/filter/filterStepRows'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { langAttribute } from '../controls/langAttribute'
import { useApp, useWorkspace } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import classes from './FilterStepList.module.css'

/** One step: its number and sentence, the counts after it, buttons to switch it off or remove it, and further options. */
export function FilterStepItem({ row }: { readonly row: FilterStepRow }) {
  const app = useApp()
  const { filter: texts } = useTexts()
  const [open, setOpen] = useState(false)
  const change = (next: (filter: Filter) => Filter) =>
    app.updateView((view) => ({ ...view, filter: next(view.filter) }))
  return (
    <li className={classes.item} data-off={row.off}>
      <div className={classes.step}>
        <span className={classes.dot} aria-hidden="true">
          {row.index + 1}
        </span>
        <Sentence row={row} open={open} onToggle={() => setOpen(!open)} />
        <Tools row={row} change={change} />
      </div>
      <p className={classes.left}>
        <span className={classes.meter} aria-hidden="true">
          <span style={{ width: `${100 * row.nodeShare}%` }} />
        </span>
        {texts.nodesAndEdges({ nodes: row.nodeCount, edges: row.edgeCount })}
      </p>
      {open && <Options index={row.index} change={change} />}
    </li>
  )
}

interface SentenceProps {
  readonly row: FilterStepRow
  readonly open: boolean
  readonly onToggle: () => void
}

function Sentence({ row, open, onToggle }: SentenceProps) {
  const { filter: texts, language } = useTexts()
  return (
    <button type="button" className={classes.sentence} aria-expanded={open} title={texts.editStep} onClick={onToggle}>
      {row.sentence.map(({ text, role }, index) => (
        <span
          key={index}
          className={role === 'joint' ? classes.joint : undefined}
          lang={role === 'plain' ? langAttribute(text, language) : undefined}
        >
          {text}
        </span>
      ))}
      {row.off && <span className="vh">{texts.stepOff}</span>}
    </button>
  )
}

interface ChangeProps {
  readonly change: (next: (filter: Filter) => Filter) => void
}

function Tools({ row, change }: ChangeProps & { readonly row: FilterStepRow }) {
  const { filter: texts } = useTexts()
  const step = textOfClauseParts(row.sentence)
  return (
    <span className={classes.tools}>
      <button
        type="button"
        className={controls.small}
        aria-pressed={row.off}
        aria-label={texts.switchOffStep({ step })}
        title={row.off ? texts.switchOn : texts.switchOff}
        onClick={() => change((filter) => toggleStep(filter, row.index))}
      >
        <Icon name={row.off ? 'eye-off' : 'eye'} size={14} />
      </button>
      <button
        type="button"
        className={controls.small}
        aria-label={texts.removeStep({ step })}
        title={texts.remove}
        onClick={() => change((filter) => removeStep(filter, row.index))}
      >
        <Icon name="close" size={14} />
      </button>
    </span>
  )
}

interface StepOption {
  readonly label: string
  readonly next: (filter: Filter) => Filter
}

/** Further ways to change a step. */
function Options({ index, change }: ChangeProps & { readonly index: number }) {
  const { filter: texts } = useTexts()
  const graph = useWorkspace((workspace) => workspace.graph)
  const filter = useWorkspace(({ view }) => view.filter)
  const reach = reachOfStep(graph, filter, index)
  const kind = filter[index]?.clause.kind
  const options: readonly (StepOption | false)[] = [
    { label: kind === 'not' ? texts.include : texts.exclude, next: (current) => negateStep(current, index) },
    index > 0 && { label: texts.joinWithPrevious, next: (current) => joinStepWithPrevious(current, index) },
    (kind === 'or' || kind === 'and') && { label: texts.ungroup, next: (current) => ungroupStep(current, index) },
    reach !== undefined && {
      label: reach > 0 ? texts.leaveOutNeighbours : texts.includeNeighbours,
      next: (current) => setStepReach(current, index, reach > 0 ? 0 : 1),
    },
  ]
  return (
    <ul className={classes.options} aria-label={texts.stepOptions({ number: index + 1 })}>
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
