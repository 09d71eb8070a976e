import { encodingKeyLabel, encodableKeysOf } from '../../scene/canvas/encodingOptions'
import { defaultColourKey } from '../../scene/canvas/viewNodeEncoding'
import controls from '../controls/controls.module.css'
import { useApp, useSession, useWorkspace } from '../controls/useApp'
import { useMessages, useTexts } from '../controls/useTexts'
import classes from './MetricsPanel.module.css'

/** What the colours and sizes of nodes stand for. */
export function EncodingControls() {
  const texts = useTexts()
  const metrics = useMessages('metrics')
  const graph = useWorkspace((workspace) => workspace.graph)
  const results = useSession((session) => session.metricResults)
  const { colours, sizes } = encodableKeysOf(graph)
  const columnLabels = new Map(
    results?.flatMap(({ columns }) => columns.map(({ id, name }) => [`@${name}`, metrics.columns[id]])),
  )
  const labelled = (keys: readonly string[]): readonly Option[] =>
    keys.map((key) => ({ key, label: columnLabels.get(key) ?? encodingKeyLabel(key, texts) }))
  const familyLabel = encodingKeyLabel(graph.schema.families.length > 0 ? 'family' : 'type', texts)
  const ofFamily = { key: 'family', label: familyLabel }
  const ofDegree = { key: 'degree', label: metrics.edgeCount }
  return (
    <div className={classes.encoding}>
      <Choice
        channel="colour"
        label={metrics.colourBy}
        defaultKey={defaultColourKey(graph)}
        options={[ofFamily, ...labelled(colours)]}
      />
      <Choice channel="size" label={metrics.sizeBy} defaultKey="degree" options={[ofDegree, ...labelled(sizes)]} />
    </div>
  )
}

interface Option {
  readonly key: string
  readonly label: string
}

interface ChoiceProps {
  readonly channel: 'colour' | 'size'
  readonly label: string
  /** The key of the encoding if nothing is chosen. */
  readonly defaultKey: string
  readonly options: readonly Option[]
}

function Choice({ channel, label, defaultKey, options }: ChoiceProps) {
  const app = useApp()
  const value = useWorkspace(({ view }) => view[channel] ?? defaultKey)
  const isListed = options.some(({ key }) => key === value)
  const choose = (key: string) =>
    app.updateView((view) => ({ ...view, [channel]: key === defaultKey ? undefined : key }))
  return (
    <label className={classes.choice}>
      <span>{label}</span>
      <select
        className={controls.field}
        aria-label={label}
        value={value}
        onChange={({ target }) => choose(target.value)}
      >
        {options.map((option) => (
          <option key={option.key} value={option.key}>
            {option.label}
          </option>
        ))}
        {!isListed && <option value={value}>{value.replace('@', '')}</option>}
      </select>
    </label>
  )
}
