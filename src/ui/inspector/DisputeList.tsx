import { Fragment } from 'react'
import {
  disputeKindLabels,
  claimsOfSide,
  type DisputeDetails,
  type DisputeSideDetails,
  type AsserterGroup,
} from '../../scene/inspector/disputeDetails'
import { ContestedIcon } from '../controls/graphSymbols'
import { NodeLink, SourceLink } from './PanelHeader'
import classes from './Inspector.module.css'

/** Every dispute about what is shown: its sides next to each other, with who says so, how surely, when and where. */
export const DisputeList = ({ disputes }: { readonly disputes: readonly DisputeDetails[] }) =>
  disputes.map((dispute) => <One key={dispute.id} dispute={dispute} />)

function One({ dispute: { title, kind, sides, reading } }: { readonly dispute: DisputeDetails }) {
  const contested = kind === 'conflict'
  return (
    <section className={classes.block} aria-label={`${disputeKindLabels[kind]}: ${title}`}>
      <h3 className={classes.quarrel}>
        {contested && <ContestedIcon size={12} />}
        <span>
          {title} <span className={classes.count}>{disputeKindLabels[kind].toLowerCase()}</span>
        </span>
      </h3>
      <div className={classes.standpoints}>
        {sides.map((side) => (
          <Standpoint key={side.claim} side={side} />
        ))}
      </div>
      <p className={classes.reading}>{reading}</p>
    </section>
  )
}

function Standpoint({ side }: { readonly side: DisputeSideDetails }) {
  return (
    <div className={classes.standpoint}>
      <h4>{side.claim}</h4>
      <ul>
        {claimsOfSide(side).map(({ claimText, asserterGroups }) => (
          <li key={claimText ?? ''}>
            {claimText !== undefined && <p className={classes.said}>{claimText}</p>}
            {asserterGroups.map((voice) => (
              <VoiceLine key={voice.evidence[0]!.id} voice={voice} />
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Who says it and how surely, then every document in which it stands. */
function VoiceLine({ voice: { asserter, statusLabel, negative, evidence } }: { readonly voice: AsserterGroup }) {
  return (
    <p>
      {asserter.node ? <NodeLink id={asserter.node}>{asserter.name}</NodeLink> : <span>{asserter.name}</span>}{' '}
      <span className={classes.soft}>
        {negative ? `${statusLabel}, negative` : statusLabel}
        {evidence.map(({ id, source, published, locatorText }) => (
          <Fragment key={id}>
            {'; '}
            <SourceLink id={source.id}>{source.publisher ?? source.title}</SourceLink>
            {[published, locatorText].filter(Boolean).map((part) => `, ${part}`)}
          </Fragment>
        ))}
      </span>
    </p>
  )
}
