import { cardOf } from '../../scene/text/nodeCard'
import { here, type Walk } from '../../scene/listNavigation'
import { langOf } from '../controls/langAttribute'
import { useWorkspace } from '../controls/useApp'
import classes from './GraphList.module.css'

interface TrailProps {
  readonly walk: Walk
  readonly go: (walk: Walk) => void
}

/** The way that was walked. The keyboard goes back on it by Left; this is for pointer and touch. */
export function Trail({ walk, go }: TrailProps) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const language = useWorkspace(({ view }) => view.language)
  const spot = here(walk)
  if (!spot || (walk.trail.length < 2 && spot.relation < 0)) return null
  const { trail } = walk
  const labelOf = (node: string): string => cardOf(graph, node, language)?.label ?? node
  return (
    <nav className={classes.trail} aria-label="The way here">
      <button type="button" onClick={() => go({ trail: [{ node: spot.node, relation: -1 }] })}>
        All nodes
      </button>
      {trail.map(({ node }, at) => (
        <span key={at}>
          <span aria-hidden="true">›</span>
          <button
            type="button"
            lang={langOf(labelOf(node))}
            aria-current={at === trail.length - 1 ? 'step' : undefined}
            onClick={() => go({ trail: trail.slice(0, at + 1) })}
          >
            {labelOf(node)}
          </button>
        </span>
      ))}
    </nav>
  )
}
