import { edgeDirections, type EdgeDirection } from '../../model/enumerations'
import type { Graph } from '../../model/graph'
import { exportColumn, type ExportColumn } from '../io/exportColumn'
import { exportColumnsOf } from '../export/exportColumns'
import { directionsIn, isUndirected } from '../export/edgeDirections'
import { ByteWriter } from '../io/byteWriter'
import { citationsOfSubgraph, provenanceSentence } from '../export/evidenceText'
import type { Subgraph, ExportProvenance } from '../format'
import { jsonCellsWriter, jsonCellWriter, jsonTextWriter } from './jsonCellWriter'

/** The syntax of a dialect: the texts before and after the cells. */
interface JsonSyntax {
  /** Before the list of nodes, between the lists, and after the list of edges. */
  readonly before: string
  readonly between: string
  readonly after: string
  /** Before the id of a node, before its cells, after them; and how its position is written. */
  readonly node: {
    readonly id: string
    readonly cells: string
    readonly end: string
    readonly position: PositionSyntax
  }
  /** Before the id, the source, the target, the cells of an edge, and after them. */
  readonly edge: { readonly [Part in 'id' | 'source' | 'target' | 'cells' | 'end']: string } & {
    /** After the target of an undirected edge, if the dialect says so in the edge. */
    readonly undirected?: string
  }
  /** The directions that the dialect says besides; undirected if the syntax of edges has it. The others are a column. */
  readonly said?: readonly EdgeDirection[]
}

/** With the cells, y upwards or downwards; or in an object `position`, y downwards. */
type PositionSyntax = 'cells' | 'cells downwards' | 'position'

/** Title, provenance and sources of an export, for the reader of the file. */
function about(part: Subgraph, recipe: ExportProvenance): { readonly title: string; readonly description: string } {
  const sources = citationsOfSubgraph(part)
  const description = [provenanceSentence(recipe), ...(sources.length > 0 ? ['Sources:', ...sources] : [])].join('\n')
  return { title: recipe.dataset.title, description }
}

/** graphology's serialised JSON. */
export function writeGraphology(part: Subgraph, recipe: ExportProvenance): Uint8Array {
  const attributes = JSON.stringify(about(part, recipe))
  const type = isUndirected(part) ? 'undirected' : directionsIn(part).includes('undirected') ? 'mixed' : 'directed'
  return writeJson(part, {
    before: `{"options":{"type":"${type}","multi":true,"allowSelfLoops":true},\n"attributes":${attributes},\n"nodes":[\n`,
    between: '\n],\n"edges":[\n',
    after: '\n]}\n',
    node: { id: '{"key":', cells: ',"attributes":{', end: '}}', position: 'cells' },
    edge: {
      id: '{"key":',
      source: ',"source":',
      target: ',"target":',
      undirected,
      cells: ',"attributes":{',
      end: '}}',
    },
  })
}

/** Cytoscape's elements, y downwards. */
export function writeCytoscape(part: Subgraph, recipe: ExportProvenance): Uint8Array {
  const { title, description } = about(part, recipe)
  return writeJson(part, {
    before: `{"data":${JSON.stringify({ name: title, description })},\n"elements":{"nodes":[\n`,
    between: '\n],\n"edges":[\n',
    after: '\n]}}\n',
    node: { id: '{"data":{"id":', cells: ',', end: '}', position: 'position' },
    edge: { id: '{"data":{"id":', source: ',"source":', target: ',"target":', cells: ',', end: '}}' },
  })
}

/**
 * networkx's node-link data of a multigraph, undirected if all edges are; the keys of edges are their ids. Networkx knows no
 * graph of both kinds, so directions of a mixed one are a column.
 */
export function writeNetworkx(part: Subgraph, recipe: ExportProvenance): Uint8Array {
  const { title, description } = about(part, recipe)
  const isOneKind = isUndirected(part)
  return writeJson(part, {
    said: isOneKind ? ['undirected'] : [],
    before: `{"directed":${!isOneKind},"multigraph":true,"graph":${JSON.stringify({ name: title, description })},\n"nodes":[\n`,
    between: '\n],\n"links":[\n',
    after: '\n]}\n',
    node: { id: '{"id":', cells: ',', end: '}', position: 'cells' },
    edge: { id: '{"key":', source: ',"source":', target: ',"target":', cells: ',', end: '}' },
  })
}

/** Nodes and links for d3: ends are ids, y downwards. */
export function writeNodeLink(part: Subgraph, recipe: ExportProvenance): Uint8Array {
  const { title, description } = about(part, recipe)
  const head = `{"title":${JSON.stringify(title)},"description":${JSON.stringify(description)},\n`
  return writeJson(part, {
    before: `${head}"nodes":[\n`,
    between: '\n],\n"links":[\n',
    after: '\n]}\n',
    node: { id: '{"id":', cells: ',', end: '}', position: 'cells downwards' },
    edge: { id: '{"id":', source: ',"source":', target: ',"target":', undirected, cells: ',', end: '}' },
  })
}

/** Estimated length of a file in bytes, so that the writer rarely has to grow. */
export const estimatedJsonLength = ({ graph }: Subgraph): number =>
  graph.nodes.id.bytes.length + graph.nodes.label.bytes.length + graph.nodes.count * 160 + graph.edges.count * 128

function writeJson(part: Subgraph, syntax: JsonSyntax): Uint8Array {
  const to = new ByteWriter(estimatedJsonLength(part))
  const { said = syntax.edge.undirected === undefined ? [] : ['undirected'] } = syntax
  const attributes = exportColumnsOf(part, said)
  to.text(syntax.before)
  writeNodes(to, part, attributes.nodes, syntax.node)
  to.text(syntax.between)
  writeEdges(to, part, attributes.edges, syntax.edge)
  to.text(syntax.after)
  return to.writtenBytes()
}

/** What graphology, and pages with d3, write in an undirected edge. */
const undirected = ',"undirected":true'
const undirectedNumber = edgeDirections.indexOf('undirected')

const encoder = new TextEncoder()
const next = encoder.encode(',\n')

function writeNodes(
  to: ByteWriter,
  { graph, nodes }: Subgraph,
  attributes: readonly ExportColumn[],
  syntax: JsonSyntax['node'],
): void {
  const { id, label } = graph.nodes
  const [writeId, writeLabel, writePosition] = [
    jsonTextWriter(id),
    jsonTextWriter(label),
    positionWriter(graph, syntax.position),
  ]
  const rename = renameReserved(syntax.position === 'position' ? ['id', 'label'] : ['id', 'label', 'x', 'y'])
  const writeCells = jsonCellsWriter(attributes.map((each) => jsonCellWriter(graph, rename(each))))
  const [beforeId, beforeLabel, end] = [syntax.id, `${syntax.cells}"label":`, syntax.end].map((text) =>
    encoder.encode(text),
  )
  let some = false
  for (let row = 0; row < nodes.length; row++) {
    if (nodes[row] === 0) continue
    if (some) to.raw(next)
    some = true
    to.raw(beforeId!)
    writeId(to, row)
    to.raw(beforeLabel!)
    writeLabel(to, row)
    writeCells(to, row, true)
    writePosition(to, row)
    to.raw(end!)
  }
}

/** A writer for x and y if both are finite: after the cells, or in an object after that of the cells. */
function positionWriter({ nodes: { x, y } }: Graph, syntax: PositionSyntax): (to: ByteWriter, row: number) => void {
  const apart = syntax === 'position'
  const sign = syntax === 'cells' ? 1 : -1
  return (to, row) => {
    const hasPosition = Number.isFinite(x[row]) && Number.isFinite(y[row])
    if (apart) to.text(hasPosition ? '},"position":{' : '}')
    if (!hasPosition) return
    to.text(apart ? '"x":' : ',"x":')
    to.number(x[row]!)
    to.text(',"y":')
    to.number(0 + sign * y[row]!)
    if (apart) to.text('}')
  }
}

function writeEdges(
  to: ByteWriter,
  { graph, edges }: Subgraph,
  attributes: readonly ExportColumn[],
  syntax: JsonSyntax['edge'],
): void {
  const { id, source, target, direction } = graph.edges
  const undirectedFlag = encoder.encode(syntax.undirected ?? '')
  const [writeId, writeEnd] = [jsonTextWriter(id), jsonTextWriter(graph.nodes.id)]
  const rename = renameReserved(['id', 'key', 'source', 'target', 'undirected'])
  const writeCells = jsonCellsWriter(attributes.map((each) => jsonCellWriter(graph, rename(each))))
  const open = syntax.cells.endsWith('{')
  const texts = [syntax.id, syntax.source, syntax.target, open ? syntax.cells : '', syntax.end]
  const [beforeId, beforeSource, beforeTarget, beforeCells, end] = texts.map((text) => encoder.encode(text))
  let some = false
  for (let row = 0; row < edges.length; row++) {
    if (edges[row] === 0) continue
    if (some) to.raw(next)
    some = true
    to.raw(beforeId!)
    writeId(to, row)
    to.raw(beforeSource!)
    writeEnd(to, source[row]!)
    to.raw(beforeTarget!)
    writeEnd(to, target[row]!)
    if (direction[row] === undirectedNumber) to.raw(undirectedFlag)
    to.raw(beforeCells!)
    writeCells(to, row, !open)
    to.raw(end!)
  }
}

/** Renames columns whose name is a reserved key of the dialect. */
const renameReserved =
  (reserved: readonly string[]) =>
  (attribute: ExportColumn): ExportColumn =>
    reserved.includes(attribute.id) && attribute.column
      ? exportColumn(`${attribute.id} (2)`, attribute.column, attribute.type)
      : attribute
