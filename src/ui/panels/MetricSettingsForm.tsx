import type { Metric, MetricParameter, MetricSettings } from '../../analysis/metrics/metric'
import controls from '../controls/controls.module.css'
import { useMessages } from '../controls/useTexts'
import classes from './MetricsPanel.module.css'

/** Settings that differ from the defaults. */
export type NonDefaultSettings = MetricSettings

interface SettingsProps {
  readonly metric: Metric
  readonly settings: NonDefaultSettings
  readonly onChange: (settings: NonDefaultSettings) => void
}

/** Fields for the parameters of a metric. */
export function MetricSettingsForm({ metric, settings, onChange }: SettingsProps) {
  const setValue = ({ id, default: standard }: MetricParameter, value: string) => {
    const { [id]: _, ...others } = settings
    onChange(value === '' || value === String(standard) ? others : { ...others, [id]: value })
  }
  if (metric.parameters.length === 0) return null
  return (
    <div className={classes.settings}>
      {metric.parameters.map((parameter) => (
        <Field
          key={parameter.id}
          parameter={parameter}
          value={String(settings[parameter.id] ?? parameter.default)}
          onChange={(value) => setValue(parameter, value)}
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

function Field({ parameter, value, onChange }: FieldProps) {
  const { parameters, choices } = useMessages('metrics')
  return (
    <label className={classes.choice}>
      <span>{parameters[parameter.id]}</span>
      {parameter.kind === 'choice' ? (
        <select className={controls.field} value={value} onChange={({ target }) => onChange(target.value)}>
          {parameter.choices.map((id) => (
            <option key={id} value={id}>
              {choices[id]}
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
}
