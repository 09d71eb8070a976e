import { useState } from 'react'
import type { ExportChoice } from '../../app/app'
import { exportFileTypeGroups, exportFileTypes, pictureFileTypes } from '../../app/fileTypes'
import { pluralize } from '../../model/pluralize'
import { exportProvenanceText } from '../../scene/export/exportProvenance'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { useApp, useWorkspace } from '../controls/useApp'
import { Dialog } from '../controls/Dialog'
import classes from '../controls/Dialog.module.css'

/** Takes what is shown or selected away as a file. */
export function ExportDialog() {
  const app = useApp()
  const [choice, setChoice] = useState<Required<ExportChoice>>({ format: 'json', scope: 'shown', scale: 2 })
  const change = (part: Partial<ExportChoice>) => setChoice((now) => ({ ...now, ...part }))
  const nothing = app.exportedPart(choice.scope).nodeCount === 0
  const write = () => {
    app.openDialog(undefined)
    void app.exportFile(choice)
  }
  return (
    <Dialog title="Export">
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          write()
        }}
      >
        <Scopes choice={choice} change={change} />
        <Formats choice={choice} change={change} />
        <Recipe picture={pictureFileTypes.some(({ id }) => id === choice.format)} />
        <div className={classes.go}>
          <button type="submit" className={controls.fill} disabled={nothing}>
            <Icon name="export" />
            Export {exportFileTypes.find(({ id }) => id === choice.format)?.label}
          </button>
          <button type="button" className={controls.button} onClick={() => app.openDialog(undefined)}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  )
}

interface ChoosingProps {
  readonly choice: Required<ExportChoice>
  readonly change: (part: Partial<ExportChoice>) => void
}

const scopes = [
  { scope: 'shown', label: 'What is shown' },
  { scope: 'selected', label: 'What is selected' },
] as const

function Scopes({ choice, change }: ChoosingProps) {
  const app = useApp()
  return (
    <fieldset className={classes.group}>
      <legend>What</legend>
      {scopes.map(({ scope, label }) => {
        const { nodeCount, edgeCount } = app.exportedPart(scope)
        return (
          <label key={scope} className={classes.option}>
            <input
              type="radio"
              name="scope"
              checked={choice.scope === scope}
              disabled={nodeCount === 0}
              onChange={() => change({ scope })}
            />
            <span>{label}</span>
            <span className={classes.aside}>
              {nodeCount === 0 ? 'nothing' : `${pluralize(nodeCount, 'node')}, ${pluralize(edgeCount, 'edge')}`}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}

function Formats({ choice, change }: ChoosingProps) {
  return (
    <fieldset className={classes.group}>
      <legend>As</legend>
      {exportFileTypeGroups.map((group) => (
        <div key={group.label} role="group" aria-label={group.label} className={classes.kinds}>
          <p className={classes.kind} aria-hidden="true">
            {group.label}
          </p>
          {group.types.map(({ id, label, description }) => (
            <label key={id} className={classes.option}>
              <input
                type="radio"
                name="format"
                checked={choice.format === id}
                onChange={() => change({ format: id })}
              />
              <span>
                {label}
                <small>{description}</small>
              </span>
              {id === 'png' && <Scales choice={choice} change={change} />}
            </label>
          ))}
        </div>
      ))}
    </fieldset>
  )
}

const Scales = ({ choice, change }: ChoosingProps) => (
  <span className={controls.choices} role="group" aria-label="Size of the PNG picture">
    {([1, 2, 4] as const).map((scale) => (
      <button
        key={scale}
        type="button"
        className={controls.choice}
        aria-pressed={choice.scale === scale}
        onClick={() => change({ scale, format: 'png' })}
      >
        {scale}x
      </button>
    ))}
  </span>
)

/** What travels with the file. */
function Recipe({ picture }: { readonly picture: boolean }) {
  const workspace = useWorkspace((all) => all)
  return (
    <p className={classes.travels}>
      {picture ? 'A caption line carries ' : 'With it travel '}
      {exportProvenanceText(workspace)}
    </p>
  )
}
