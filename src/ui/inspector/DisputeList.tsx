import { Fragment } from 'react'
import {
  claimsOfSide,
  type AsserterGroup,
  type DisputeDetails,
  type DisputeSideDetails,
} from '../../scene/inspector/disputeDetails'
import { ContestedIcon } from '../controls/graphSymbols'
import { useTexts } from '../controls/useTexts'
import { DataText } from './DataText'
import classes from './Inspector.module.css'
import { NodeLink, SourceLink } from './PanelHeader'

/** Disputes with their sides next to each other: who makes which claim, with which status, when and where. */
export const DisputeList = ({ disputes }: { readonly disputes: readonly DisputeDetails[] }) =>
  disputes.map((dispute) => <DisputeSection key={dispute.id} dispute={dispute} />)

function DisputeSection({ dispute: { title, kind, sides, reading } }: { readonly dispute: DisputeDetails }) {
  const { terms, inspector } = useTexts()
  const kindLabel = terms.disputeKinds[kind]
  return (
    <section className={classes.block} aria-label={inspector.disputeLabel({ kind: kindLabel, title })}>
      <h3 className={classes.disputeTitle}>
        {kind === 'conflict' && <ContestedIcon size={12} />}
        <span>
          <DataText>{title}</DataText>{' '}
          <span className={classes.count}>{inspector.disputeKindNote({ kind: kindLabel })}</span>
        </span>
      </h3>
      <div className={classes.disputeSides}>
        {sides.map((side) => (
          <DisputeSideColumn key={side.claim} side={side} />
        ))}
      </div>
      <p className={classes.reading}>
        <DataText>{reading}</DataText>
      </p>
    </section>
  )
}

function DisputeSideColumn({ side }: { readonly side: DisputeSideDetails }) {
  return (
    <div className={classes.disputeSide}>
      <h4>
        <DataText>{side.claim}</DataText>
      </h4>
      <ul>
        {claimsOfSide(side).map(({ claimText, asserterGroups }) => (
          <li key={claimText ?? ''}>
            {claimText !== undefined && (
              <p className={classes.claim}>
                <DataText>{claimText}</DataText>
              </p>
            )}
            {asserterGroups.map((group) => (
              <AsserterLine key={group.evidence[0]!.id} group={group} />
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Who makes the claim and with which status, then every document that contains it. */
function AsserterLine({ group: { asserter, statusText, evidence } }: { readonly group: AsserterGroup }) {
  const { terms, inspector } = useTexts()
  return (
    <p>
      {asserter.node ? <NodeLink id={asserter.node}>{asserter.name}</NodeLink> : <DataText>{asserter.name}</DataText>}{' '}
      <span className={classes.soft}>
        {statusText}
        {evidence.map(({ id, source, sourceTitle, published, locatorText }) => (
          <Fragment key={id}>
            {inspector.factSeparator}
            <SourceLink id={source.id}>
              <DataText>{source.publisher ?? sourceTitle}</DataText>
            </SourceLink>
            {published && terms.listSeparator + published}
            {locatorText && (
              <>
                {terms.listSeparator}
                <DataText>{locatorText}</DataText>
              </>
            )}
          </Fragment>
        ))}
      </span>
    </p>
  )
}
