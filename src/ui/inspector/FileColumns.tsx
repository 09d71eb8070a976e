import { useId } from 'react'
import { useTexts } from '../controls/useTexts'
import { DataText } from './DataText'
import classes from './Inspector.module.css'

/** The cells of a node or edge in the columns that an opened file brought; nothing if there are none. */
export function FileColumns({ values }: { readonly values: Readonly<Record<string, unknown>> }) {
  const { inspector } = useTexts()
  const heading = useId()
  const entries = Object.entries(values)
  if (entries.length === 0) return null
  return (
    <section className={classes.block} aria-labelledby={heading}>
      <h3 id={heading}>{inspector.fileColumns}</h3>
      <dl className={classes.pairs}>
        {entries.map(([name, value]) => (
          <div key={name}>
            <dt translate="no">{name}</dt>
            <dd>
              <DataText>{Array.isArray(value) ? value.join(', ') : String(value)}</DataText>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
