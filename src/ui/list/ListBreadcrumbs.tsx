import { useTexts } from '../controls/useTexts'
import { nodeCardById } from '../../scene/text/nodeCard'
import { currentNavigationStep, type ListNavigation } from '../../scene/listNavigation'
import { langAttribute } from '../controls/langAttribute'
import { useWorkspace } from '../controls/useApp'
import classes from './GraphList.module.css'

interface TrailProps {
  readonly walk: ListNavigation
  readonly go: (walk: ListNavigation) => void
}

/** The way that was walked. The keyboard goes back on it by Left; this is for pointer and touch. */
export function ListBreadcrumbs({ walk, go }: TrailProps) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const spot = currentNavigationStep(walk)
  if (!spot || (walk.trail.length < 2 && spot.relationIndex < 0)) return null
  const { trail } = walk
  const labelOf = (node: string): string => nodeCardById(graph, node, texts)?.label ?? node
  return (
    <nav className={classes.trail} aria-label="The way here">
      <button type="button" onClick={() => go({ trail: [{ node: spot.node, relationIndex: -1 }] })}>
        All nodes
      </button>
      {trail.map(({ node }, at) => (
        <span key={at}>
          <span aria-hidden="true">›</span>
          <button
            type="button"
            lang={langAttribute(labelOf(node), texts.language)}
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
