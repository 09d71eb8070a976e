import { useMemo } from 'react'
import { filterStep, filterTerm } from '../../analysis/filter/filter'
import { textAt } from '../../model/columns'
import { lineStyleOfAgreement } from '../../model/lineStyle'
import { edgeAgreementAt } from '../../model/agreement'
import { nodeCardAt } from '../../scene/text/nodeCard'
import { edgeSentence, sentenceText } from '../../scene/text/sentences'
import { edgesAmongAndCommonNeighbours } from '../../scene/inspector/commonNeighbours'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { ContestedIcon, EdgeLineSample } from '../controls/graphSymbols'
import { useApp, useWorkspace } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import { CopyLinkButton } from './CopyButton'
import { DataText } from './DataText'
import classes from './Inspector.module.css'
import { NodeLink, PanelHeader } from './PanelHeader'

/** Several selected nodes and edges: which they are, the relations between the nodes, and their common neighbours. */
export function MultiSelectionPanel({
  nodes,
  edges,
}: {
  readonly nodes: readonly number[]
  readonly edges: readonly number[]
}) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const { edgesAmong, commonNeighbours } = useMemo(() => edgesAmongAndCommonNeighbours(graph, nodes), [graph, nodes])
  const { format, inspector } = useTexts()
  const unselectedEdges = useMemo(() => {
    const chosen = new Set(edges)
    return edgesAmong.filter((row) => !chosen.has(row))
  }, [edgesAmong, edges])
  const counts = [
    ...(nodes.length > 0 ? [inspector.nodeCount({ count: nodes.length })] : []),
    ...(edges.length > 0 ? [inspector.relationCount({ count: edges.length })] : []),
  ]
  return (
    <>
      <PanelHeader crumb={<span>{inspector.selection}</span>} title={format.list(counts)} />
      <Nodes title={inspector.nodes} rows={nodes} />
      <Edges title={inspector.relations} rows={edges} />
      <Edges title={inspector.relationsBetween} rows={unselectedEdges} />
      {nodes.length > 1 && (
        <Nodes title={inspector.connectedToAll} rows={commonNeighbours} empty={inspector.noneConnectedToAll} />
      )}
      {nodes.length > 0 && <Actions nodes={nodes} />}
    </>
  )
}

function Actions({ nodes }: { readonly nodes: readonly number[] }) {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const { inspector } = useTexts()
  // Computed on demand, since half of a large graph may be selected.
  const ids = () => nodes.map((row) => textAt(graph.nodes.id, row))
  const showOnlyThese = () =>
    app.updateView((view) => ({
      ...view,
      filter: [...view.filter, filterStep(filterTerm('node', ids()))],
      camera: undefined,
    }))
  return (
    <footer className={classes.foot}>
      <button type="button" className={controls.button} onClick={() => app.zoomToNodes(ids())}>
        <Icon name="fit" /> {inspector.zoomToSelection}
      </button>
      <button type="button" className={controls.button} onClick={showOnlyThese}>
        <Icon name="filter" /> {inspector.showOnlyThese}
      </button>
      <CopyLinkButton />
    </footer>
  )
}

interface ListProps {
  readonly title: string
  readonly rows: readonly number[] | Uint32Array
  /** Shown if there are no rows; without it an empty list is not rendered. */
  readonly empty?: string
}

/** Maximum number of rows that a list shows; the rest is only counted, since a lasso can select half of a large graph. */
const maxListed = 100

function Nodes({ title, rows, empty }: ListProps) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  if (rows.length === 0 && !empty) return null
  return (
    <section className={classes.block} aria-label={title}>
      <ListTitle title={title} rows={rows} />
      {rows.length === 0 && <p className={classes.soft}>{empty}</p>}
      <ul>
        {Array.from(rows.slice(0, maxListed), (row) => {
          const card = nodeCardAt(graph, row, texts)
          return (
            <li key={card.id} className={classes.row}>
              <NodeLink id={card.id} family={card.family} type={card.type}>
                {card.label}
              </NodeLink>
              <DataText className={classes.count}>{card.typeLabel}</DataText>
            </li>
          )
        })}
      </ul>
      <MoreCount count={rows.length - maxListed} />
    </section>
  )
}

function Edges({ title, rows }: ListProps) {
  if (rows.length === 0) return null
  return (
    <section className={classes.block} aria-label={title}>
      <ListTitle title={title} rows={rows} />
      <ul>
        {Array.from(rows.slice(0, maxListed), (row) => (
          <EdgeItem key={row} row={row} />
        ))}
      </ul>
      <MoreCount count={rows.length - maxListed} />
    </section>
  )
}

function EdgeItem({ row }: { readonly row: number }) {
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
        <DataText>{sentence}</DataText>
        {agreement.verdict === 'contested' && <ContestedIcon size={12} />}
      </button>
    </li>
  )
}

function ListTitle({ title, rows }: ListProps) {
  const { format } = useTexts()
  return (
    <h3>
      {title} <span className={classes.count}>{rows.length > 0 && format.integer(rows.length)}</span>
    </h3>
  )
}

function MoreCount({ count }: { readonly count: number }) {
  const { inspector } = useTexts()
  return count > 0 ? <p className={classes.soft}>{inspector.moreItems({ count })}</p> : null
}
