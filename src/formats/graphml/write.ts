import type { Graph } from '../../model/graph'
import { attributesOf, edgeLabels } from '../export/exportColumns'
import { ByteWriter } from '../io/byteWriter'
import { attributeOf, type Attribute } from '../io/exportColumn'
import { citationsOf, recipeText } from '../export/evidenceText'
import type { Part, Recipe } from '../format'
import { escapeXml } from '../../model/escapeXml'
import { cellWriter, often, textWriter, writeRows, type CellWriter } from '../xml/xmlCellWriter'

const types: Readonly<Record<Attribute['type'], string>> = {
  string: 'string',
  liststring: 'string',
  double: 'double',
  integer: 'int',
}

/** Writes a part as GraphML (graphml.graphdrawing.org, 1.0): typed keys; recipe and sources as data of the graph. */
export function writeGraphml(part: Part, recipe: Recipe): Uint8Array {
  const attributes = attributesOf(part)
  const to = new ByteWriter()
  const lines = (...texts: readonly string[]) => to.text(texts.map((text) => `${text}\n`).join(''))
  lines(
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...['title', 'recipe', 'sources'].map(
      (id) => `<key id="g_${id}" for="graph" attr.name="${id}" attr.type="string"/>`,
    ),
    key('node', { id: 'label', type: 'string' }),
    ...attributes.nodes.map((each) => key('node', each)),
    key('node', { id: 'x', type: 'double' }),
    key('node', { id: 'y', type: 'double' }),
    key('edge', { id: 'label', type: 'string' }),
    ...attributes.edges.map((each) => key('edge', each)),
    '<graph id="G" edgedefault="directed">',
    data('g_title', recipe.dataset.title),
    data('g_recipe', recipeText(recipe)),
    data('g_sources', citationsOf(part).join('\n')),
  )
  writeNodes(to, part, attributes.nodes)
  writeEdges(to, part, attributes.edges)
  lines('</graph>', '</graphml>')
  return to.taken()
}

const key = (of: 'node' | 'edge', { id, type }: Pick<Attribute, 'id' | 'type'>): string =>
  `<key id="${of[0]}_${escapeXml(id)}" for="${of}" attr.name="${escapeXml(id)}" attr.type="${types[type]}"/>`

const data = (id: string, text: string): string => `<data key="${escapeXml(id)}">${escapeXml(text)}</data>`

const nodeId = often('<node id="')
const nodeLabel = often('"><data key="n_label">')
const endOfData = often('</data>')
const endOfNode = often('</node>\n')

function writeNodes(to: ByteWriter, { graph, nodes }: Part, attributes: readonly Attribute[]): void {
  const { id, label } = graph.nodes
  const [writeId, writeLabel] = [textWriter(id), textWriter(label)]
  const cells = cellsWriter(graph, 'n', attributes)
  const [placeX, placeY] = [placeWriter(graph.nodes.x, 'x'), placeWriter(graph.nodes.y, 'y')]
  writeRows(to, nodes, (_, row) => {
    to.raw(nodeId)
    writeId(to, row)
    to.raw(nodeLabel)
    writeLabel(to, row)
    to.raw(endOfData)
    cells(to, row)
    placeX(to, row)
    placeY(to, row)
    to.raw(endOfNode)
  })
}

function placeWriter(values: Float32Array, name: 'x' | 'y'): CellWriter {
  const before = often(`<data key="n_${name}">`)
  return (to, row) => {
    if (!Number.isFinite(values[row])) return
    to.raw(before)
    to.float(values[row]!)
    to.raw(endOfData)
  }
}

const edgeId = often('<edge id="')
const sourceIs = often('" source="')
const targetIs = often('" target="')
const endOfTag = often('">')
const endOfEdge = often('</edge>\n')

function writeEdges(to: ByteWriter, { graph, edges }: Part, attributes: readonly Attribute[]): void {
  const { id, source, target } = graph.edges
  const [writeId, writeEnd] = [textWriter(id), textWriter(graph.nodes.id)]
  const cells = cellsWriter(graph, 'e', [attributeOf('label', edgeLabels(graph)), ...attributes])
  writeRows(to, edges, (_, row) => {
    to.raw(edgeId)
    writeId(to, row)
    to.raw(sourceIs)
    writeEnd(to, source[row]!)
    to.raw(targetIs)
    writeEnd(to, target[row]!)
    to.raw(endOfTag)
    cells(to, row)
    to.raw(endOfEdge)
  })
}

function cellsWriter(graph: Graph, prefix: string, attributes: readonly Attribute[]): CellWriter {
  const writers = attributes.map((attribute) =>
    cellWriter(graph, attribute, {
      before: `<data key="${escapeXml(`${prefix}_${attribute.id}`)}">`,
      after: '</data>',
    }),
  )
  return (to, row) => {
    for (const write of writers) write(to, row)
  }
}
