import { nodeCardById } from '../../scene/text/nodeCard'
import { currentNavigationStep, navigateToNode, type ListNavigation } from '../../scene/listNavigation'
import { langAttribute } from '../controls/langAttribute'
import { useWorkspace } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import classes from './GraphList.module.css'

interface ListBreadcrumbsProps {
  readonly navigation: ListNavigation
  readonly goTo: (navigation: ListNavigation) => void
}

/** The trail of nodes, for pointer and touch; the keyboard goes back by arrow left. */
export function ListBreadcrumbs({ navigation, goTo }: ListBreadcrumbsProps) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const step = currentNavigationStep(navigation)
  if (!step || (navigation.trail.length < 2 && step.relationIndex < 0)) return null
  const { trail } = navigation
  const labelOf = (node: string): string => nodeCardById(graph, node, texts)?.label ?? node
  return (
    <nav className={classes.trail} aria-label={texts.list.path}>
      <button type="button" onClick={() => goTo(navigateToNode(step.node))}>
        {texts.list.allNodes}
      </button>
      {trail.map(({ node }, index) => (
        <span key={index}>
          <span aria-hidden="true">›</span>
          <button
            type="button"
            dir="auto"
            lang={langAttribute(labelOf(node), texts.language)}
            aria-current={index === trail.length - 1 ? 'step' : undefined}
            onClick={() => goTo({ trail: trail.slice(0, index + 1) })}
          >
            {labelOf(node)}
          </button>
        </span>
      ))}
    </nav>
  )
}
