import { invalidFilterPart } from '../../analysis/filter/filterValidation'
import { filterKeyNamed } from '../../analysis/filter/filterKeys'
import { message, type Message } from '../../messages/message'
import { edgeRowIndex, figureRowIndex, nodeRowIndex, type Graph } from '../../model/graph'
import type { RowIndex } from '../../model/rowIndex'
import { encodableKeysOf } from '../canvas/encodingOptions'
import type { LayoutChoice, PinnedPositions, View } from './view'

/** A view without what a graph does not have, and what that was. */
export interface RestorableView {
  readonly view: View
  readonly faults: readonly Message[]
}

/** Larger coordinates leave the range of single precision on the way to the graphics card. */
const maxCoordinate = 1e9

/** Takes out of a view, part by part, what is not in the graph; the same view if everything is there. */
export function restorableView(view: View, graph: Graph): RestorableView {
  const faults: Message[] = []
  const nodes = present(view.selection.nodes, nodeRowIndex(graph), faults)
  const edges = present(view.selection.edges, edgeRowIndex(graph), faults)
  const { figure, ...selection } = view.selection
  const hasFigure = figure !== undefined && figureRowIndex(graph).get(figure) !== undefined
  if (figure !== undefined && !hasFigure) faults.push(message('work', 'notInGraph', { count: 1, example: figure }))
  const checked: View = {
    ...view,
    filter: presentSteps(view, graph, faults),
    selection: { ...selection, nodes, edges, ...(hasFigure && { figure }) },
    pins: presentPins(view.pins, graph, faults),
    layout: presentLayout(view, graph, faults),
    colour: presentKey('colour', view, graph, faults),
    size: presentKey('size', view, graph, faults),
  }
  return { view: faults.length === 0 ? view : withoutAbsent(checked), faults }
}

/** Without keys whose value is undefined, which a view does not have. */
function withoutAbsent({ colour, size, ...view }: View): View {
  return { ...view, ...(colour !== undefined && { colour }), ...(size !== undefined && { size }) }
}

function present(ids: readonly string[], rows: RowIndex, faults: Message[]): readonly string[] {
  const missing = ids.filter((id) => rows.get(id) === undefined)
  if (missing.length === 0) return ids
  faults.push(message('work', 'notInGraph', { count: missing.length, example: missing[0]! }))
  return ids.filter((id) => rows.get(id) !== undefined)
}

function presentPins(pins: PinnedPositions, graph: Graph, faults: Message[]): PinnedPositions {
  const rows = nodeRowIndex(graph)
  const isUsable = ([id, position]: readonly [string, readonly [number, number]]) =>
    rows.get(id) !== undefined && position.every((value) => Math.abs(value) <= maxCoordinate)
  const entries = Object.entries(pins)
  const missing = entries.filter((each) => !isUsable(each))
  if (missing.length === 0) return pins
  faults.push(message('work', 'pinsNotRestored', { count: missing.length, example: missing[0]![0] }))
  return Object.fromEntries(entries.filter(isUsable))
}

/** Metrics of the view become columns, which are not there yet when an address is read. */
const mayBeComputed = (key: string, { metrics }: View): boolean => key.startsWith('@') && metrics.length > 0

function presentSteps(view: View, graph: Graph, faults: Message[]): View['filter'] {
  const valid = view.filter.filter((step) => {
    const fault = invalidFilterPart(graph, [step])
    if (!fault || mayBeComputed(fault.part, view)) return true
    faults.push(message('work', 'filterStepNotRestored', { part: fault.part, reason: fault.reason }))
    return false
  })
  return valid.length === view.filter.length ? view.filter : valid
}

function presentLayout(view: View, graph: Graph, faults: Message[]): LayoutChoice {
  const { centre, column, ...layout } = view.layout
  const hasCentre = centre !== undefined && nodeRowIndex(graph).get(centre) !== undefined
  const hasColumn = column !== undefined && isKey(column, view, graph)
  if (centre !== undefined && !hasCentre) faults.push(message('work', 'notInGraph', { count: 1, example: centre }))
  if (column !== undefined && !hasColumn) faults.push(message('work', 'columnNotInGraph', { column }))
  const pins = layout.pinsDuringRun && presentPins(layout.pinsDuringRun, graph, faults)
  return { ...layout, ...(pins && { pinsDuringRun: pins }), ...(hasCentre && { centre }), ...(hasColumn && { column }) }
}

function presentKey(part: 'colour' | 'size', view: View, graph: Graph, faults: Message[]): string | undefined {
  const key = view[part]
  const { colours, sizes } = encodableKeysOf(graph)
  const known = part === 'colour' ? ['family', ...colours] : ['degree', ...sizes]
  if (key === undefined || known.includes(key) || isKey(key, view, graph)) return key
  faults.push(message('work', 'columnNotInGraph', { column: key.replace(/^@/, '') }))
  return undefined
}

const isKey = (key: string, view: View, graph: Graph): boolean =>
  filterKeyNamed(graph, key) !== undefined ||
  graph.nodes.attributes.has(key) ||
  graph.edges.attributes.has(key) ||
  mayBeComputed(key, view)
