import type { Agreement } from '../../model/agreement'
import type { Evidence } from '../../scene/evidence'
import { sayingOf } from '../../scene/verdict'
import { Icon } from '../icons'
import { ContestedSign } from '../signs'
import classes from './inspector.module.css'

/** How the statements stand to each other, in a sign, a word and a sentence. */
export function VerdictLine({
  agreement,
  statements,
}: {
  readonly agreement: Agreement
  readonly statements: readonly Evidence[]
}) {
  const { title, text } = sayingOf(agreement, statements)
  const contested = agreement.verdict === 'contested'
  return (
    <p className={classes.verdict} data-contested={contested}>
      {contested ? <ContestedSign /> : agreement.verdict === 'varies' ? <Icon name="varies" /> : null}
      <span>
        <b>{title}</b> {text}
      </span>
    </p>
  )
}
