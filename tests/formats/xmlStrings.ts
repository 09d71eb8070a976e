import { exportColumnsOf, predicateLabelOfEdge } from '../../src/formats/export/exportColumns'
import { listToText, type ExportColumn } from '../../src/formats/io/exportColumn'
import { citationsOfSubgraph, provenanceSentence } from '../../src/formats/export/evidenceText'
import type { Subgraph, ExportProvenance } from '../../src/formats/format'
import { rowsOfSubgraph } from '../../src/formats/export/subgraphRows'
import { escapeXml } from '../../src/model/escapeXml'
import { textAt } from '../../src/model/columns'
import type { Graph } from '../../src/model/graph'
import { nodeFamilyAt } from '../../src/model/rowRecords'

/** GEXF and GraphML put together of strings, row by row: slow and plain, to hold the writers of bytes against. */

/** A number of single precision with the fewest decimals that give it back. */
function place(value: number): string {
  for (let decimals = 0; decimals <= 6 && Math.abs(value) < 1e7; decimals++) {
    const text = String(Number(value.toFixed(decimals)))
    if (Math.fround(Number(text)) === value) return text
  }
  return String(value)
}

/** The colours of the families on a light background. */
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

/** Typed attributes, positions and colours; recipe and sources in the description. */
export function gexfText(part: Subgraph, recipe: ExportProvenance, version: keyof typeof spaces): string {
  const [space, viz] = spaces[version]
  const { graph } = part
  const rows = rowsOfSubgraph(part)
  const attributes = exportColumnsOf(part)
  const sources = citationsOfSubgraph(part)
  const description = [provenanceSentence(recipe), ...(sources.length > 0 ? ['Sources:', ...sources] : [])].join('\n')
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
    ...rows.nodes.map((row) => gexfNode(graph, row, attributes.nodes)),
    '</nodes>',
    `<edges count="${rows.edges.length}">`,
    ...rows.edges.map((row) => gexfEdge(graph, row, attributes.edges)),
    '</edges>',
    '</graph>',
    '</gexf>',
    '',
  ].join('\n')
}

function declarations(of: 'node' | 'edge', attributes: readonly ExportColumn[]): string[] {
  if (attributes.length === 0) return []
  const lines = attributes.map(
    ({ id, type }) =>
      `<attribute id="${escapeXml(id)}" title="${escapeXml(id)}" type="${type === 'iri' ? 'anyURI' : type}"/>`,
  )
  return [`<attributes class="${of}">`, ...lines, '</attributes>']
}

function gexfNode(graph: Graph, row: number, attributes: readonly ExportColumn[]): string {
  const { id, label, x, y } = graph.nodes
  const [red, green, blue] = colours[nodeFamilyAt(graph, row)] ?? neutral
  const placed = Number.isFinite(x[row]) && Number.isFinite(y[row])
  const position = placed ? `<viz:position x="${place(x[row]!)}" y="${place(y[row]!)}"/>` : ''
  return (
    `<node id="${escapeXml(textAt(id, row))}" label="${escapeXml(textAt(label, row))}">` +
    values(graph, row, attributes) +
    `<viz:color r="${red}" g="${green}" b="${blue}"/>${position}</node>`
  )
}

function gexfEdge(graph: Graph, row: number, attributes: readonly ExportColumn[]): string {
  const { nodes, edges } = graph
  const end = (at: Uint32Array) => escapeXml(textAt(nodes.id, at[row]!))
  return (
    `<edge id="${escapeXml(textAt(edges.id, row))}" source="${end(edges.source)}" target="${end(edges.target)}"` +
    ` label="${escapeXml(predicateLabelOfEdge(graph, row))}">${values(graph, row, attributes)}</edge>`
  )
}

function values(graph: Graph, row: number, attributes: readonly ExportColumn[]): string {
  const cells = attributes
    .map(({ id, cell }) => ({ id, cell: cell(graph, row) }))
    .filter(({ cell }) => cell !== undefined)
  if (cells.length === 0) return ''
  const lines = cells.map(({ id, cell }) => {
    const text = typeof cell === 'object' ? listToText(cell) : String(cell)
    return `<attvalue for="${escapeXml(id)}" value="${escapeXml(text)}"/>`
  })
  return `<attvalues>${lines.join('')}</attvalues>`
}

const types: Readonly<Record<ExportColumn['type'], string>> = {
  string: 'string',
  liststring: 'string',
  double: 'double',
  integer: 'int',
  long: 'long',
  boolean: 'boolean',
  iri: 'string',
}

/** Writes a part as GraphML (graphml.graphdrawing.org, 1.0): typed keys; recipe and sources as data of the graph. */
export function graphmlText(part: Subgraph, recipe: ExportProvenance): string {
  const { graph } = part
  const rows = rowsOfSubgraph(part)
  const attributes = exportColumnsOf(part)
  const nodeKeys: readonly ExportColumn[] = [
    { id: 'label', type: 'string', cell: ({ nodes }, row) => textAt(nodes.label, row) },
    ...attributes.nodes,
    { id: 'x', type: 'double', cell: ({ nodes }, row) => finite(nodes.x[row]!) },
    { id: 'y', type: 'double', cell: ({ nodes }, row) => finite(nodes.y[row]!) },
  ]
  const edgeKeys: readonly ExportColumn[] = [
    { id: 'label', type: 'string', cell: predicateLabelOfEdge },
    ...attributes.edges,
  ]
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
    data('g_recipe', provenanceSentence(recipe)),
    data('g_sources', citationsOfSubgraph(part).join('\n')),
    ...rows.nodes.map(
      (row) => `<node id="${escapeXml(textAt(graph.nodes.id, row))}">${cells(graph, row, 'n', nodeKeys)}</node>`,
    ),
    ...rows.edges.map((row) => edge(graph, row, edgeKeys)),
    '</graph>',
    '</graphml>',
    '',
  ].join('\n')
}

const finite = (value: number): string | undefined => (Number.isFinite(value) ? place(value) : undefined)

const key = (of: 'node' | 'edge', { id, type }: ExportColumn): string =>
  `<key id="${of[0]}_${escapeXml(id)}" for="${of}" attr.name="${escapeXml(id)}" attr.type="${types[type]}"/>`

const data = (id: string, text: string): string => `<data key="${escapeXml(id)}">${escapeXml(text)}</data>`

function edge(graph: Graph, row: number, keys: readonly ExportColumn[]): string {
  const { nodes, edges } = graph
  const end = (at: Uint32Array) => escapeXml(textAt(nodes.id, at[row]!))
  return (
    `<edge id="${escapeXml(textAt(edges.id, row))}" source="${end(edges.source)}" target="${end(edges.target)}">` +
    `${cells(graph, row, 'e', keys)}</edge>`
  )
}

const cells = (graph: Graph, row: number, prefix: string, keys: readonly ExportColumn[]): string =>
  keys
    .map(({ id, cell }) => ({ id, cell: cell(graph, row) }))
    .filter(({ cell }) => cell !== undefined)
    .map(({ id, cell }) => data(`${prefix}_${id}`, typeof cell === 'object' ? listToText(cell) : String(cell)))
    .join('')
