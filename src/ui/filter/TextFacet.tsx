import { useEffect, useState } from 'react'
import { columnTexts } from '../../analysis/filter/columnFilterKeys'
import { choose } from '../../analysis/filter/filter'
import { inBreaths } from '../../analysis/incremental'
import { breathing } from '../../app/yieldToMain'
import type { FacetHead } from '../../scene/filter/facetDefinitions'
import controls from '../controls/controls.module.css'
import { useApp, useWorkspace } from '../controls/useApp'
import classes from './FacetSection.module.css'

/** A column whose texts are all different: no list to choose from, but words to look for. */
export function TextFacet({ head: { on, label } }: { readonly head: FacetHead }) {
  const app = useApp()
  const [text, setText] = useState('')
  const graph = useWorkspace((workspace) => workspace.graph)
  // Words are looked for in folded texts: these are made while the words are being written.
  useEffect(() => {
    const texts = columnTexts(graph, on.slice(1))
    if (texts) void inBreaths(texts, breathing())
  }, [graph, on])
  return (
    <form
      className={classes.texts}
      onSubmit={(event) => {
        event.preventDefault()
        const value = text.trim()
        if (value === '') return
        app.look((view) => ({ ...view, filter: choose(view.filter, on, value, 'wanted') }))
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
