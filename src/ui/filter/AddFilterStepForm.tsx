import { useState } from 'react'
import { negateClause, filterTerm } from '../../analysis/filter/filter'
import { filterKeys, filterKeyNamed } from '../../analysis/filter/filterKeys'
import { rangeFault } from '../../analysis/filter/numericRange'
import { NO_VALUE } from '../../analysis/filter/rowValues'
import type { Graph } from '../../model/graph'
import { labelInLanguage } from '../../model/nodeNames'
import { facetDefinitions } from '../../scene/filter/facetDefinitions'
import { facetForKey } from '../../scene/filter/facets'
import { filterKeyLabel } from '../../scene/filter/filterKeyLabel'
import { addFilterCondition } from '../../scene/filter/filterStepRows'
import controls from '../controls/controls.module.css'
import { langAttribute } from '../controls/langAttribute'
import { useApp, useWorkspace } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import classes from './FilterStepList.module.css'

/** The state of the form. */
interface Draft {
  readonly key: string
  readonly wanted: boolean
  readonly value: string
  /** Whether the condition becomes a separate step, or an alternative to the last one. */
  readonly joinedBy: 'and' | 'or'
}

/** A form for one condition: its key, its value, and how it combines with the existing steps. */
export function AddFilterStepForm({ onDone }: { readonly onDone: () => void }) {
  const app = useApp()
  const { filter: texts } = useTexts()
  const graph = useWorkspace((workspace) => workspace.graph)
  const stepCount = useWorkspace(({ view }) => view.filter.length)
  const [draft, setDraft] = useState<Draft>({ key: 'type', wanted: true, value: '', joinedBy: 'and' })
  const change = (part: Partial<Draft>) => setDraft((current) => ({ ...current, ...part }))
  const add = () => {
    const clause = filterTerm(draft.key, [draft.value.trim()])
    app.updateView((view) => ({
      ...view,
      filter: addFilterCondition(view.filter, draft.wanted ? clause : negateClause(clause), draft.joinedBy),
    }))
    onDone()
  }
  return (
    <form
      className={classes.add}
      aria-label={texts.newStep}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.stopPropagation()
        onDone()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        if (isComplete(graph, draft)) add()
      }}
    >
      <KeySelect graph={graph} draft={draft} change={change} />
      <ValueField graph={graph} draft={draft} change={change} />
      {stepCount > 0 && <CombinationSelect draft={draft} change={change} />}
      <div className={classes.ways}>
        <button type="submit" className={controls.line} disabled={!isComplete(graph, draft)}>
          {texts.add}
        </button>
        <button type="button" className={controls.button} onClick={onDone}>
          {texts.cancel}
        </button>
      </div>
    </form>
  )
}

interface FieldProps {
  readonly graph: Graph
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
}

/** The keys to choose from, except nodes, which are chosen on the canvas: their list would be as long as the graph. */
const selectableKeys = (graph: Graph): readonly string[] => [
  ...filterKeys.flatMap(({ id }) => (id === 'node' ? [] : [id])),
  ...facetDefinitions(graph).flatMap(({ key }) => (key.startsWith('@') ? [key] : [])),
]

function KeySelect({ graph, draft, change }: FieldProps) {
  const texts = useTexts()
  const isText = filterKeyNamed(graph, draft.key)?.kind === 'texts'
  return (
    <div className={classes.pair}>
      <select
        className={controls.field}
        aria-label={texts.filter.property}
        value={draft.key}
        autoFocus
        onChange={({ target }) => change({ key: target.value, value: '' })}
      >
        {selectableKeys(graph).map((key) => (
          <option key={key} value={key} dir="auto" lang={langAttribute(filterKeyLabel(texts, key), texts.language)}>
            {filterKeyLabel(texts, key)}
          </option>
        ))}
      </select>
      <select
        className={controls.field}
        aria-label={texts.filter.comparison}
        value={draft.wanted ? 'is' : 'not'}
        onChange={({ target }) => change({ wanted: target.value === 'is' })}
      >
        <option value="is">{isText ? texts.filter.contains : texts.filter.is}</option>
        <option value="not">{isText ? texts.filter.containsNot : texts.filter.isNot}</option>
      </select>
    </div>
  )
}

/** Maximum number of values in a list; of keys with more, the value is typed. */
const maxListedValues = 1000

function ValueField({ graph, draft, change }: FieldProps) {
  const texts = useTexts()
  const key = filterKeyNamed(graph, draft.key)
  if (key?.kind === 'texts')
    return (
      <TextField label={texts.filter.textIn({ facet: filterKeyLabel(texts, key.id) })} hint="" {...{ draft, change }} />
    )
  if (key?.kind === 'numbers')
    return (
      <TextField
        label={texts.filter.numberOrRange}
        hint={key.scale.dates ? '2025..2026-03' : '3..10'}
        {...{ draft, change }}
      />
    )
  const { rows } = facetForKey(graph, [], draft.key, texts)
  if (rows.length > maxListedValues) return <TextField label={texts.filter.value} hint="" {...{ draft, change }} />
  return (
    <select
      className={controls.field}
      aria-label={texts.filter.value}
      value={draft.value}
      onChange={({ target }) => change({ value: target.value })}
    >
      <option value="">{texts.filter.chooseValue}</option>
      {rows
        .filter(({ value }) => value !== '')
        .map((row) => {
          const label = row.value === NO_VALUE ? row.label : labelInLanguage(texts.language, row)
          return (
            <option key={row.value} value={row.value} dir="auto" lang={langAttribute(label, texts.language)}>
              {texts.filter.valueWithCount({ value: label, count: row.total })}
            </option>
          )
        })}
    </select>
  )
}

interface TextFieldProps extends Omit<FieldProps, 'graph'> {
  readonly label: string
  readonly hint: string
}

const TextField = ({ label, hint, draft, change }: TextFieldProps) => (
  <input
    className={controls.field}
    aria-label={label}
    placeholder={hint}
    value={draft.value}
    onChange={({ target }) => change({ value: target.value })}
  />
)

/** Whether a draft is a valid condition. */
function isComplete(graph: Graph, { key, value }: Draft): boolean {
  const filterKey = filterKeyNamed(graph, key)
  const text = value.trim()
  return text !== '' && (filterKey?.kind !== 'numbers' || rangeFault(text, filterKey.scale) === undefined)
}

function CombinationSelect({ draft, change }: Omit<FieldProps, 'graph'>) {
  const { filter: texts } = useTexts()
  return (
    <select
      className={controls.field}
      aria-label={texts.combination}
      value={draft.joinedBy}
      onChange={({ target }) => change({ joinedBy: target.value === 'or' ? 'or' : 'and' })}
    >
      <option value="and">{texts.asSeparateStep}</option>
      <option value="or">{texts.orWithPrevious}</option>
    </select>
  )
}
