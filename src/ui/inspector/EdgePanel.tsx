import { edgeAgreements } from '../../model/agreement'
import { edgeAt, isBare } from '../../model/rowRecords'
import { edgeText } from '../../scene/inspector/copyText'
import { edgeEvidence } from '../../scene/inspector/nodeDetails'
import { quarrelsAbout } from '../../scene/inspector/disputeDetails'
import { edgeSentence } from '../../scene/text/sentences'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { useApp, useWorkspace } from '../controls/useApp'
import { CopyButton, LinkButton } from './CopyButton'
import { Head, NodeLink } from './PanelHeader'
import classes from './Inspector.module.css'
import { langOf } from '../controls/langAttribute'
import { Quarrels } from './DisputeList'
import { Statements } from './StatementComparison'
import { VerdictLine } from './VerdictLine'

/** An edge: its sentence, how its statements stand to each other, and every one of them. */
export function EdgePanel({ row }: { readonly row: number }) {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const language = useWorkspace(({ view }) => view.language)
  const agreement = edgeAgreements(graph)[row]!
  const statements = edgeEvidence(graph, row, language)
  const { source, target, attributes = {} } = edgeAt(graph, row)
  const count = statements.length === 1 ? '1 statement' : `${statements.length} statements`
  return (
    <>
      <Head
        crumb={<span>{isBare(graph, row) ? 'Edge without statements' : `Edge, ${count}`}</span>}
        title={
          <span className={classes.sentence}>
            {edgeSentence(graph, row, language).map(({ text, node }, at) =>
              node ? (
                <NodeLink key={at} id={node}>
                  {text}
                </NodeLink>
              ) : (
                <span key={at} lang={langOf(text)}>
                  {text}
                </span>
              ),
            )}
          </span>
        }
      >
        <VerdictLine agreement={agreement} statements={statements} />
      </Head>
      <Quarrels quarrels={quarrelsAbout(graph, { kind: 'edge', row }, language)} />
      <section className={classes.block} aria-label="Statements">
        <Statements statements={statements} contested={agreement.verdict === 'contested'} />
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
        <button type="button" className={controls.button} onClick={() => app.frame([source, target])}>
          <Icon name="fit" /> Frame
        </button>
        <CopyButton text={() => edgeText(graph, row, language)} />
        <LinkButton />
      </footer>
    </>
  )
}
