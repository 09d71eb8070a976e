import { categoryAt, cellAt, textAt } from '../../model/columns'
import { nodeRows, type Graph } from '../../model/graph'
import type { Language } from '../../model/nodeNames'
import { familyAt } from '../../model/rowRecords'
import { nameIn } from './valueLabels'

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
  return row === undefined ? undefined : cardAt(graph, row, language)
}

/** The card of a node by its row. */
export function cardAt(graph: Graph, row: number, language: Language): Card {
  const type = categoryAt(graph.nodes.type, row) ?? ''
  const id = textAt(graph.nodes.id, row)
  return {
    id,
    label: labelAt(graph, row, language) || id,
    family: familyAt(graph, row),
    type,
    typeLabel: nameIn(graph, language, 'type', type),
  }
}

/** What a node is called in a language, without a record of all that is known of it. */
export function labelAt({ nodes }: Graph, row: number, language: Language): string {
  const ja = language === 'ja' ? nodes.attributes.get('ja') : undefined
  const name = ja && cellAt(ja, row)
  return name === undefined ? textAt(nodes.label, row) : String(name)
}
