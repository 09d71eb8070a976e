import { useEffect, useState } from 'react'
import { searchableColumnTexts } from '../../analysis/filter/columnFilterKeys'
import { setFacetChoice } from '../../analysis/filter/filter'
import { runWithPauses } from '../../analysis/incremental'
import { createYielder } from '../../app/yieldToMain'
import type { FacetDefinition } from '../../scene/filter/facetDefinitions'
import controls from '../controls/controls.module.css'
import { useApp, useWorkspace } from '../controls/useApp'
import classes from './FacetSection.module.css'

/** A column whose texts are all different: no list to choose from, but words to look for. */
export function TextFacet({ head: { key, label } }: { readonly head: FacetDefinition }) {
  const app = useApp()
  const [text, setText] = useState('')
  const graph = useWorkspace((workspace) => workspace.graph)
  // Words are looked for in folded texts: these are made while the words are being written.
  useEffect(() => {
    const texts = searchableColumnTexts(graph, key.slice(1))
    if (texts) void runWithPauses(texts, createYielder())
  }, [graph, key])
  return (
    <form
      className={classes.texts}
      onSubmit={(event) => {
        event.preventDefault()
        const value = text.trim()
        if (value === '') return
        app.updateView((view) => ({ ...view, filter: setFacetChoice(view.filter, key, value, 'wanted') }))
        setText('')
      }}
    >
      <input
        className={controls.field}
        aria-label={`Text in ${label}`}
        placeholder="contains"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <button type="submit" className={controls.line} disabled={text.trim() === ''}>
        Filter
      </button>
    </form>
  )
}
