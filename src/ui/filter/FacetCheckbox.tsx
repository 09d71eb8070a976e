import { useEffect, useRef } from 'react'
import type { FacetChoice } from '../../analysis/filter/filter'
import { Icon } from '../controls/Icon'
import { useTexts } from '../controls/useTexts'
import classes from './FacetSection.module.css'

interface FacetCheckboxProps {
  readonly choice: FacetChoice | 'some'
  readonly label: string
  /** The number of rows with the value, read out after the label. */
  readonly share: string
  readonly onChange: (choice: FacetChoice) => void
}

/** A checkbox that can also be "some" or excluded. Clicking an included or excluded value frees it. */
export function FacetCheckbox({ choice, label, share, onChange }: FacetCheckboxProps) {
  const { filter: texts } = useTexts()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = choice === 'some'
  }, [choice])
  const spoken = { value: label, share }
  return (
    <span className={classes.check}>
      <input
        ref={box}
        type="checkbox"
        checked={choice === 'wanted'}
        aria-label={choice === 'ruled out' ? texts.excludedValue(spoken) : texts.valueChoice(spoken)}
        onChange={() => onChange(choice === 'free' || choice === 'some' ? 'wanted' : 'free')}
      />
      {choice !== 'free' && <Icon name={choice === 'wanted' ? 'check' : 'minus'} size={10} />}
    </span>
  )
}
