import { categoryAt } from '../model/columns'
import { nodeRows, type Graph } from '../model/graph'
import { labelIn, type Language } from '../model/names'
import { familyAt, nodeAt } from '../model/rows'
import { nameIn } from './names'

/** What a list shows of a node: its sign, what it is called, and what it is. */
export interface Card {
  readonly id: string
  readonly label: string
  readonly family: string
  readonly type: string
  readonly typeLabel: string
}

/** The card of a node by its id, in the language of the view's labels; undefined where there is no such node. */
export function cardOf(graph: Graph, id: string, language: Language): Card | undefined {
  const row = nodeRows(graph).get(id)
  if (row === undefined) return undefined
  const type = categoryAt(graph.nodes.type, row) ?? ''
  return {
    id,
    label: labelIn(language, nodeAt(graph, row)) || id,
    family: familyAt(graph, row),
    type,
    typeLabel: nameIn(graph, language, 'type', type),
  }
}
