import { useTexts } from '../controls/useTexts'
import { nodeDetails, type NodeDetails } from '../../scene/inspector/nodeDetails'
import { idsWithNeighbours } from '../../scene/export/exportScope'
import { nodeCopyText } from '../../scene/inspector/copyText'
import { filterStep, filterTerm } from '../../analysis/filter/filter'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { FamilyIcon } from '../controls/graphSymbols'
import { useApp, useWorkspace } from '../controls/useApp'
import { CopyButton, CopyLinkButton } from './CopyButton'
import { FigureListItem } from './FigureListItem'
import { PanelHeader } from './PanelHeader'
import classes from './Inspector.module.css'
import { langAttribute } from '../controls/langAttribute'
import { RelationList } from './RelationList'

/** A node: what it is called, what it is, its figures, and its relations as sentences. */
export function NodePanel({ row }: { readonly row: number }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const sheet = nodeDetails(graph, row, texts)
  const { card, node, figures, relations } = sheet
  return (
    <>
      <PanelHeader
        crumb={
          <>
            <FamilyIcon family={card.family} type={card.type} />
            <span>{card.typeLabel}</span>
          </>
        }
        title={card.label}
      >
        <Names sheet={sheet} />
        {sheet.summary && <p className={classes.summary}>{sheet.summary}</p>}
        <Facets sheet={sheet} />
        <References sheet={sheet} />
      </PanelHeader>
      <Attributes values={node.attributes ?? {}} />
      {figures.length > 0 && (
        <section className={classes.block} aria-labelledby="figures">
          <h3 id="figures">Figures</h3>
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
        <p className={classes.empty}>It has no relations.</p>
      )}
      <Actions id={card.id} text={() => nodeCopyText(graph, row, texts)} />
    </>
  )
}

function Names({ sheet: { names } }: { readonly sheet: NodeDetails }) {
  const texts = useTexts()
  if (names.length === 0) return null
  return (
    <p className={classes.names}>
      {names.map((name, at) => (
        <span key={name} lang={langAttribute(name, texts.language)}>
          {at > 0 && ' · '}
          {name}
        </span>
      ))}
    </p>
  )
}

/** Sectors and places, which filter. */
function Facets({ sheet: { sectors, places } }: { readonly sheet: NodeDetails }) {
  const texts = useTexts()
  const app = useApp()
  const facets = [...sectors.map((card) => ({ card, on: 'sector' })), ...places.map((card) => ({ card, on: 'place' }))]
  if (facets.length === 0) return null
  return (
    <ul className={classes.facets} aria-label="Sectors and places">
      {facets.map(({ card, on }) => (
        <li key={`${on} ${card.id}`}>
          <button
            type="button"
            className={classes.facet}
            title={`Show only what belongs to ${card.label}`}
            onClick={() => app.setFacetChoice(on, card.id, 'wanted')}
          >
            <FamilyIcon family={card.family} type={card.type} size={11} />
            <span lang={langAttribute(card.label, texts.language)}>{card.label}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function References({ sheet: { node } }: { readonly sheet: NodeDetails }) {
  const { wikidata, coordinates } = node
  if (!wikidata && !coordinates) return null
  return (
    <p className={classes.references}>
      {wikidata && (
        <a href={`https://www.wikidata.org/wiki/${wikidata}`} target="_blank" rel="noreferrer">
          Wikidata {wikidata} <Icon name="external" size={11} />
        </a>
      )}
      {coordinates && <span className="num">{placeOf(coordinates)}</span>}
    </p>
  )
}

/** "39.96° N, 82.99° W": two decimals are about a kilometre, which is what the data knows. */
const placeOf = ([latitude, longitude]: readonly [number, number]): string =>
  [
    `${Math.abs(latitude).toFixed(2)}° ${latitude < 0 ? 'S' : 'N'}`,
    `${Math.abs(longitude).toFixed(2)}° ${longitude < 0 ? 'W' : 'E'}`,
  ].join(', ')

/** The columns that an opened file brought. */
function Attributes({ values }: { readonly values: Readonly<Record<string, unknown>> }) {
  const entries = Object.entries(values)
  if (entries.length === 0) return null
  return (
    <section className={classes.block} aria-labelledby="attributes">
      <h3 id="attributes">Columns of the file</h3>
      <dl className={classes.pairs}>
        {entries.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{Array.isArray(value) ? value.join(', ') : String(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Actions({ id, text }: { readonly id: string; readonly text: () => string }) {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const only = () =>
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
        aria-label="Frame neighbourhood"
        title="Frame it and its neighbours"
        onClick={() => app.zoomToNodes(idsWithNeighbours(graph, [id]))}
      >
        <Icon name="fit" />
      </button>
      <button type="button" className={controls.button} title="Show only it and what is one step away" onClick={only}>
        <Icon name="filter" /> Only these
      </button>
      <CopyButton text={text} />
      <CopyLinkButton />
    </footer>
  )
}
