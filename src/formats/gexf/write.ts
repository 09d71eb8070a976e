import { textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { familyAt } from '../../model/rows'
import { attributesOf, edgeLabel } from '../attributes'
import { joinList, type Attribute } from '../cells'
import { citationsOf, recipeText } from '../evidence'
import type { Part, Recipe } from '../format'
import { rowsOf } from '../rows'
import { escapeXml } from '../xml'

/** The families' colours on a light ground, for programs that draw what the file says. */
const colours: Readonly<Record<string, readonly [number, number, number]>> = {
  actor: [29, 122, 183],
  project: [172, 105, 0],
  policy: [125, 28, 105],
  event: [15, 109, 80],
  place: [121, 117, 114],
  sector: [156, 140, 70],
  idea: [57, 142, 185],
}
const neutral = [121, 117, 114] as const

/** Where each version's elements are declared. */
const spaces = {
  '1.3': ['http://gexf.net/1.3', 'http://gexf.net/1.3/viz'],
  '1.2': ['http://www.gexf.net/1.2draft', 'http://www.gexf.net/1.2draft/viz'],
} as const

/** GEXF in the version that Gephi writes now (gexf.net/1.3). */
export const writeGexf = (part: Part, recipe: Recipe): string => written(part, recipe, '1.3')

/** The same in the version before, for readers that know no later one. */
export const writeGexf12 = (part: Part, recipe: Recipe): string => written(part, recipe, '1.2')

/** Typed attributes, positions and colours; recipe and sources in the description. */
function written(part: Part, recipe: Recipe, version: keyof typeof spaces): string {
  const [space, viz] = spaces[version]
  const { graph } = part
  const rows = rowsOf(part)
  const attributes = attributesOf(part)
  const sources = citationsOf(part)
  const description = [recipeText(recipe), ...(sources.length > 0 ? ['Sources:', ...sources] : [])].join('\n')
  const date = recipe.date ? ` lastmodifieddate="${escapeXml(recipe.date)}"` : ''
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<gexf xmlns="${space}" xmlns:viz="${viz}" version="${version}">`,
    `<meta${date}>`,
    '<creator>Kizuna</creator>',
    `<title>${escapeXml(recipe.dataset.title)}</title>`,
    `<description>${escapeXml(description)}</description>`,
    '</meta>',
    '<graph defaultedgetype="directed" mode="static">',
    ...declarations('node', attributes.nodes),
    ...declarations('edge', attributes.edges),
    `<nodes count="${rows.nodes.length}">`,
    ...rows.nodes.map((row) => node(graph, row, attributes.nodes)),
    '</nodes>',
    `<edges count="${rows.edges.length}">`,
    ...rows.edges.map((row) => edge(graph, row, attributes.edges)),
    '</edges>',
    '</graph>',
    '</gexf>',
    '',
  ].join('\n')
}

function declarations(of: 'node' | 'edge', attributes: readonly Attribute[]): string[] {
  if (attributes.length === 0) return []
  const lines = attributes.map(
    ({ id, type }) => `<attribute id="${escapeXml(id)}" title="${escapeXml(id)}" type="${type}"/>`,
  )
  return [`<attributes class="${of}">`, ...lines, '</attributes>']
}

function node(graph: Graph, row: number, attributes: readonly Attribute[]): string {
  const { id, label, x, y } = graph.nodes
  const [red, green, blue] = colours[familyAt(graph, row)] ?? neutral
  const placed = Number.isFinite(x[row]) && Number.isFinite(y[row])
  const position = placed ? `<viz:position x="${x[row]}" y="${y[row]}"/>` : ''
  return (
    `<node id="${escapeXml(textAt(id, row))}" label="${escapeXml(textAt(label, row))}">` +
    values(graph, row, attributes) +
    `<viz:color r="${red}" g="${green}" b="${blue}"/>${position}</node>`
  )
}

function edge(graph: Graph, row: number, attributes: readonly Attribute[]): string {
  const { nodes, edges } = graph
  const end = (at: Uint32Array) => escapeXml(textAt(nodes.id, at[row]!))
  return (
    `<edge id="${escapeXml(textAt(edges.id, row))}" source="${end(edges.source)}" target="${end(edges.target)}"` +
    ` label="${escapeXml(edgeLabel(graph, row))}">${values(graph, row, attributes)}</edge>`
  )
}

function values(graph: Graph, row: number, attributes: readonly Attribute[]): string {
  const cells = attributes
    .map(({ id, cell }) => ({ id, cell: cell(graph, row) }))
    .filter(({ cell }) => cell !== undefined)
  if (cells.length === 0) return ''
  const lines = cells.map(({ id, cell }) => {
    const text = typeof cell === 'object' ? joinList(cell) : String(cell)
    return `<attvalue for="${escapeXml(id)}" value="${escapeXml(text)}"/>`
  })
  return `<attvalues>${lines.join('')}</attvalues>`
}
