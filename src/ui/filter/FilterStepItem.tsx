import type { Filter } from '../../analysis/filter/filter'
import { textOfClauseParts } from '../../scene/filter/filterSentence'
import {
  canAskWholeGraph,
  joinStepWithPrevious,
  negateStep,
  reachOfStep,
  setStepReach,
  removeStep,
  ungroupStep,
  toggleStep,
  toggleWhole,
  type FilterStepRow,
} from '../../scene/filter/filterStepRows'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { langAttribute } from '../controls/langAttribute'
import { useApp, useWorkspace } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import classes from './FilterStepList.module.css'
import type { StepOrder } from './useStepOrder'

/** One step: its number and sentence, the counts after it, buttons to switch it off or remove it, and further options. */
export function FilterStepItem({ row, order }: { readonly row: FilterStepRow; readonly order: StepOrder }) {
  const app = useApp()
  const { filter: texts } = useTexts()
  const open = order.openStep === row.index
  const change = (next: (filter: Filter) => Filter) =>
    app.updateView((view) => ({ ...view, filter: next(view.filter) }))
  return (
    <li
      className={classes.item}
      data-off={row.off}
      data-drop-place=""
      data-drop={order.dropMark(row.index)}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
        event.preventDefault()
        order.move(row.index, row.index + (event.key === 'ArrowUp' ? -1 : 1))
      }}
    >
      <div className={classes.step}>
        <span className={classes.dot} aria-hidden="true" title={texts.dragStep} {...order.grip(row.index)}>
          {row.index + 1}
        </span>
        <Sentence row={row} open={open} onToggle={() => order.setOpenStep(open ? undefined : row.index)} />
        <Tools row={row} change={change} />
      </div>
      <p className={classes.left}>
        <span className={classes.meter} aria-hidden="true">
          <span style={{ width: `${100 * row.nodeShare}%` }} />
        </span>
        {texts.nodesAndEdges({ nodes: row.nodeCount, edges: row.edgeCount })}
      </p>
      {open && <Options row={row} change={change} order={order} />}
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
    <button
      type="button"
      className={classes.sentence}
      aria-expanded={open}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
      title={texts.editStep}
      data-step={row.index}
      onClick={onToggle}
    >
      {row.sentence.map(({ text, role }, index) => (
        <span
          key={index}
          className={role === 'joint' ? classes.joint : undefined}
          lang={role === 'plain' ? langAttribute(text, language) : undefined}
        >
          {text}
        </span>
      ))}
      {row.whole && <span className={classes.whole}> {texts.inWholeGraph}</span>}
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

type OptionsProps = ChangeProps & { readonly row: FilterStepRow; readonly order: StepOrder }

/** Further ways to change a step. */
function Options({ row, change, order }: OptionsProps) {
  const { index } = row
  const { filter: texts } = useTexts()
  const count = useWorkspace(({ view }) => view.filter.length)
  const option = (label: string, act: () => void) => (
    <li key={label}>
      <button type="button" className={controls.link} onClick={act}>
        {label}
      </button>
    </li>
  )
  return (
    <ul className={classes.options} aria-label={texts.stepOptions({ number: index + 1 })}>
      {index > 0 && option(texts.moveUp, () => order.move(index, index - 1))}
      {index < count - 1 && option(texts.moveDown, () => order.move(index, index + 1))}
      {useStepChanges(row).map(({ label, next }) => option(label, () => change(next)))}
    </ul>
  )
}

interface StepChange {
  readonly label: string
  readonly next: (filter: Filter) => Filter
}

/** The ways to change what a step asks. */
function useStepChanges({ index, whole }: FilterStepRow): readonly StepChange[] {
  const { filter: texts } = useTexts()
  const graph = useWorkspace((workspace) => workspace.graph)
  const filter = useWorkspace(({ view }) => view.filter)
  const reach = reachOfStep(graph, filter, index)
  const kind = filter[index]?.clause.kind
  const changes: readonly (StepChange | false)[] = [
    { label: kind === 'not' ? texts.include : texts.exclude, next: (current) => negateStep(current, index) },
    index > 0 && { label: texts.joinWithPrevious, next: (current) => joinStepWithPrevious(current, index) },
    (kind === 'or' || kind === 'and') && { label: texts.ungroup, next: (current) => ungroupStep(current, index) },
    (whole || canAskWholeGraph(graph, filter, index)) && {
      label: whole ? texts.askStepsAbove : texts.askWholeGraph,
      next: (current) => toggleWhole(current, index),
    },
    reach !== undefined && {
      label: reach > 0 ? texts.leaveOutNeighbours : texts.includeNeighbours,
      next: (current) => setStepReach(current, index, reach > 0 ? 0 : 1),
    },
  ]
  return changes.filter((each) => each !== false)
}
