import type { Metric, MetricParameter, MetricSettings } from '../../analysis/metrics/metric'
import controls from '../controls/controls.module.css'
import classes from './MetricsPanel.module.css'

/** What is set other than as standard. */
export type NonDefaultSettings = MetricSettings

interface SettingsProps {
  readonly metric: Metric
  readonly said: NonDefaultSettings
  readonly onChange: (said: NonDefaultSettings) => void
}

/** The parameters of a metric; what is put back to standard is not said. */
export function MetricSettingsForm({ metric, said, onChange }: SettingsProps) {
  const set = ({ id, default: standard }: MetricParameter, value: string) => {
    const { [id]: _, ...rest } = said
    onChange(value === '' || value === String(standard) ? rest : { ...rest, [id]: value })
  }
  if (metric.parameters.length === 0) return null
  return (
    <div className={classes.settings}>
      {metric.parameters.map((parameter) => (
        <Field
          key={parameter.id}
          parameter={parameter}
          value={String(said[parameter.id] ?? parameter.default)}
          onChange={(value) => set(parameter, value)}
        />
      ))}
    </div>
  )
}

interface FieldProps {
  readonly parameter: MetricParameter
  readonly value: string
  readonly onChange: (value: string) => void
}

const Field = ({ parameter, value, onChange }: FieldProps) => (
  <label className={classes.choice}>
    <span>{parameter.label}</span>
    {parameter.kind === 'choice' ? (
      <select className={controls.field} value={value} onChange={({ target }) => onChange(target.value)}>
        {parameter.choices.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    ) : (
      <input
        className={controls.field}
        type="number"
        min={parameter.min}
        max={parameter.max}
        step={parameter.step}
        defaultValue={value}
        onChange={({ target }) => onChange(target.value)}
      />
    )}
  </label>
)
