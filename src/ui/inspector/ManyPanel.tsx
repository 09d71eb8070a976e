import { step, term } from '../../analysis/filter/filter'
import { textAt } from '../../model/columns'
import { cardOf } from '../../scene/card'
import { togetherOf } from '../../scene/together'
import { edgeSentence, plainText } from '../../scene/sentences'
import controls from '../controls.module.css'
import { Icon } from '../icons'
import { useApp, useWorkspace } from '../useApp'
import { Head, NodeLink } from './Head'
import classes from './inspector.module.css'

/** Several things: which they are, what ties them to each other, and whom they have in common. */
export function ManyPanel({ nodes, edges }: { readonly nodes: readonly number[]; readonly edges: readonly number[] }) {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const { ties, shared } = togetherOf(graph, nodes)
  const ids = nodes.map((row) => textAt(graph.nodes.id, row))
  const only = () =>
    app.look((view) => ({ ...view, filter: [...view.filter, step(term('node', ids))], camera: undefined }))
  const title = [nodes.length > 0 && `${nodes.length} nodes`, edges.length > 0 && `${edges.length} lines`]
    .filter(Boolean)
    .join(', ')
  return (
    <>
      <Head crumb={<span>Selection</span>} title={title} />
      <Nodes title="Nodes" rows={nodes} />
      <Lines title="Lines" rows={edges} />
      <Lines title="Ties among them" rows={ties.filter((row) => !edges.includes(row))} />
      {nodes.length > 1 && (
        <Nodes title="Whom all of them are tied to" rows={shared} empty="No node is tied to all of them." />
      )}
      {ids.length > 0 && (
        <footer className={classes.foot}>
          <button type="button" className={controls.button} onClick={() => app.frame(ids)}>
            <Icon name="fit" /> Frame
          </button>
          <button type="button" className={controls.button} onClick={only}>
            <Icon name="filter" /> Only these
          </button>
        </footer>
      )}
    </>
  )
}

interface ListProps {
  readonly title: string
  readonly rows: readonly number[]
  readonly empty?: string
}

const most = 100

function Nodes({ title, rows, empty }: ListProps) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const language = useWorkspace(({ view }) => view.language)
  if (rows.length === 0 && !empty) return null
  return (
    <section className={classes.block} aria-label={title}>
      <h3>
        {title} <span className={classes.count}>{rows.length > 0 && rows.length}</span>
      </h3>
      {rows.length === 0 && <p className={classes.soft}>{empty}</p>}
      <ul className={classes.rows}>
        {rows.slice(0, most).map((row) => {
          const card = cardOf(graph, textAt(graph.nodes.id, row), language)!
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
      {rows.length > most && <p className={classes.soft}>{rows.length - most} more</p>}
    </section>
  )
}

function Lines({ title, rows }: ListProps) {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const language = useWorkspace(({ view }) => view.language)
  if (rows.length === 0) return null
  return (
    <section className={classes.block} aria-label={title}>
      <h3>
        {title} <span className={classes.count}>{rows.length}</span>
      </h3>
      <ul className={classes.rows}>
        {rows.slice(0, most).map((row) => {
          const id = textAt(graph.edges.id, row)
          return (
            <li key={id}>
              <button type="button" className={classes.nodeLink} onClick={() => app.select({ edges: [id] })}>
                <span>{plainText(edgeSentence(graph, row, language))}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
