import { nodeSheet, type NodeSheet } from '../../scene/inspector/nodeDetails'
import { neighboursOf } from '../../scene/export/exportScope'
import { nodeText } from '../../scene/inspector/copyText'
import { step, term } from '../../analysis/filter/filter'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { FamilySign } from '../controls/graphSymbols'
import { useApp, useWorkspace } from '../controls/useApp'
import { CopyButton, LinkButton } from './CopyButton'
import { FigureLine } from './FigureListItem'
import { Head } from './PanelHeader'
import classes from './Inspector.module.css'
import { langOf } from '../controls/langAttribute'
import { Relations } from './RelationList'

/** A node: what it is called, what it is, its figures, and its relations as sentences. */
export function NodePanel({ row }: { readonly row: number }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const language = useWorkspace(({ view }) => view.language)
  const sheet = nodeSheet(graph, row, language)
  const { card, node, figures, relations } = sheet
  return (
    <>
      <Head
        crumb={
          <>
            <FamilySign family={card.family} type={card.type} />
            <span>{card.typeLabel}</span>
          </>
        }
        title={card.label}
      >
        <Names sheet={sheet} />
        {sheet.summary && <p className={classes.summary}>{sheet.summary}</p>}
        <Facets sheet={sheet} />
        <References sheet={sheet} />
      </Head>
      <Attributes values={node.attributes ?? {}} />
      {figures.length > 0 && (
        <section className={classes.block} aria-labelledby="figures">
          <h3 id="figures">Figures</h3>
          <ul className={classes.rows}>
            {figures.map((figure) => (
              <FigureLine key={figure.id} figure={figure} node={card.id} />
            ))}
          </ul>
        </section>
      )}
      {relations.length > 0 ? (
        <Relations groups={relations} node={row} />
      ) : (
        <p className={classes.empty}>It has no relations.</p>
      )}
      <Actions id={card.id} text={() => nodeText(graph, row, language)} />
    </>
  )
}

function Names({ sheet: { names } }: { readonly sheet: NodeSheet }) {
  if (names.length === 0) return null
  return (
    <p className={classes.names}>
      {names.map((name, at) => (
        <span key={name} lang={langOf(name)}>
          {at > 0 && ' · '}
          {name}
        </span>
      ))}
    </p>
  )
}

/** Sectors and places, which filter. */
function Facets({ sheet: { sectors, places } }: { readonly sheet: NodeSheet }) {
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
            onClick={() => app.choose(on, card.id, 'wanted')}
          >
            <FamilySign family={card.family} type={card.type} size={11} />
            <span lang={langOf(card.label)}>{card.label}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function References({ sheet: { node } }: { readonly sheet: NodeSheet }) {
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
    app.look((view) => ({ ...view, filter: [...view.filter, step(term('node', [id], 1))], camera: undefined }))
  return (
    <footer className={classes.foot}>
      <button
        type="button"
        className={controls.square}
        aria-label="Frame neighbourhood"
        title="Frame it and its neighbours"
        onClick={() => app.frame(neighboursOf(graph, [id]))}
      >
        <Icon name="fit" />
      </button>
      <button type="button" className={controls.button} title="Show only it and what is one step away" onClick={only}>
        <Icon name="filter" /> Only these
      </button>
      <CopyButton text={text} />
      <LinkButton />
    </footer>
  )
}
