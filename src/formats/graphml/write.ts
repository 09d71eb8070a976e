import { textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { attributesOf, edgeLabel } from '../attributes'
import { joinList, type Attribute } from '../cells'
import { citationsOf, recipeText } from '../evidence'
import type { Part, Recipe } from '../format'
import { rowsOf } from '../rows'
import { escapeXml } from '../xml'

const types: Readonly<Record<Attribute['type'], string>> = {
  string: 'string',
  liststring: 'string',
  double: 'double',
  integer: 'int',
}

/** Writes a part as GraphML (graphml.graphdrawing.org, 1.0): typed keys; recipe and sources as data of the graph. */
export function writeGraphml(part: Part, recipe: Recipe): string {
  const { graph } = part
  const rows = rowsOf(part)
  const attributes = attributesOf(part)
  const nodeKeys: readonly Attribute[] = [
    { id: 'label', type: 'string', cell: ({ nodes }, row) => textAt(nodes.label, row) },
    ...attributes.nodes,
    { id: 'x', type: 'double', cell: ({ nodes }, row) => finite(nodes.x[row]!) },
    { id: 'y', type: 'double', cell: ({ nodes }, row) => finite(nodes.y[row]!) },
  ]
  const edgeKeys: readonly Attribute[] = [{ id: 'label', type: 'string', cell: edgeLabel }, ...attributes.edges]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...['title', 'recipe', 'sources'].map(
      (id) => `<key id="g_${id}" for="graph" attr.name="${id}" attr.type="string"/>`,
    ),
    ...nodeKeys.map((each) => key('node', each)),
    ...edgeKeys.map((each) => key('edge', each)),
    '<graph id="G" edgedefault="directed">',
    data('g_title', recipe.dataset.title),
    data('g_recipe', recipeText(recipe)),
    data('g_sources', citationsOf(part).join('\n')),
    ...rows.nodes.map(
      (row) => `<node id="${escapeXml(textAt(graph.nodes.id, row))}">${cells(graph, row, 'n', nodeKeys)}</node>`,
    ),
    ...rows.edges.map((row) => edge(graph, row, edgeKeys)),
    '</graph>',
    '</graphml>',
    '',
  ].join('\n')
}

const finite = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined)

const key = (of: 'node' | 'edge', { id, type }: Attribute): string =>
  `<key id="${of[0]}_${escapeXml(id)}" for="${of}" attr.name="${escapeXml(id)}" attr.type="${types[type]}"/>`

const data = (id: string, text: string): string => `<data key="${escapeXml(id)}">${escapeXml(text)}</data>`

function edge(graph: Graph, row: number, keys: readonly Attribute[]): string {
  const { nodes, edges } = graph
  const end = (at: Uint32Array) => escapeXml(textAt(nodes.id, at[row]!))
  return (
    `<edge id="${escapeXml(textAt(edges.id, row))}" source="${end(edges.source)}" target="${end(edges.target)}">` +
    `${cells(graph, row, 'e', keys)}</edge>`
  )
}

const cells = (graph: Graph, row: number, prefix: string, keys: readonly Attribute[]): string =>
  keys
    .map(({ id, cell }) => ({ id, cell: cell(graph, row) }))
    .filter(({ cell }) => cell !== undefined)
    .map(({ id, cell }) => data(`${prefix}_${id}`, typeof cell === 'object' ? joinList(cell) : String(cell)))
    .join('')
