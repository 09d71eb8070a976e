import { Fragment } from 'react'
import { disputeNames, sayingsOf, type Quarrel, type QuarrelSide, type Voice } from '../../scene/inspector/disputeDetails'
import { ContestedSign } from '../controls/graphSymbols'
import { NodeLink, SourceLink } from './PanelHeader'
import classes from './Inspector.module.css'

/** Every quarrel about what is shown: its sides next to each other, with who says so, how surely, when and where. */
export const Quarrels = ({ quarrels }: { readonly quarrels: readonly Quarrel[] }) =>
  quarrels.map((quarrel) => <One key={quarrel.id} quarrel={quarrel} />)

function One({ quarrel: { title, kind, sides, reading } }: { readonly quarrel: Quarrel }) {
  const contested = kind === 'conflict'
  return (
    <section className={classes.block} aria-label={`${disputeNames[kind]}: ${title}`}>
      <h3 className={classes.quarrel}>
        {contested && <ContestedSign size={12} />}
        <span>
          {title} <span className={classes.count}>{disputeNames[kind].toLowerCase()}</span>
        </span>
      </h3>
      <div className={classes.standpoints}>
        {sides.map((side) => (
          <Standpoint key={side.says} side={side} />
        ))}
      </div>
      <p className={classes.reading}>{reading}</p>
    </section>
  )
}

function Standpoint({ side }: { readonly side: QuarrelSide }) {
  return (
    <div className={classes.standpoint}>
      <h4>{side.says}</h4>
      <ul>
        {sayingsOf(side).map(({ said, voices }) => (
          <li key={said ?? ''}>
            {said !== undefined && <p className={classes.said}>{said}</p>}
            {voices.map((voice) => (
              <VoiceLine key={voice.evidence[0]!.id} voice={voice} />
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Who says it and how surely, then every document in which it stands. */
function VoiceLine({ voice: { asserter, statusName, negative, evidence } }: { readonly voice: Voice }) {
  return (
    <p>
      {asserter.node ? <NodeLink id={asserter.node}>{asserter.name}</NodeLink> : <span>{asserter.name}</span>}{' '}
      <span className={classes.soft}>
        {negative ? `${statusName}, negative` : statusName}
        {evidence.map(({ id, source, published, place }) => (
          <Fragment key={id}>
            {'; '}
            <SourceLink id={source.id}>{source.publisher ?? source.title}</SourceLink>
            {[published, place].filter(Boolean).map((part) => `, ${part}`)}
          </Fragment>
        ))}
      </span>
    </p>
  )
}
