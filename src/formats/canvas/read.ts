import { message } from '../../messages/message'
import type { GraphCollector } from '../collect/graphCollector'
import type { InputFile } from '../io/inputFile'

type CanvasItem = Readonly<Record<string, unknown>>

const isItem = (value: unknown): value is CanvasItem =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined

/**
 * Reads JSON Canvas 1.0 (jsoncanvas.org/spec/1.0), as Obsidian writes it: cards as nodes with their places, whose y grows
 * downwards, and arrows as edges. An edge with an arrow at neither end is undirected, one with arrows at both is mutual.
 */
export function collectCanvas(file: InputFile, collector: GraphCollector): void {
  const { nodes, edges } = file.json as CanvasItem
  itemsOf(nodes).forEach((node, at) => collectCard(collector, node, at))
  itemsOf(edges).forEach((edge, at) => collectArrow(collector, edge, at))
}

function collectCard(collector: GraphCollector, node: unknown, at: number): void {
  const id = isItem(node) ? textOf(node['id']) : undefined
  if (!isItem(node) || id === undefined)
    return collector.repair(
      'left out',
      message('files', 'exampleNode', { number: at + 1 }),
      message('files', 'nodesWithoutIdIgnored'),
    )
  const row = collector.addNode(collector.codeOfId(id))
  const label = labelOf(node)
  if (label) collector.setLabel(row, label)
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(node[name] ?? NaN))
  collector.setPosition(row, x! + (width || 0) / 2, 0 - (y! + (height || 0) / 2))
  putCells(collector.nodes, row, node, ['id', 'label', 'x', 'y', node['text'] === label ? 'text' : ''])
}

/** The first line of a text without the signs of a heading, the name of a file, an address, or the label of a group. */
function labelOf({ type, text, file, url, label }: CanvasItem): string | undefined {
  if (type === 'file') return textOf(file)?.split('/').at(-1)
  if (type === 'link') return textOf(url)
  if (type === 'group') return textOf(label)
  const lines = (textOf(text) ?? '').split('\n').map((line) => line.replace(/^\s*#+\s+/, '').trim())
  return lines.find((line) => line !== '')
}

function collectArrow(collector: GraphCollector, edge: unknown, at: number): void {
  const [from, to] = isItem(edge) ? [textOf(edge['fromNode']), textOf(edge['toNode'])] : []
  if (!isItem(edge) || from === undefined || to === undefined)
    return collector.repair(
      'left out',
      message('files', 'exampleEdge', { number: at + 1 }),
      message('files', 'edgesWithoutEndsIgnored'),
    )
  const hasStart = edge['fromEnd'] === 'arrow'
  const hasEnd = edge['toEnd'] !== 'none'
  const [source, target] = hasStart && !hasEnd ? [to, from] : [from, to]
  const direction = hasStart !== hasEnd ? 'directed' : hasStart ? 'mutual' : 'undirected'
  const row = collector.addEdge(collector.codeOfId(source), collector.codeOfId(target), direction)
  const [id, label] = [textOf(edge['id']), textOf(edge['label'])]
  if (id !== undefined) collector.edgeIds.setText(row, id)
  if (label) collector.edgeLabels.setText(row, label)
  putCells(collector.edges, row, edge, ['id', 'label', 'fromNode', 'toNode'])
}

/** Writes all values of a card or an arrow into columns, except those with these names. */
function putCells(columns: GraphCollector['nodes'], row: number, item: CanvasItem, without: readonly string[]): void {
  for (const [name, value] of Object.entries(item)) {
    if (without.includes(name) || value === null || value === '') continue
    if (typeof value === 'number') columns.column(name, 'number').setNumber(row, value)
    else columns.column(name).setText(row, typeof value === 'object' ? JSON.stringify(value) : String(value))
  }
}
