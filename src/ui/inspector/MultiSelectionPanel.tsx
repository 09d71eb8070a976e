import { useMemo } from 'react'
import { step, term } from '../../analysis/filter/filter'
import { textAt } from '../../model/columns'
import { lineOf } from '../../model/lineStyle'
import { grouped } from '../../model/value'
import { agreementAt } from '../../model/edgeAgreement'
import { cardAt } from '../../scene/text/nodeCard'
import { counted } from '../../model/pluralize'
import { edgeSentence, plainText } from '../../scene/text/sentences'
import { togetherOf } from '../../scene/inspector/commonNeighbours'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { ContestedSign, LineSign } from '../controls/graphSymbols'
import { useApp, useWorkspace } from '../controls/useApp'
import { LinkButton } from './CopyButton'
import { Head, NodeLink } from './PanelHeader'
import classes from './Inspector.module.css'
import { langOf } from '../controls/langAttribute'

/** Several things: which they are, what ties them to each other, and whom they have in common. */
export function ManyPanel({ nodes, edges }: { readonly nodes: readonly number[]; readonly edges: readonly number[] }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const { ties, shared } = useMemo(() => togetherOf(graph, nodes), [graph, nodes])
  const others = useMemo(() => {
    const chosen = new Set(edges)
    return ties.filter((row) => !chosen.has(row))
  }, [ties, edges])
  const parts = [
    ...(nodes.length > 0 ? [counted(nodes.length, 'node')] : []),
    ...(edges.length > 0 ? [counted(edges.length, 'edge')] : []),
  ]
  return (
    <>
      <Head crumb={<span>Selection</span>} title={parts.join(', ')} />
      <Nodes title="Nodes" rows={nodes} />
      <Edges title="Edges" rows={edges} />
      <Edges title="Ties among them" rows={others} />
      {nodes.length > 1 && (
        <Nodes title="Neighbours that all of them have" rows={shared} empty="No node is tied to all of them." />
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
    app.look((view) => ({ ...view, filter: [...view.filter, step(term('node', ids()))], camera: undefined }))
  return (
    <footer className={classes.foot}>
      <button type="button" className={controls.button} onClick={() => app.frame(ids())}>
        <Icon name="fit" /> Frame
      </button>
      <button type="button" className={controls.button} onClick={only}>
        <Icon name="filter" /> Only these
      </button>
      <LinkButton />
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
  const language = useWorkspace(({ view }) => view.language)
  if (rows.length === 0 && !empty) return null
  return (
    <section className={classes.block} aria-label={title}>
      <ListTitle title={title} rows={rows} />
      {rows.length === 0 && <p className={classes.soft}>{empty}</p>}
      <ul>
        {Array.from(rows.slice(0, most), (row) => {
          const card = cardAt(graph, row, language)
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
  const language = useWorkspace(({ view }) => view.language)
  const id = textAt(graph.edges.id, row)
  const agreement = agreementAt(graph, row)
  const sentence = plainText(edgeSentence(graph, row, language))
  return (
    <li>
      <button
        type="button"
        className={classes.edgeLink}
        onClick={() => app.select({ edges: [id] })}
        onPointerEnter={() => app.hover({ edge: id })}
        onPointerLeave={() => app.hover(undefined)}
      >
        <LineSign line={lineOf(agreement)} width={22} />
        <span lang={langOf(sentence)}>{sentence}</span>
        {agreement.verdict === 'contested' && <ContestedSign size={12} />}
      </button>
    </li>
  )
}

const ListTitle = ({ title, rows }: ListProps) => (
  <h3>
    {title} <span className={classes.count}>{rows.length > 0 && grouped(rows.length)}</span>
  </h3>
)

const More = ({ count }: { readonly count: number }) =>
  count > 0 ? <p className={classes.soft}>and {grouped(count)} more</p> : null
