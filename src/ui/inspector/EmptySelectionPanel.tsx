import { useTexts } from '../controls/useTexts'
import { printFilter } from '../../analysis/filter/filterSyntax'
import { edgeAgreements } from '../../model/agreement'
import { textAt } from '../../model/columns'
import { degrees, nodeRowById, memoizeByGraph } from '../../model/graph'
import { groupThousands } from '../../model/value'
import { nodeCardById } from '../../scene/text/nodeCard'
import { pluralize } from '../../model/pluralize'
import { visibleRows } from '../../scene/view/filterResult'
import controls from '../controls/controls.module.css'
import { ContestedIcon } from '../controls/graphSymbols'
import { useApp, useWorkspace } from '../controls/useApp'
import { NodeLink } from './PanelHeader'
import classes from './Inspector.module.css'

/** Where to begin: the data set's own choice, else the best connected nodes. */
const beginnings = memoizeByGraph((graph): readonly string[] => {
  const chosen = graph.about.begin ?? []
  if (chosen.length > 0) return chosen
  return bestConnected(degrees(graph), 4).map((row) => textAt(graph.nodes.id, row))
})

/** The rows of the highest degrees, those before others of the same degree. */
function bestConnected(degree: Uint32Array, count: number): number[] {
  const best: number[] = []
  for (let row = 0; row < degree.length; row++) {
    if (best.length === count && degree[row]! <= degree[best[count - 1]!]!) continue
    const at = best.findIndex((other) => degree[other]! < degree[row]!)
    best.splice(at < 0 ? best.length : at, 0, row)
    best.length = Math.min(best.length, count)
  }
  return best
}

const contestedEdges = memoizeByGraph((graph): readonly string[] =>
  graph.statements.count === 0
    ? []
    : edgeAgreements(graph).flatMap(({ verdict }, row) =>
        verdict === 'contested' ? [textAt(graph.edges.id, row)] : [],
      ),
)

/** Nothing is selected: what selecting does, three keys, and places to begin. */
export function EmptySelectionPanel() {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const contested = contestedEdges(graph)
  return (
    <div className={classes.nothing}>
      <h2 tabIndex={-1}>Nothing selected</h2>
      <p>Select a node or an edge to see who says so, where, since when, and who disagrees.</p>
      <FirstViewNote />
      <dl className={classes.keys}>
        <Key name="Tab" text="walk the graph as sentences" />
        <Key name="/" text="search names in English or Japanese" />
        <Key name="?" text="all keys" />
      </dl>
      <h3>Where to begin</h3>
      <ul className={classes.rows}>
        {beginnings(graph).map((id) => {
          const card = nodeCardById(graph, id, texts)
          const row = nodeRowById(graph).get(id)
          if (!card || row === undefined) return null
          return (
            <li key={id} className={classes.row}>
              <NodeLink id={id} family={card.family} type={card.type}>
                {card.label}
              </NodeLink>
              <span className={classes.count}>{pluralize(degrees(graph)[row]!, 'relation')}</span>
            </li>
          )
        })}
        {contested.length > 0 && (
          <li className={classes.row}>
            <button type="button" className={classes.nodeLink} onClick={() => app.select({ edges: contested })}>
              <ContestedIcon size={12} />
              <span>Contested edges</span>
            </button>
            <span className={classes.count}>{contested.length}</span>
          </li>
        )}
      </ul>
    </div>
  )
}

/** Why the data set does not show everything at first, as long as it does not. */
function FirstViewNote() {
  const app = useApp()
  const { graph, view } = useWorkspace((workspace) => workspace)
  const { note, filter } = graph.about.view ?? {}
  if (note === undefined || printFilter(view.filter) !== filter) return null
  const { nodeCount } = visibleRows(graph, view.filter)
  return (
    <p>
      {note} {groupThousands(nodeCount)} of {pluralize(graph.nodes.count, 'node')}.{' '}
      <button type="button" className={controls.link} onClick={() => app.runCommand('clear-filter')}>
        Show everything
      </button>
    </p>
  )
}

const Key = ({ name, text }: { readonly name: string; readonly text: string }) => (
  <div>
    <dt>
      <kbd>{name}</kbd>
    </dt>
    <dd>{text}</dd>
  </div>
)
