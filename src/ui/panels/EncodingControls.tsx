import { encodingOptions, type EncodingOption } from '../../scene/canvas/encodingOptions'
import controls from '../controls/controls.module.css'
import { useApp, useSession, useWorkspace } from '../controls/useApp'
import classes from './MetricsPanel.module.css'

/** What the colours and the sizes of nodes tell. */
export function EncodingControls() {
  const graph = useWorkspace((workspace) => workspace.graph)
  const { colours, sizes } = encodingOptions(graph)
  const measured = useSession((session) => session.metricResults)
  const labels = new Map(measured?.flatMap(({ columns }) => columns.map(({ name, label }) => [`@${name}`, label])))
  const named = (all: readonly EncodingOption[]) =>
    all.map(({ key, label }) => ({ key, label: labels.get(key) ?? label }))
  const usual = graph.schema.families.length > 0 ? 'Family' : 'Type'
  return (
    <div className={classes.tell}>
      <Choice of="colour" label="Colour by" usual={usual} tellers={named(colours)} />
      <Choice of="size" label="Size by" usual="Number of edges" tellers={named(sizes)} />
    </div>
  )
}

interface ChoiceProps {
  readonly of: 'colour' | 'size'
  readonly label: string
  /** What it tells at first. */
  readonly usual: string
  readonly tellers: readonly EncodingOption[]
}

function Choice({ of, label, usual, tellers: choices }: ChoiceProps) {
  const app = useApp()
  const value = useWorkspace(({ view }) => view[of] ?? '')
  const known = value === '' || choices.some(({ key }) => key === value)
  return (
    <label className={classes.choice}>
      <span>{label}</span>
      <select
        className={controls.field}
        aria-label={label}
        value={value}
        onChange={({ target }) => app.updateView((view) => ({ ...view, [of]: target.value || undefined }))}
      >
        <option value="">{usual}</option>
        {choices.map((each) => (
          <option key={each.key} value={each.key}>
            {each.label}
          </option>
        ))}
        {!known && <option value={value}>{value.replace('@', '')}</option>}
      </select>
    </label>
  )
}
