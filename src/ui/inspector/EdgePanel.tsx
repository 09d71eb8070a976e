import { edgeAgreements } from '../../model/agreement'
import { edgeRecordAt } from '../../model/rowRecords'
import { edgeCopyText } from '../../scene/inspector/copyText'
import { disputeDetailsAbout } from '../../scene/inspector/disputeDetails'
import { evidenceOfEdge } from '../../scene/inspector/nodeDetails'
import { edgeSentence } from '../../scene/text/sentences'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { useApp, useWorkspace } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import { CopyButton, CopyLinkButton } from './CopyButton'
import { DataText } from './DataText'
import { DisputeList } from './DisputeList'
import { FileColumns } from './FileColumns'
import classes from './Inspector.module.css'
import { NodeLink, PanelHeader } from './PanelHeader'
import { StatementComparison } from './StatementComparison'
import { VerdictLine } from './VerdictLine'

/** An edge: its sentence, the verdict on its statements, and every one of them. */
export function EdgePanel({ row }: { readonly row: number }) {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const { inspector } = texts
  const agreement = edgeAgreements(graph)[row]!
  const statements = evidenceOfEdge(graph, row, texts)
  const { source, target, attributes = {} } = edgeRecordAt(graph, row)
  return (
    <>
      <PanelHeader
        crumb={<span>{inspector.relationCrumb({ count: statements.length })}</span>}
        title={
          <span className={classes.sentence}>
            {edgeSentence(graph, row, texts).map(({ text, node }, at) =>
              node ? (
                <NodeLink key={at} id={node}>
                  {text}
                </NodeLink>
              ) : (
                <DataText key={at}>{text}</DataText>
              ),
            )}
          </span>
        }
      >
        <VerdictLine agreement={agreement} statements={statements} />
      </PanelHeader>
      <DisputeList disputes={disputeDetailsAbout(graph, { kind: 'edge', row }, texts)} />
      <section className={classes.block} aria-label={inspector.statements}>
        <StatementComparison statements={statements} contested={agreement.verdict === 'contested'} />
      </section>
      <FileColumns values={attributes} />
      <footer className={classes.foot}>
        <button type="button" className={controls.button} onClick={() => app.zoomToNodes([source, target])}>
          <Icon name="fit" /> {inspector.zoomToSelection}
        </button>
        <CopyButton text={() => edgeCopyText(graph, row, texts)} />
        <CopyLinkButton />
      </footer>
    </>
  )
}
