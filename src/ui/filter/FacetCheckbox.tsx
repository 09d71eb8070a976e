import { useEffect, useRef } from 'react'
import type { FacetChoice } from '../../analysis/filter/filter'
import { Icon } from '../controls/Icon'
import classes from './FacetSection.module.css'

interface CheckProps {
  readonly choice: FacetChoice | 'some'
  readonly label: string
  /** What a screen reader hears after the label: how many there are. */
  readonly describe: string
  readonly onChange: (choice: FacetChoice) => void
}

/** A checkbox that also knows "some" and "ruled out"; from either a click sets it free. */
export function FacetCheckbox({ choice, label, describe, onChange }: CheckProps) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = choice === 'some'
  }, [choice])
  const said = choice === 'ruled out' ? `${label}, ruled out, ${describe}` : `${label}, ${describe}`
  return (
    <span className={classes.check}>
      <input
        ref={box}
        type="checkbox"
        checked={choice === 'wanted'}
        aria-label={said}
        onChange={() => onChange(choice === 'free' || choice === 'some' ? 'wanted' : 'free')}
      />
      {choice !== 'free' && <Icon name={choice === 'wanted' ? 'check' : 'minus'} size={10} />}
    </span>
  )
}
