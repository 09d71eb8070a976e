import { message } from '../../messages/message'
import type { GraphCollector } from '../collect/graphCollector'
import type { RecordCells } from '../collect/graphRecords'

/** Properties that a thing is called by, the best first. */
const labelNames = ['label', 'name', 'title', 'caption', 'displayName', 'display_name', 'fullName', 'full_name']

/**
 * What the node with these cells is called, and its other cells. A label from `label` or `name` needs no column; any other
 * property stays one.
 */
export function labelledCells(
  cells: RecordCells,
  collector: GraphCollector,
): { readonly label: string | undefined; readonly cells: RecordCells } {
  for (const name of labelNames) {
    const cell = Object.hasOwn(cells, name) ? cells[name] : undefined
    if (cell === undefined || Array.isArray(cell)) continue
    if (name === 'name' && !collector.guesses.some(({ id }) => id === 'labelsFromName'))
      collector.guesses.push(message('files', 'labelsFromName'))
    const rest = Object.entries(cells).filter(([key]) => key !== name)
    return { label: String(cell), cells: name === 'label' || name === 'name' ? Object.fromEntries(rest) : cells }
  }
  return { label: undefined, cells }
}

/** The labels of a node in a property graph: the first is its type; all are a list if any node has several. */
export function typeCells(labels: readonly string[], someHaveSeveral: boolean): RecordCells {
  if (labels.length === 0) return {}
  return someHaveSeveral ? { type: labels[0]!, labels: [...labels] } : { type: labels[0]! }
}

/** Both: those properties that have the name of a structural cell are called "name (property)". */
export const withProperties = (structural: RecordCells, properties: RecordCells): RecordCells =>
  Object.fromEntries([
    ...Object.entries(structural),
    ...Object.entries(properties).map(
      ([name, cell]) => [Object.hasOwn(structural, name) ? `${name} (property)` : name, cell] as const,
    ),
  ])
