import { useEffect, useState } from 'react'
import { searchableColumnTexts } from '../../analysis/filter/columnFilterKeys'
import { setFacetChoice } from '../../analysis/filter/filter'
import { runWithPauses } from '../../analysis/incremental'
import { createYielder } from '../../app/yieldToMain'
import type { FacetDefinition } from '../../scene/filter/facetDefinitions'
import { facetTitle } from '../../scene/filter/filterKeyLabel'
import controls from '../controls/controls.module.css'
import { useApp, useWorkspace } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import classes from './FacetSection.module.css'

/** The facet of a column whose texts are all different: a field for the text to contain, instead of a list of values. */
export function TextFacet({ facet: { key } }: { readonly facet: FacetDefinition }) {
  const app = useApp()
  const texts = useTexts()
  const [text, setText] = useState('')
  const graph = useWorkspace((workspace) => workspace.graph)
  // The filter searches folded texts, which are prepared while the reader types.
  useEffect(() => {
    const columnTexts = searchableColumnTexts(graph, key.slice(1))
    if (columnTexts) void runWithPauses(columnTexts, createYielder())
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
        aria-label={texts.filter.textIn({ facet: facetTitle(texts, key) })}
        placeholder={texts.filter.contains}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <button type="submit" className={controls.line} disabled={text.trim() === ''}>
        {texts.filter.apply}
      </button>
    </form>
  )
}
