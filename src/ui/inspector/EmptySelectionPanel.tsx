import { Suspense } from 'react'
import { printFilter } from '../../analysis/filter/filterSyntax'
import { edgeAgreements } from '../../model/agreement'
import { textAt } from '../../model/columns'
import { degrees, nodeRowIndex, memoizeByGraph } from '../../model/graph'
import { nodeCardById } from '../../scene/text/nodeCard'
import { textInLanguage } from '../../model/nodeNames'
import { visibleRows } from '../../scene/view/filterResult'
import controls from '../controls/controls.module.css'
import { ContestedIcon } from '../controls/graphSymbols'
import { useApp, useWorkspace } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import { LatestWorks } from '../work/RecentWorks'
import { DataText } from './DataText'
import classes from './Inspector.module.css'
import { NodeLink } from './PanelHeader'

/** Ids of nodes to start from: the data set's own choice, else the nodes of highest degree. */
const startNodes = memoizeByGraph((graph): readonly string[] => {
  const chosen = graph.about.begin ?? []
  if (chosen.length > 0) return chosen
  return rowsOfHighestDegree(degrees(graph), 4).map((row) => textAt(graph.nodes.id, row))
})

/** The `count` rows of highest degree in descending order; of equals the lower rows first. */
function rowsOfHighestDegree(degree: Uint32Array, count: number): number[] {
  const best: number[] = []
  for (let row = 0; row < degree.length; row++) {
    if (best.length === count && degree[row]! <= degree[best[count - 1]!]!) continue
    const at = best.findIndex((other) => degree[other]! < degree[row]!)
    best.splice(at < 0 ? best.length : at, 0, row)
    best.length = Math.min(best.length, count)
  }
  return best
}

/** Ids of the edges whose statements contradict each other. */
const contestedEdges = memoizeByGraph((graph): readonly string[] =>
  graph.statements.count === 0
    ? []
    : edgeAgreements(graph).flatMap(({ verdict }, row) =>
        verdict === 'contested' ? [textAt(graph.edges.id, row)] : [],
      ),
)

/** Shown if nothing is selected: what selecting does, three keys, and nodes to start from. */
export function EmptySelectionPanel() {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const { inspector } = texts
  const contested = contestedEdges(graph)
  return (
    <div className={classes.emptySelection}>
      <h2 tabIndex={-1}>{inspector.startHere}</h2>
      <p>{inspector.startIntroduction}</p>
      <FirstViewNote />
      <dl className={classes.keys}>
        <Key name="Tab" text={inspector.startKeys.list} />
        <Key name="/" text={inspector.startKeys.search} />
        <Key name="?" text={inspector.startKeys.help} />
      </dl>
      <h3>{inspector.goodStarts}</h3>
      <ul className={classes.rows}>
        {startNodes(graph).map((id) => {
          const card = nodeCardById(graph, id, texts)
          const row = nodeRowIndex(graph).get(id)
          if (!card || row === undefined) return null
          return (
            <li key={id} className={classes.row}>
              <NodeLink id={id} family={card.family} type={card.type}>
                {card.label}
              </NodeLink>
              <span className={classes.count}>{inspector.relationCount({ count: degrees(graph)[row]! })}</span>
            </li>
          )
        })}
        {contested.length > 0 && (
          <li className={classes.row}>
            <button type="button" className={classes.nodeLink} onClick={() => app.select({ edges: contested })}>
              <ContestedIcon size={12} />
              <span>{inspector.contestedRelations}</span>
            </button>
            <span className={classes.count}>{texts.format.integer(contested.length)}</span>
          </li>
        )}
      </ul>
      <Suspense fallback={null}>
        <LatestWorks />
      </Suspense>
    </div>
  )
}

/** Why the data set's first view does not show everything; nothing once the filter is another. */
function FirstViewNote() {
  const app = useApp()
  const { graph, view } = useWorkspace((workspace) => workspace)
  const { inspector, language } = useTexts()
  const { note, note_ja, filter } = graph.about.view ?? {}
  if (note === undefined || printFilter(view.filter) !== filter) return null
  const { nodeCount } = visibleRows(graph, view.filter)
  return (
    <p>
      <DataText>{textInLanguage(language, note, note_ja)}</DataText>{' '}
      {inspector.shownNodes({ shown: nodeCount, total: graph.nodes.count })}{' '}
      <button type="button" className={controls.link} onClick={() => app.runCommand('clear-filter')}>
        {inspector.showEverything}
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
