import { NONE, textColumn } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { typesById } from '../../model/rowRecords'
import { attributesOf, edgeLabels } from '../export/exportColumns'
import { ByteWriter } from '../io/byteWriter'
import { attributeOf, type Attribute } from '../io/exportColumn'
import { citationsOf, recipeText } from '../export/evidenceText'
import type { Part, Recipe } from '../format'
import { escapeXml } from '../../model/escapeXml'
import { colourElement, drawnOf, type Drawn } from './vizColumns'
import { coloursKept } from './gexfNames'
import { cellWriter, countIn, often, textWriter, writeRows, type CellWriter } from '../xml/xmlCellWriter'

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
export const writeGexf = (part: Part, recipe: Recipe): Uint8Array => written(part, recipe, '1.3')

/** The same in the version before, for readers that know no later one. */
export const writeGexf12 = (part: Part, recipe: Recipe): Uint8Array => written(part, recipe, '1.2')

/** Typed attributes, positions and colours; recipe and sources in the description. */
function written(part: Part, recipe: Recipe, version: keyof typeof spaces): Uint8Array {
  const [space, viz] = spaces[version]
  const attributes = attributesOf(part)
  const nodes = drawnOf(part.graph, 'node', attributes.nodes, part.nodes)
  const edges = drawnOf(part.graph, 'edge', attributes.edges, part.edges)
  const sources = citationsOf(part)
  const description = [recipeText(recipe), ...(sources.length > 0 ? ['Sources:', ...sources] : [])].join('\n')
  const date = recipe.date ? ` lastmodifieddate="${escapeXml(recipe.date)}"` : ''
  const to = new ByteWriter()
  const lines = (...texts: readonly string[]) => to.text(texts.map((text) => `${text}\n`).join(''))
  lines(
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<gexf xmlns="${space}" xmlns:viz="${viz}" version="${version}">`,
    `<meta${date}>`,
    '<creator>Kizuna</creator>',
    ...(nodes.coloured ? [`<keywords>${coloursKept}</keywords>`] : []),
    `<title>${escapeXml(recipe.dataset.title)}</title>`,
    `<description>${escapeXml(description)}</description>`,
    '</meta>',
    '<graph defaultedgetype="directed" mode="static">',
    ...declarations('node', nodes.values),
    ...declarations('edge', edges.values),
    `<nodes count="${countIn(part.nodes)}">`,
  )
  writeNodes(to, part, nodes)
  lines('</nodes>', `<edges count="${countIn(part.edges)}">`)
  writeEdges(to, part, edges)
  lines('</edges>', '</graph>', '</gexf>')
  return to.taken()
}

function declarations(of: 'node' | 'edge', attributes: readonly Attribute[]): string[] {
  if (attributes.length === 0) return []
  const lines = attributes.map(
    ({ id, type }) => `<attribute id="${escapeXml(id)}" title="${escapeXml(id)}" type="${type}"/>`,
  )
  return [`<attributes class="${of}">`, ...lines, '</attributes>']
}

const nodeId = often('<node id="')
const labelIs = often('" label="')
const endOfTag = often('">')
const placeX = often('<viz:position x="')
const placeY = often('" y="')
const endOfPlace = often('"/>')
const endOfNode = often('</node>\n')

function writeNodes(to: ByteWriter, { graph, nodes }: Part, { values: attributes, look, coloured }: Drawn): void {
  const { id, label, x, y } = graph.nodes
  const [writeId, writeLabel] = [textWriter(id), textWriter(label)]
  const values = valuesWriter(graph, attributes)
  const drawn = coloured ? look : both(familyColour(graph), look)
  writeRows(to, nodes, (_, row) => {
    to.raw(nodeId)
    writeId(to, row)
    to.raw(labelIs)
    writeLabel(to, row)
    to.raw(endOfTag)
    values(to, row)
    drawn(to, row)
    if (Number.isFinite(x[row]) && Number.isFinite(y[row])) {
      to.raw(placeX)
      to.float(x[row]!)
      to.raw(placeY)
      to.float(y[row]!)
      to.raw(endOfPlace)
    }
    to.raw(endOfNode)
  })
}

const edgeId = often('<edge id="')
const sourceIs = often('" source="')
const targetIs = often('" target="')
const endOfEdge = often('</edge>\n')

function writeEdges(to: ByteWriter, { graph, edges }: Part, { values: attributes, look }: Drawn): void {
  const { id, source, target } = graph.edges
  const [writeId, writeEnd] = [textWriter(id), textWriter(graph.nodes.id)]
  const label = cellWriter(graph, attributeOf('label', edgeLabels(graph)), { before: '" label="', after: '">' })
  const values = valuesWriter(graph, attributes)
  writeRows(to, edges, (_, row) => {
    to.raw(edgeId)
    writeId(to, row)
    to.raw(sourceIs)
    writeEnd(to, source[row]!)
    to.raw(targetIs)
    writeEnd(to, target[row]!)
    label(to, row)
    values(to, row)
    look(to, row)
    to.raw(endOfEdge)
  })
}

const beginOfValues = often('<attvalues>')
const endOfValues = often('</attvalues>')

/** All values of a row; where there is none, not even what would stand around them. */
function valuesWriter(graph: Graph, attributes: readonly Attribute[]): CellWriter {
  const writers = attributes.map((attribute) =>
    cellWriter(graph, attribute, { before: `<attvalue for="${escapeXml(attribute.id)}" value="`, after: '"/>' }),
  )
  return (to, row) => {
    const before = to.length
    to.raw(beginOfValues)
    const first = to.length
    for (const write of writers) write(to, row)
    if (to.length === first) to.length = before
    else to.raw(endOfValues)
  }
}

const both =
  (first: CellWriter, second: CellWriter): CellWriter =>
  (to, row) => {
    first(to, row)
    second(to, row)
  }

/** The colour of a node's family, where nodes have none of their own. */
function familyColour(graph: Graph): CellWriter {
  const { codes, dictionary } = graph.nodes.type
  const types = typesById(graph)
  const familyOf = (id: string) => types.get(id)?.family ?? ''
  const elements = textColumn([...dictionary, ''].map((id) => colourElement(colours[familyOf(id)] ?? neutral)))
  return (to, row) => to.cell(elements, codes[row] === NONE ? dictionary.length : codes[row]!)
}
