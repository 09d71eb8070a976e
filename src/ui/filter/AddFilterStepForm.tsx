import { useTexts } from '../controls/useTexts'
import { useState } from 'react'
import { negateClause, filterTerm } from '../../analysis/filter/filter'
import { filterKeys, filterKeyNamed } from '../../analysis/filter/filterKeys'
import { rangeFault } from '../../analysis/filter/numericRange'
import { NO_VALUE } from '../../analysis/filter/rowValues'
import type { Graph } from '../../model/graph'
import { labelInLanguage } from '../../model/nodeNames'
import { groupThousands } from '../../model/value'
import { facetDefinitions } from '../../scene/filter/facetDefinitions'
import { facetForKey } from '../../scene/filter/facets'
import { addFilterCondition } from '../../scene/filter/filterStepRows'
import controls from '../controls/controls.module.css'
import { useApp, useWorkspace } from '../controls/useApp'
import steps from './FilterStepList.module.css'

/** What a new step says so far. */
interface Draft {
  readonly on: string
  readonly wanted: boolean
  readonly value: string
  readonly how: 'and' | 'or'
}

/** A small form for one condition: what is asked, the value, and how it stands to the steps that are there. */
export function AddFilterStepForm({ onDone }: { readonly onDone: () => void }) {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const count = useWorkspace(({ view }) => view.filter.length)
  const [draft, setDraft] = useState<Draft>({ on: 'type', wanted: true, value: '', how: 'and' })
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }))
  const add = () => {
    const clause = filterTerm(draft.on, [draft.value.trim()])
    app.updateView((view) => ({
      ...view,
      filter: addFilterCondition(view.filter, draft.wanted ? clause : negateClause(clause), draft.how),
    }))
    onDone()
  }
  return (
    <form
      className={steps.add}
      aria-label="New step"
      onKeyDown={(event) => event.key === 'Escape' && (event.stopPropagation(), onDone())}
      onSubmit={(event) => {
        event.preventDefault()
        if (isWhole(graph, draft)) add()
      }}
    >
      <KeySelect graph={graph} draft={draft} change={change} />
      <ValueField graph={graph} draft={draft} change={change} />
      {count > 0 && <HowSelect draft={draft} change={change} />}
      <div className={steps.ways}>
        <button type="submit" className={controls.line} disabled={!isWhole(graph, draft)}>
          Add
        </button>
        <button type="button" className={controls.button} onClick={onDone}>
          Cancel
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

/** Keys to choose from; nodes are chosen on the canvas, not from a list as long as the graph. */
const keysOf = (graph: Graph) => [
  ...filterKeys.filter(({ id }) => id !== 'node').map(({ id, label }) => ({ id, label })),
  ...facetDefinitions(graph)
    .filter(({ key }) => key.startsWith('@'))
    .map(({ key, label }) => ({ id: key, label })),
]

function KeySelect({ graph, draft, change }: FieldProps) {
  const contains = filterKeyNamed(graph, draft.on)?.kind === 'texts'
  return (
    <div className={steps.pair}>
      <select
        className={controls.field}
        aria-label="What is asked"
        value={draft.on}
        autoFocus
        onChange={({ target }) => change({ on: target.value, value: '' })}
      >
        {keysOf(graph).map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      <select
        className={controls.field}
        aria-label="Wanted or not"
        value={draft.wanted ? 'is' : 'not'}
        onChange={({ target }) => change({ wanted: target.value === 'is' })}
      >
        <option value="is">{contains ? 'the text' : 'is'}</option>
        <option value="not">{contains ? 'not the text' : 'is not'}</option>
      </select>
    </div>
  )
}

/** More values than this are written, not chosen from a list. */
const longestList = 1000

function ValueField({ graph, draft, change }: FieldProps) {
  const texts = useTexts()
  const key = filterKeyNamed(graph, draft.on)
  if (key?.kind === 'texts')
    return (
      <Written label={key.id === 'text' ? 'Text in a name' : `Text in ${key.label}`} hint="" {...{ draft, change }} />
    )
  if (key?.kind === 'numbers')
    return <Written label="Number or range" hint={key.scale.dates ? '2025..2026-03' : '3..10'} {...{ draft, change }} />
  const { rows } = facetForKey(graph, [], draft.on)
  if (rows.length > longestList) return <Written label="Value" hint="" {...{ draft, change }} />
  return (
    <select
      className={controls.field}
      aria-label="Value"
      value={draft.value}
      onChange={({ target }) => change({ value: target.value })}
    >
      <option value="">Choose a value</option>
      {rows
        .filter(({ value }) => value !== '')
        .map((row) => (
          <option key={row.value} value={row.value}>
            {row.value === NO_VALUE ? row.label : labelInLanguage(texts.language, row)} ({groupThousands(row.total)})
          </option>
        ))}
    </select>
  )
}

interface WrittenProps extends Omit<FieldProps, 'graph'> {
  readonly label: string
  readonly hint: string
}

const Written = ({ label, hint, draft, change }: WrittenProps) => (
  <input
    className={controls.field}
    aria-label={label}
    placeholder={hint}
    value={draft.value}
    onChange={({ target }) => change({ value: target.value })}
  />
)

/** Whether a draft says something that the filter understands. */
function isWhole(graph: Graph, { on, value }: Draft): boolean {
  const key = filterKeyNamed(graph, on)
  const text = value.trim()
  return text !== '' && (key?.kind !== 'numbers' || rangeFault(text, key.scale) === undefined)
}

const HowSelect = ({ draft, change }: Omit<FieldProps, 'graph'>) => (
  <select
    className={controls.field}
    aria-label="How it joins the other steps"
    value={draft.how}
    onChange={({ target }) => change({ how: target.value === 'or' ? 'or' : 'and' })}
  >
    <option value="and">as a step of its own</option>
    <option value="or">or with the step above</option>
  </select>
)
