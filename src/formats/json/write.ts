import type { Graph } from '../../model/graph'
import { exportColumn, type ExportColumn } from '../io/exportColumn'
import { exportColumnsOf } from '../export/exportColumns'
import { ByteWriter } from '../io/byteWriter'
import { citationsOfSubgraph, provenanceSentence } from '../export/evidenceText'
import type { Subgraph, ExportProvenance } from '../format'
import { jsonCellsWriter, jsonCellWriter, jsonTextWriter } from './jsonCellWriter'

/** How a dialect writes its records. Texts are what stands before and after what is written from the columns. */
interface Written {
  /** Before the list of nodes, between the lists, and after the list of edges. */
  readonly before: string
  readonly between: string
  readonly after: string
  /** Before the id of a node, before its cells, after them; and where its place is written. */
  readonly node: { readonly id: string; readonly cells: string; readonly end: string; readonly place: Place }
  /** Before the id, the source, the target, the cells of an edge, and after them. */
  readonly edge: { readonly [Part in 'id' | 'source' | 'target' | 'cells' | 'end']: string }
}

type Place = 'cells' | 'cells downwards' | 'position'

/** How the file was made, for whoever opens it. */
function about(part: Subgraph, recipe: ExportProvenance): { readonly title: string; readonly description: string } {
  const sources = citationsOfSubgraph(part)
  const description = [provenanceSentence(recipe), ...(sources.length > 0 ? ['Sources:', ...sources] : [])].join('\n')
  return { title: recipe.dataset.title, description }
}

/** graphology's serialised JSON. */
export function writeGraphology(part: Subgraph, recipe: ExportProvenance): Uint8Array {
  const attributes = JSON.stringify(about(part, recipe))
  return written(part, {
    before: `{"options":{"type":"directed","multi":true,"allowSelfLoops":true},\n"attributes":${attributes},\n"nodes":[\n`,
    between: '\n],\n"edges":[\n',
    after: '\n]}\n',
    node: { id: '{"key":', cells: ',"attributes":{', end: '}}', place: 'cells' },
    edge: { id: '{"key":', source: ',"source":', target: ',"target":', cells: ',"attributes":{', end: '}}' },
  })
}

/** Cytoscape's elements, with places as screens count them. */
export function writeCytoscape(part: Subgraph, recipe: ExportProvenance): Uint8Array {
  const { title, description } = about(part, recipe)
  return written(part, {
    before: `{"data":${JSON.stringify({ name: title, description })},\n"elements":{"nodes":[\n`,
    between: '\n],\n"edges":[\n',
    after: '\n]}}\n',
    node: { id: '{"data":{"id":', cells: ',', end: '}', place: 'position' },
    edge: { id: '{"data":{"id":', source: ',"source":', target: ',"target":', cells: ',', end: '}}' },
  })
}

/** Node-link data of a directed multigraph; the keys of edges are their ids. */
export function writeNetworkx(part: Subgraph, recipe: ExportProvenance): Uint8Array {
  const { title, description } = about(part, recipe)
  return written(part, {
    before: `{"directed":true,"multigraph":true,"graph":${JSON.stringify({ name: title, description })},\n"nodes":[\n`,
    between: '\n],\n"links":[\n',
    after: '\n]}\n',
    node: { id: '{"id":', cells: ',', end: '}', place: 'cells' },
    edge: { id: '{"key":', source: ',"source":', target: ',"target":', cells: ',', end: '}' },
  })
}

/** Nodes and links with ids for ends, and places as screens count them. */
export function writeNodeLink(part: Subgraph, recipe: ExportProvenance): Uint8Array {
  const { title, description } = about(part, recipe)
  const head = `{"title":${JSON.stringify(title)},"description":${JSON.stringify(description)},\n`
  return written(part, {
    before: `${head}"nodes":[\n`,
    between: '\n],\n"links":[\n',
    after: '\n]}\n',
    node: { id: '{"id":', cells: ',', end: '}', place: 'cells downwards' },
    edge: { id: '{"id":', source: ',"source":', target: ',"target":', cells: ',', end: '}' },
  })
}

/** Bytes that a file of these rows may take: a guess, so that the writer need not grow often. */
export const estimatedJsonLength = ({ graph }: Subgraph): number =>
  graph.nodes.id.bytes.length + graph.nodes.label.bytes.length + graph.nodes.count * 160 + graph.edges.count * 128

function written(part: Subgraph, form: Written): Uint8Array {
  const to = new ByteWriter(estimatedJsonLength(part))
  const attributes = exportColumnsOf(part)
  to.text(form.before)
  writeNodes(to, part, attributes.nodes, form.node)
  to.text(form.between)
  writeEdges(to, part, attributes.edges, form.edge)
  to.text(form.after)
  return to.writtenBytes()
}

const encoder = new TextEncoder()
const next = encoder.encode(',\n')

function writeNodes(
  to: ByteWriter,
  { graph, nodes }: Subgraph,
  attributes: readonly ExportColumn[],
  form: Written['node'],
): void {
  const { id, label } = graph.nodes
  const [writeId, writeLabel, writePlace] = [jsonTextWriter(id), jsonTextWriter(label), placeWriter(graph, form.place)]
  const names = reserved(form.place === 'position' ? ['id', 'label'] : ['id', 'label', 'x', 'y'])
  const writeCells = jsonCellsWriter(attributes.map((each) => jsonCellWriter(graph, names(each))))
  const [beforeId, beforeLabel, end] = [form.id, `${form.cells}"label":`, form.end].map((text) => encoder.encode(text))
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
    writePlace(to, row)
    to.raw(end!)
  }
}

/** Writes x and y where both are known: after the cells, or in an object of their own behind that of the cells. */
function placeWriter({ nodes: { x, y } }: Graph, place: Place): (to: ByteWriter, row: number) => void {
  const apart = place === 'position'
  const down = place === 'cells' ? 1 : -1
  return (to, row) => {
    const placed = Number.isFinite(x[row]) && Number.isFinite(y[row])
    if (apart) to.text(placed ? '},"position":{' : '}')
    if (!placed) return
    to.text(apart ? '"x":' : ',"x":')
    to.number(x[row]!)
    to.text(',"y":')
    to.number(0 + down * y[row]!)
    if (apart) to.text('}')
  }
}

function writeEdges(
  to: ByteWriter,
  { graph, edges }: Subgraph,
  attributes: readonly ExportColumn[],
  form: Written['edge'],
): void {
  const { id, source, target } = graph.edges
  const [writeId, writeEnd] = [jsonTextWriter(id), jsonTextWriter(graph.nodes.id)]
  const names = reserved(['id', 'key', 'source', 'target', 'undirected'])
  const writeCells = jsonCellsWriter(attributes.map((each) => jsonCellWriter(graph, names(each))))
  const open = form.cells.endsWith('{')
  const texts = [form.id, form.source, form.target, open ? form.cells : '', form.end]
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
    to.raw(beforeCells!)
    writeCells(to, row, !open)
    to.raw(end!)
  }
}

/** Columns that have the name of a key which means something else are written under another one. */
const reserved =
  (taken: readonly string[]) =>
  (attribute: ExportColumn): ExportColumn =>
    taken.includes(attribute.id) && attribute.column
      ? exportColumn(`${attribute.id} (2)`, attribute.column, attribute.type)
      : attribute
