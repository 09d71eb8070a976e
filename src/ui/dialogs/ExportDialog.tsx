import { useState } from 'react'
import type { ExportChoice } from '../../app/app'
import { exportFileTypeGroups, isPictureType } from '../../app/fileTypes'
import { formatsOfOneDirection, hasMixedDirections } from '../../scene/export/mixedDirections'
import { provenanceSummary } from '../../scene/export/exportProvenance'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { langAttribute } from '../controls/langAttribute'
import { useApp, useWorkspace } from '../controls/useApp'
import { useMessages, useTexts } from '../controls/useTexts'
import { Dialog } from '../controls/Dialog'
import classes from '../controls/Dialog.module.css'

/** Exports what is shown or selected as a file. */
export function ExportDialog() {
  const app = useApp()
  const { dialog: texts } = useMessages('exports')
  const groups = useGroups()
  const [choice, setChoice] = useState<Required<ExportChoice>>({
    format: 'json',
    scope: 'shown',
    scale: 2,
    allDirected: false,
  })
  const change = (part: Partial<ExportChoice>) => setChoice((before) => ({ ...before, ...part }))
  const isEmpty = app.exportedPart(choice.scope).nodeCount === 0
  const chosen = groups.flatMap(({ types }) => types).find(({ id }) => id === choice.format)
  const write = () => {
    app.openDialog(undefined)
    void app.exportFile(choice)
  }
  return (
    <Dialog title={texts.title}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          write()
        }}
      >
        <Scopes choice={choice} change={change} />
        <Formats choice={choice} change={change} />
        <DirectionChoice choice={choice} change={change} />
        <WholeInstead />
        <Provenance isPicture={isPictureType(choice.format)} losses={chosen?.losses ?? []} />
        <div className={classes.go}>
          <button type="submit" className={controls.fill} disabled={isEmpty}>
            <Icon name="export" />
            {texts.submit({ format: chosen?.label ?? choice.format })}
          </button>
          <button type="button" className={controls.button} onClick={() => app.openDialog(undefined)}>
            {texts.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

const useGroups = () => exportFileTypeGroups(useMessages('exports'), useMessages('formats'))

interface ChoosingProps {
  readonly choice: Required<ExportChoice>
  readonly change: (part: Partial<ExportChoice>) => void
}

function Scopes({ choice, change }: ChoosingProps) {
  const app = useApp()
  const { dialog: texts } = useMessages('exports')
  return (
    <fieldset className={classes.group}>
      <legend>{texts.content}</legend>
      {(['shown', 'selected'] as const).map((scope) => {
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
            <span>{texts.scopes[scope]}</span>
            <span className={classes.aside}>{texts.counts({ nodes: nodeCount, edges: edgeCount })}</span>
          </label>
        )
      })}
    </fieldset>
  )
}

function Formats({ choice, change }: ChoosingProps) {
  const { dialog: texts } = useMessages('exports')
  const groups = useGroups()
  return (
    <fieldset className={classes.group}>
      <legend>{texts.format}</legend>
      {groups.map(({ id: group, types }) => (
        <div key={group} role="group" aria-label={texts.groups[group]} className={classes.kinds}>
          <p className={classes.kind} aria-hidden="true">
            {texts.groups[group]}
          </p>
          {types.map(({ id, label, description }) => (
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

/** For programs that read no file with edges of several directions, if the file would have them. */
function DirectionChoice({ choice, change }: ChoosingProps) {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const { dialog: texts } = useMessages('exports')
  const isMixed =
    formatsOfOneDirection.has(choice.format) && hasMixedDirections(graph, app.exportedPart(choice.scope).edges)
  if (!isMixed) return null
  return (
    <label className={classes.option}>
      <input
        type="checkbox"
        checked={choice.allDirected}
        onChange={({ target }) => change({ allDirected: target.checked })}
      />
      <span>
        {texts.allDirected}
        <small>{texts.allDirectedHint}</small>
      </span>
    </label>
  )
}

function Scales({ choice, change }: ChoosingProps) {
  const { dialog: texts } = useMessages('exports')
  return (
    <span className={controls.choices} role="group" aria-label={texts.pngSize}>
      {([1, 2, 4] as const).map((scale) => (
        <button
          key={scale}
          type="button"
          className={controls.choice}
          aria-pressed={choice.scale === scale}
          onClick={() => change({ scale, format: 'png' })}
        >
          {texts.timesSize({ scale })}
        </button>
      ))}
    </span>
  )
}

interface ProvenanceProps {
  readonly isPicture: boolean
  readonly losses: readonly string[]
}

/** What the file will say about how it was made, and what its format does not keep. */
function Provenance({ isPicture, losses }: ProvenanceProps) {
  const workspace = useWorkspace((all) => all)
  const texts = useTexts()
  const exports = useMessages('exports')
  const { title, version, filter, hasSources } = provenanceSummary(workspace, texts)
  return (
    <p className={classes.travels}>
      {exports.dialog.provenance({
        isPicture,
        hasSources,
        title: (
          <span key="title" dir="auto" lang={langAttribute(title, texts.language)}>
            {title}
          </span>
        ),
        version: version && <code key="version">{version}</code>,
        filter: filter && <code key="filter">{filter}</code>,
      })}{' '}
      {losses.length > 0 && exports.dialog.losses({ losses })}
    </p>
  )
}

/** An export is a part; the project file has everything. */
function WholeInstead() {
  const app = useApp()
  const texts = useMessages('work')
  const save = () => {
    app.openDialog(undefined)
    void app.works.saveProject()
  }
  return (
    <p className={classes.travels}>
      {texts.exportIsPart}{' '}
      <button type="button" className={controls.link} onClick={save}>
        {texts.saveProject}
      </button>
    </p>
  )
}
