import type { Texts } from '../../messages/texts.en'
import { categoryAt, cellAt, textAt } from '../../model/columns'
import { nodeRowIndex, type Graph } from '../../model/graph'
import { nodeFamilyAt } from '../../model/rowRecords'
import { valueLabel } from './valueLabels'

/** What a list shows of a node: its icon (by family and type), its name and its type. */
export interface NodeCard {
  readonly id: string
  readonly label: string
  readonly family: string
  readonly type: string
  readonly typeLabel: string
}

/** The card of a node by its id; undefined if there is no such node. */
export function nodeCardById(graph: Graph, id: string, texts: Texts): NodeCard | undefined {
  const row = nodeRowIndex(graph).get(id)
  return row === undefined ? undefined : nodeCardAt(graph, row, texts)
}

/** The card of a node by its row. */
export function nodeCardAt(graph: Graph, row: number, texts: Texts): NodeCard {
  const type = categoryAt(graph.nodes.type, row) ?? ''
  const id = textAt(graph.nodes.id, row)
  return {
    id,
    label: nodeLabelAt(graph, row, texts) || id,
    family: nodeFamilyAt(graph, row),
    type,
    typeLabel: valueLabel(graph, texts, 'type', type),
  }
}

/** A node's label in the reader's language, read from its columns without building the whole record. */
export function nodeLabelAt({ nodes }: Graph, row: number, texts: Texts): string {
  const ja = texts.language === 'ja' ? nodes.attributes.get('ja') : undefined
  const name = ja && cellAt(ja, row)
  return name === undefined ? textAt(nodes.label, row) : String(name)
}
