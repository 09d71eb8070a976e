import { useTexts } from '../controls/useTexts'
import { edgeAgreements } from '../../model/agreement'
import { edgeRecordAt, hasNoStatements } from '../../model/rowRecords'
import { edgeCopyText } from '../../scene/inspector/copyText'
import { evidenceOfEdge } from '../../scene/inspector/nodeDetails'
import { disputeDetailsAbout } from '../../scene/inspector/disputeDetails'
import { edgeSentence } from '../../scene/text/sentences'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { useApp, useWorkspace } from '../controls/useApp'
import { CopyButton, CopyLinkButton } from './CopyButton'
import { PanelHeader, NodeLink } from './PanelHeader'
import classes from './Inspector.module.css'
import { langAttribute } from '../controls/langAttribute'
import { DisputeList } from './DisputeList'
import { StatementComparison } from './StatementComparison'
import { VerdictLine } from './VerdictLine'

/** An edge: its sentence, how its statements stand to each other, and every one of them. */
export function EdgePanel({ row }: { readonly row: number }) {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const agreement = edgeAgreements(graph)[row]!
  const statements = evidenceOfEdge(graph, row, texts)
  const { source, target, attributes = {} } = edgeRecordAt(graph, row)
  const count = statements.length === 1 ? '1 statement' : `${statements.length} statements`
  return (
    <>
      <PanelHeader
        crumb={<span>{hasNoStatements(graph, row) ? 'Edge without statements' : `Edge, ${count}`}</span>}
        title={
          <span className={classes.sentence}>
            {edgeSentence(graph, row, texts).map(({ text, node }, at) =>
              node ? (
                <NodeLink key={at} id={node}>
                  {text}
                </NodeLink>
              ) : (
                <span key={at} lang={langAttribute(text, texts.language)}>
                  {text}
                </span>
              ),
            )}
          </span>
        }
      >
        <VerdictLine agreement={agreement} statements={statements} />
      </PanelHeader>
      <DisputeList disputes={disputeDetailsAbout(graph, { kind: 'edge', row }, texts)} />
      <section className={classes.block} aria-label="Statements">
        <StatementComparison statements={statements} contested={agreement.verdict === 'contested'} />
      </section>
      {Object.keys(attributes).length > 0 && (
        <section className={classes.block} aria-label="Columns of the file">
          <dl className={classes.pairs}>
            {Object.entries(attributes).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{String(value)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <footer className={classes.foot}>
        <button type="button" className={controls.button} onClick={() => app.zoomToNodes([source, target])}>
          <Icon name="fit" /> Frame
        </button>
        <CopyButton text={() => edgeCopyText(graph, row, texts)} />
        <CopyLinkButton />
      </footer>
    </>
  )
}
