import { edgeDirections } from '../../model/enumerations'
import type { Graph } from '../../model/graph'
import { exportColumnsOf, edgeLabelColumn } from '../export/exportColumns'
import { isUndirected, saidDirections } from '../export/edgeDirections'
import { ByteWriter } from '../io/byteWriter'
import { exportColumn, type ExportColumn } from '../io/exportColumn'
import { citationsOfSubgraph, provenanceSentence } from '../export/evidenceText'
import type { Subgraph, ExportProvenance } from '../format'
import { escapeXml } from '../../model/escapeXml'
import { xmlCellWriter, toUtf8Bytes, xmlTextWriter, writeMaskedRows, type XmlCellWriter } from '../xml/xmlCellWriter'

const types: Readonly<Record<ExportColumn['type'], string>> = {
  string: 'string',
  liststring: 'string',
  double: 'double',
  integer: 'int',
  long: 'long',
  boolean: 'boolean',
  iri: 'string',
}

/** Writes GraphML (graphml.graphdrawing.org, 1.0): typed keys, with provenance and sources as data of the graph. */
export function writeGraphml(part: Subgraph, provenance: ExportProvenance): Uint8Array {
  const attributes = exportColumnsOf(part, saidDirections(part, ['undirected']))
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
    `<graph id="G" edgedefault="${isUndirected(part) ? 'undirected' : 'directed'}">`,
    data('g_title', provenance.dataset.title),
    data('g_recipe', provenanceSentence(provenance)),
    data('g_sources', citationsOfSubgraph(part).join('\n')),
  )
  writeNodes(to, part, attributes.nodes)
  writeEdges(to, part, attributes.edges)
  lines('</graph>', '</graphml>')
  return to.writtenBytes()
}

const key = (of: 'node' | 'edge', { id, type }: Pick<ExportColumn, 'id' | 'type'>): string =>
  `<key id="${of[0]}_${escapeXml(id)}" for="${of}" attr.name="${escapeXml(id)}" attr.type="${types[type]}"/>`

const data = (id: string, text: string): string => `<data key="${escapeXml(id)}">${escapeXml(text)}</data>`

const nodeId = toUtf8Bytes('<node id="')
const nodeLabel = toUtf8Bytes('"><data key="n_label">')
const endOfData = toUtf8Bytes('</data>')
const endOfNode = toUtf8Bytes('</node>\n')

function writeNodes(to: ByteWriter, { graph, nodes }: Subgraph, attributes: readonly ExportColumn[]): void {
  const { id, label } = graph.nodes
  const [writeId, writeLabel] = [xmlTextWriter(id), xmlTextWriter(label)]
  const cells = cellsWriter(graph, 'n', attributes)
  const [writeX, writeY] = [coordinateWriter(graph.nodes.x, 'x'), coordinateWriter(graph.nodes.y, 'y')]
  writeMaskedRows(to, nodes, (_, row) => {
    to.raw(nodeId)
    writeId(to, row)
    to.raw(nodeLabel)
    writeLabel(to, row)
    to.raw(endOfData)
    cells(to, row)
    writeX(to, row)
    writeY(to, row)
    to.raw(endOfNode)
  })
}

function coordinateWriter(values: Float32Array, name: 'x' | 'y'): XmlCellWriter {
  const before = toUtf8Bytes(`<data key="n_${name}">`)
  return (to, row) => {
    if (!Number.isFinite(values[row])) return
    to.raw(before)
    to.float(values[row]!)
    to.raw(endOfData)
  }
}

const edgeId = toUtf8Bytes('<edge id="')
const sourceStart = toUtf8Bytes('" source="')
const targetStart = toUtf8Bytes('" target="')
const endOfEdge = toUtf8Bytes('</edge>\n')

function writeEdges(to: ByteWriter, part: Subgraph, attributes: readonly ExportColumn[]): void {
  const { graph, edges } = part
  const { id, source, target, direction } = graph.edges
  const saysUndirected = !isUndirected(part) && saidDirections(part, ['undirected']).length > 0
  const endsOfTag = edgeDirections.map((each) =>
    toUtf8Bytes(each === 'undirected' && saysUndirected ? '" directed="false">' : '">'),
  )
  const [writeId, writeEnd] = [xmlTextWriter(id), xmlTextWriter(graph.nodes.id)]
  const cells = cellsWriter(graph, 'e', [exportColumn('label', edgeLabelColumn(graph)), ...attributes])
  writeMaskedRows(to, edges, (_, row) => {
    to.raw(edgeId)
    writeId(to, row)
    to.raw(sourceStart)
    writeEnd(to, source[row]!)
    to.raw(targetStart)
    writeEnd(to, target[row]!)
    to.raw(endsOfTag[direction[row]!]!)
    cells(to, row)
    to.raw(endOfEdge)
  })
}

function cellsWriter(graph: Graph, prefix: string, attributes: readonly ExportColumn[]): XmlCellWriter {
  const writers = attributes.map((attribute) =>
    xmlCellWriter(graph, attribute, {
      before: `<data key="${escapeXml(`${prefix}_${attribute.id}`)}">`,
      after: '</data>',
    }),
  )
  return (to, row) => {
    for (const write of writers) write(to, row)
  }
}
