import { useId } from 'react'
import { filterStep, filterTerm } from '../../analysis/filter/filter'
import { idsWithNeighbours } from '../../scene/export/exportScope'
import { nodeCopyText } from '../../scene/inspector/copyText'
import { nodeDetails, type NodeDetails } from '../../scene/inspector/nodeDetails'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { FamilyIcon } from '../controls/graphSymbols'
import { useApp, useWorkspace } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import { CopyButton, CopyLinkButton } from './CopyButton'
import { DataText } from './DataText'
import { FigureListItem } from './FigureListItem'
import { FileColumns } from './FileColumns'
import classes from './Inspector.module.css'
import { PanelHeader } from './PanelHeader'
import { RelationList } from './RelationList'

/** A node: its names, type and summary, its figures, and its relations as sentences. */
export function NodePanel({ row }: { readonly row: number }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const details = nodeDetails(graph, row, texts)
  const { card, node, summary, figures, relations, isOurTranslation } = details
  const heading = useId()
  return (
    <>
      <PanelHeader
        crumb={
          <>
            <FamilyIcon family={card.family} type={card.type} />
            <DataText>{card.typeLabel}</DataText>
          </>
        }
        title={isOurTranslation ? <TranslatedTitle label={card.label} /> : card.label}
      >
        <Names details={details} />
        {summary && (
          <p className={classes.summary}>
            <DataText>{summary}</DataText>
          </p>
        )}
        <Facets details={details} />
        <References details={details} />
      </PanelHeader>
      <FileColumns values={node.attributes ?? {}} />
      {figures.length > 0 && (
        <section className={classes.block} aria-labelledby={heading}>
          <h3 id={heading}>{texts.inspector.figures}</h3>
          <ul className={classes.rows}>
            {figures.map((figure) => (
              <FigureListItem key={figure.id} figure={figure} node={card.id} />
            ))}
          </ul>
        </section>
      )}
      {relations.length > 0 ? (
        <RelationList groups={relations} node={row} />
      ) : (
        <p className={classes.empty}>{texts.inspector.noRelations}</p>
      )}
      <Actions id={card.id} text={() => nodeCopyText(graph, row, texts)} />
    </>
  )
}

/** A name that the editors translated themselves, marked as such. */
function TranslatedTitle({ label }: { readonly label: string }) {
  const { inspector } = useTexts()
  return (
    <>
      {label}{' '}
      <span className={classes.translated} title={inspector.ourTranslationHint}>
        {inspector.ourTranslation}
      </span>
    </>
  )
}

function Names({ details: { names } }: { readonly details: NodeDetails }) {
  if (names.length === 0) return null
  return (
    <p className={classes.names}>
      {names.map((name, at) => (
        <span key={name}>
          {at > 0 && ' · '}
          <DataText>{name}</DataText>
        </span>
      ))}
    </p>
  )
}

/** The node's sectors and places as buttons that filter by them. */
function Facets({ details: { sectors, places } }: { readonly details: NodeDetails }) {
  const { inspector } = useTexts()
  const app = useApp()
  const facets = [
    ...sectors.map((card) => ({ card, key: 'sector' })),
    ...places.map((card) => ({ card, key: 'place' })),
  ]
  if (facets.length === 0) return null
  return (
    <ul className={classes.facets} aria-label={inspector.sectorsAndPlaces}>
      {facets.map(({ card, key }) => (
        <li key={`${key} ${card.id}`}>
          <button
            type="button"
            className={classes.facet}
            title={inspector.showOnlyFacetHint({ name: card.label })}
            onClick={() => app.setFacetChoice(key, card.id, 'wanted')}
          >
            <FamilyIcon family={card.family} type={card.type} size={11} />
            <DataText>{card.label}</DataText>
          </button>
        </li>
      ))}
    </ul>
  )
}

function References({ details: { node } }: { readonly details: NodeDetails }) {
  const { inspector } = useTexts()
  const { wikidata, coordinates } = node
  if (!wikidata && !coordinates) return null
  return (
    <p className={classes.references}>
      {wikidata && (
        <a href={`https://www.wikidata.org/wiki/${wikidata}`} target="_blank" rel="noreferrer" translate="no">
          Wikidata {wikidata} <Icon name="external" size={11} />
        </a>
      )}
      {coordinates && (
        <span className="num">{inspector.coordinates({ latitude: coordinates[0], longitude: coordinates[1] })}</span>
      )}
    </p>
  )
}

function Actions({ id, text }: { readonly id: string; readonly text: () => string }) {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const isPinned = useWorkspace(({ view }) => Object.hasOwn(view.pins, id))
  const { inspector } = useTexts()
  const showOnlyNeighbourhood = () =>
    app.updateView((view) => ({
      ...view,
      filter: [...view.filter, filterStep(filterTerm('node', [id], 1))],
      camera: undefined,
    }))
  return (
    <footer className={classes.foot}>
      <button
        type="button"
        className={controls.square}
        aria-label={inspector.zoomToNeighbourhood}
        title={inspector.zoomToNeighbourhoodHint}
        onClick={() => app.zoomToNodes(idsWithNeighbours(graph, [id]))}
      >
        <Icon name="fit" />
      </button>
      {isPinned && (
        <button
          type="button"
          className={controls.square}
          aria-label={inspector.unpin}
          title={inspector.unpinHint}
          onClick={() => app.unpin([id])}
        >
          <Icon name="pin" />
        </button>
      )}
      <button
        type="button"
        className={controls.button}
        title={inspector.showOnlyNeighbourhoodHint}
        onClick={showOnlyNeighbourhood}
      >
        <Icon name="filter" /> {inspector.showOnlyThese}
      </button>
      <CopyButton text={text} />
      <CopyLinkButton />
    </footer>
  )
}
