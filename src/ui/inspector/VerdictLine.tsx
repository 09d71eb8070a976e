import type { Agreement } from '../../model/agreement'
import type { Evidence } from '../../scene/inspector/statementEvidence'
import { verdictMessage } from '../../scene/inspector/verdict'
import { Icon } from '../controls/Icon'
import { ContestedIcon } from '../controls/graphSymbols'
import { useTexts } from '../controls/useTexts'
import classes from './Inspector.module.css'

/** The verdict on statements as an icon, a word and a sentence. */
export function VerdictLine({
  agreement,
  statements,
}: {
  readonly agreement: Agreement
  readonly statements: readonly Evidence[]
}) {
  const { title, text } = verdictMessage(agreement, statements, useTexts())
  const contested = agreement.verdict === 'contested'
  return (
    <p className={classes.verdict} data-contested={contested}>
      {contested ? <ContestedIcon /> : agreement.verdict === 'varies' ? <Icon name="varies" /> : null}
      <span>
        <b>{title}</b> {text}
      </span>
    </p>
  )
}
