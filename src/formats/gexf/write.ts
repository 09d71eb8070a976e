import { NONE, textColumn } from '../../model/columns'
import { edgeDirections } from '../../model/enumerations'
import type { Graph } from '../../model/graph'
import { nodeTypesById } from '../../model/rowRecords'
import { exportColumnsOf, edgeLabelColumn } from '../export/exportColumns'
import { isUndirected, saidDirections } from '../export/edgeDirections'
import { ByteWriter } from '../io/byteWriter'
import { exportColumn, type ExportColumn } from '../io/exportColumn'
import { citationsOfSubgraph, provenanceSentence } from '../export/evidenceText'
import type { Subgraph, ExportProvenance, WrittenLook } from '../format'
import { escapeXml } from '../../model/escapeXml'
import { vizColourElement, vizColourOfHex, splitVizColumns, type VizColumns } from './vizColumns'
import { originalColoursKeyword } from './gexfNames'
import {
  xmlCellWriter,
  maskedRowCount,
  toUtf8Bytes,
  xmlTextWriter,
  writeMaskedRows,
  type XmlCellWriter,
} from '../xml/xmlCellWriter'

/** The colours of the families on a light background, for programs that draw nodes in the colours of the file. */
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

/** The namespaces of each version. */
const namespaces = {
  '1.3': ['http://gexf.net/1.3', 'http://gexf.net/1.3/viz'],
  '1.2': ['http://www.gexf.net/1.2draft', 'http://www.gexf.net/1.2draft/viz'],
} as const

/** Writes GEXF 1.3, the version that Gephi writes (gexf.net/1.3). */
export const writeGexf = (part: Subgraph, provenance: ExportProvenance): Uint8Array =>
  writeVersion(part, provenance, '1.3')

/** Writes GEXF 1.2, for programs that do not support 1.3. */
export const writeGexf12 = (part: Subgraph, provenance: ExportProvenance): Uint8Array =>
  writeVersion(part, provenance, '1.2')

/** Writes typed attributes, positions and colours, with provenance and sources in the description. */
function writeVersion(part: Subgraph, provenance: ExportProvenance, version: keyof typeof namespaces): Uint8Array {
  const [gexf, viz] = namespaces[version]
  const attributes = exportColumnsOf(part, saidDirections(part, edgeDirections))
  const nodes = part.look
    ? { values: attributes.nodes, writeViz: lookWriter(part.look), coloured: false }
    : splitVizColumns(part.graph, 'node', attributes.nodes, part.nodes)
  const edges = splitVizColumns(part.graph, 'edge', attributes.edges, part.edges)
  const sources = citationsOfSubgraph(part)
  const description = [provenanceSentence(provenance), ...(sources.length > 0 ? ['Sources:', ...sources] : [])].join(
    '\n',
  )
  const date = provenance.date ? ` lastmodifieddate="${escapeXml(provenance.date)}"` : ''
  const to = new ByteWriter()
  const lines = (...texts: readonly string[]) => to.text(texts.map((text) => `${text}\n`).join(''))
  lines(
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<gexf xmlns="${gexf}" xmlns:viz="${viz}" version="${version}">`,
    `<meta${date}>`,
    '<creator>Kizuna</creator>',
    ...(nodes.coloured ? [`<keywords>${originalColoursKeyword}</keywords>`] : []),
    `<title>${escapeXml(provenance.dataset.title)}</title>`,
    `<description>${escapeXml(description)}</description>`,
    '</meta>',
    `<graph defaultedgetype="${isUndirected(part) ? 'undirected' : 'directed'}" mode="static">`,
    ...declarations('node', nodes.values),
    ...declarations('edge', edges.values),
    `<nodes count="${maskedRowCount(part.nodes)}">`,
  )
  writeNodes(to, part, part.look || nodes.coloured ? nodes : withFamilyColours(part.graph, nodes))
  lines('</nodes>', `<edges count="${maskedRowCount(part.edges)}">`)
  writeEdges(to, part, edges)
  lines('</edges>', '</graph>', '</gexf>')
  return to.writtenBytes()
}

function declarations(of: 'node' | 'edge', attributes: readonly ExportColumn[]): string[] {
  if (attributes.length === 0) return []
  const lines = attributes.map(
    ({ id, type }) =>
      `<attribute id="${escapeXml(id)}" title="${escapeXml(id)}" type="${type === 'iri' ? 'anyURI' : type}"/>`,
  )
  return [`<attributes class="${of}">`, ...lines, '</attributes>']
}

const nodeId = toUtf8Bytes('<node id="')
const labelStart = toUtf8Bytes('" label="')
const endOfTag = toUtf8Bytes('">')
const positionX = toUtf8Bytes('<viz:position x="')
const positionY = toUtf8Bytes('" y="')
const sizeStart = toUtf8Bytes('<viz:size value="')
const endOfPosition = toUtf8Bytes('"/>')
const endOfNode = toUtf8Bytes('</node>\n')

function writeNodes(to: ByteWriter, { graph, nodes }: Subgraph, { values: attributes, writeViz }: VizColumns): void {
  const { id, label, x, y } = graph.nodes
  const [writeId, writeLabel] = [xmlTextWriter(id), xmlTextWriter(label)]
  const values = valuesWriter(graph, attributes)
  writeMaskedRows(to, nodes, (_, row) => {
    to.raw(nodeId)
    writeId(to, row)
    to.raw(labelStart)
    writeLabel(to, row)
    to.raw(endOfTag)
    values(to, row)
    writeViz(to, row)
    if (Number.isFinite(x[row]) && Number.isFinite(y[row])) {
      to.raw(positionX)
      to.float(x[row]!)
      to.raw(positionY)
      to.float(y[row]!)
      to.raw(endOfPosition)
    }
    to.raw(endOfNode)
  })
}

const edgeId = toUtf8Bytes('<edge id="')
const sourceStart = toUtf8Bytes('" source="')
const targetStart = toUtf8Bytes('" target="')
const endOfEdge = toUtf8Bytes('</edge>\n')

function writeEdges(to: ByteWriter, part: Subgraph, { values: attributes, writeViz }: VizColumns): void {
  const { graph, edges } = part
  const { id, source, target, direction } = graph.edges
  const usual = isUndirected(part) ? 'undirected' : 'directed'
  const said = saidDirections(part, edgeDirections)
  const types = edgeDirections.map((each) =>
    toUtf8Bytes(each === usual || !said.includes(each) ? '>' : ` type="${each}">`),
  )
  const [writeId, writeEnd] = [xmlTextWriter(id), xmlTextWriter(graph.nodes.id)]
  const label = xmlCellWriter(graph, exportColumn('label', edgeLabelColumn(graph)), {
    before: '" label="',
    after: '"',
  })
  const values = valuesWriter(graph, attributes)
  writeMaskedRows(to, edges, (_, row) => {
    to.raw(edgeId)
    writeId(to, row)
    to.raw(sourceStart)
    writeEnd(to, source[row]!)
    to.raw(targetStart)
    writeEnd(to, target[row]!)
    label(to, row)
    to.raw(types[direction[row]!]!)
    values(to, row)
    writeViz(to, row)
    to.raw(endOfEdge)
  })
}

const startOfValues = toUtf8Bytes('<attvalues>')
const endOfValues = toUtf8Bytes('</attvalues>')

/** Writes the values of a row; the element around them is left out if there are none. */
function valuesWriter(graph: Graph, attributes: readonly ExportColumn[]): XmlCellWriter {
  const writers = attributes.map((attribute) =>
    xmlCellWriter(graph, attribute, { before: `<attvalue for="${escapeXml(attribute.id)}" value="`, after: '"/>' }),
  )
  return (to, row) => {
    const before = to.length
    to.raw(startOfValues)
    const first = to.length
    for (const write of writers) write(to, row)
    if (to.length === first) to.length = before
    else to.raw(endOfValues)
  }
}

/** Writes colours and sizes as on the screen. */
function lookWriter({ colour, colours: hexColours, radius }: WrittenLook): XmlCellWriter {
  const elements = textColumn(hexColours.map(vizColourOfHex))
  return (to, row) => {
    to.cell(elements, colour[row]!)
    to.raw(sizeStart)
    to.float(Math.round(radius[row]! * 100) / 100)
    to.raw(endOfPosition)
  }
}

function withFamilyColours(graph: Graph, columns: VizColumns): VizColumns {
  const writeColour = familyColour(graph)
  const writeViz: XmlCellWriter = (to, row) => {
    writeColour(to, row)
    columns.writeViz(to, row)
  }
  return { ...columns, writeViz }
}

/** Writes the colour of a node's family. */
function familyColour(graph: Graph): XmlCellWriter {
  const { codes, dictionary } = graph.nodes.type
  const types = nodeTypesById(graph)
  const familyOf = (id: string) => types.get(id)?.family ?? ''
  const elements = textColumn([...dictionary, ''].map((id) => vizColourElement(colours[familyOf(id)] ?? neutral)))
  return (to, row) => to.cell(elements, codes[row] === NONE ? dictionary.length : codes[row]!)
}
