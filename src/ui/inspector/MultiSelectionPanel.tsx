import { useTexts } from '../controls/useTexts'
import { useMemo } from 'react'
import { filterStep, filterTerm } from '../../analysis/filter/filter'
import { textAt } from '../../model/columns'
import { lineStyleOfAgreement } from '../../model/lineStyle'
import { groupThousands } from '../../model/value'
import { edgeAgreementAt } from '../../model/agreement'
import { nodeCardAt } from '../../scene/text/nodeCard'
import { pluralize } from '../../model/pluralize'
import { edgeSentence, sentenceText } from '../../scene/text/sentences'
import { edgesAmongAndCommonNeighbours } from '../../scene/inspector/commonNeighbours'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { ContestedIcon, EdgeLineSample } from '../controls/graphSymbols'
import { useApp, useWorkspace } from '../controls/useApp'
import { CopyLinkButton } from './CopyButton'
import { PanelHeader, NodeLink } from './PanelHeader'
import classes from './Inspector.module.css'
import { langAttribute } from '../controls/langAttribute'

/** Several things: which they are, what ties them to each other, and whom they have in common. */
export function MultiSelectionPanel({
  nodes,
  edges,
}: {
  readonly nodes: readonly number[]
  readonly edges: readonly number[]
}) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const { edgesAmong, commonNeighbours } = useMemo(() => edgesAmongAndCommonNeighbours(graph, nodes), [graph, nodes])
  const others = useMemo(() => {
    const chosen = new Set(edges)
    return edgesAmong.filter((row) => !chosen.has(row))
  }, [edgesAmong, edges])
  const parts = [
    ...(nodes.length > 0 ? [pluralize(nodes.length, 'node')] : []),
    ...(edges.length > 0 ? [pluralize(edges.length, 'edge')] : []),
  ]
  return (
    <>
      <PanelHeader crumb={<span>Selection</span>} title={parts.join(', ')} />
      <Nodes title="Nodes" rows={nodes} />
      <Edges title="Edges" rows={edges} />
      <Edges title="Ties among them" rows={others} />
      {nodes.length > 1 && (
        <Nodes
          title="Neighbours that all of them have"
          rows={commonNeighbours}
          empty="No node is tied to all of them."
        />
      )}
      {nodes.length > 0 && <Actions nodes={nodes} />}
    </>
  )
}

function Actions({ nodes }: { readonly nodes: readonly number[] }) {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  // Half a large graph may be chosen: its ids are gathered when they are wanted.
  const ids = () => nodes.map((row) => textAt(graph.nodes.id, row))
  const only = () =>
    app.updateView((view) => ({
      ...view,
      filter: [...view.filter, filterStep(filterTerm('node', ids()))],
      camera: undefined,
    }))
  return (
    <footer className={classes.foot}>
      <button type="button" className={controls.button} onClick={() => app.zoomToNodes(ids())}>
        <Icon name="fit" /> Frame
      </button>
      <button type="button" className={controls.button} onClick={only}>
        <Icon name="filter" /> Only these
      </button>
      <CopyLinkButton />
    </footer>
  )
}

interface ListProps {
  readonly title: string
  readonly rows: readonly number[] | Uint32Array
  /** What to say where there are none; without it the list is left out. */
  readonly empty?: string
}

/** A lasso round half a large graph is counted, not listed to its end. */
const most = 100

function Nodes({ title, rows, empty }: ListProps) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  if (rows.length === 0 && !empty) return null
  return (
    <section className={classes.block} aria-label={title}>
      <ListTitle title={title} rows={rows} />
      {rows.length === 0 && <p className={classes.soft}>{empty}</p>}
      <ul>
        {Array.from(rows.slice(0, most), (row) => {
          const card = nodeCardAt(graph, row, texts)
          return (
            <li key={card.id} className={classes.row}>
              <NodeLink id={card.id} family={card.family} type={card.type}>
                {card.label}
              </NodeLink>
              <span className={classes.count}>{card.typeLabel}</span>
            </li>
          )
        })}
      </ul>
      <More count={rows.length - most} />
    </section>
  )
}

function Edges({ title, rows }: ListProps) {
  if (rows.length === 0) return null
  return (
    <section className={classes.block} aria-label={title}>
      <ListTitle title={title} rows={rows} />
      <ul>
        {Array.from(rows.slice(0, most), (row) => (
          <EdgeLine key={row} row={row} />
        ))}
      </ul>
      <More count={rows.length - most} />
    </section>
  )
}

function EdgeLine({ row }: { readonly row: number }) {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const id = textAt(graph.edges.id, row)
  const agreement = edgeAgreementAt(graph, row)
  const sentence = sentenceText(edgeSentence(graph, row, texts))
  return (
    <li>
      <button
        type="button"
        className={classes.edgeLink}
        onClick={() => app.select({ edges: [id] })}
        onPointerEnter={() => app.hover({ edge: id })}
        onPointerLeave={() => app.hover(undefined)}
      >
        <EdgeLineSample line={lineStyleOfAgreement(agreement)} width={22} />
        <span lang={langAttribute(sentence, texts.language)}>{sentence}</span>
        {agreement.verdict === 'contested' && <ContestedIcon size={12} />}
      </button>
    </li>
  )
}

const ListTitle = ({ title, rows }: ListProps) => (
  <h3>
    {title} <span className={classes.count}>{rows.length > 0 && groupThousands(rows.length)}</span>
  </h3>
)

const More = ({ count }: { readonly count: number }) =>
  count > 0 ? <p className={classes.soft}>and {groupThousands(count)} more</p> : null
