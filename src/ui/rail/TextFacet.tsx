import { useState } from 'react'
import { choose } from '../../analysis/filter/filter'
import type { FacetHead } from '../../scene/facetHeads'
import controls from '../controls.module.css'
import { useApp } from '../useApp'
import classes from './facet.module.css'

/** A column whose texts are all different: no list to choose from, but words to look for. */
export function TextFacet({ head: { on, label } }: { readonly head: FacetHead }) {
  const app = useApp()
  const [text, setText] = useState('')
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
