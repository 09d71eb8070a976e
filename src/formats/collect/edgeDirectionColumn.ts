import { message } from '../../messages/message'
import { edgeDirections, type EdgeDirection } from '../../model/enumerations'
import type { ColumnBuilder } from './columnBuilder'
import type { GraphCollector } from './graphCollector'

/** The columns in which Kizuna writes the direction of edges where a format cannot say it: the first that is free. */
export const directionColumnNames = ['direction', 'direction of the edge'] as const

/** The direction that a word names, in any case; undefined if it names none. */
export function parseDirectionWord(text: string): EdgeDirection | undefined {
  const word = text.trim().toLowerCase()
  return edgeDirections.find((direction) => direction === word)
}

/** The direction that a cell of a table says: a word, or whether the edge is directed; directed if it says nothing. */
export const directionInCell = (text: string): EdgeDirection =>
  parseDirectionWord(text) ?? (/^\s*(false|0|no)\s*$/i.test(text) ? 'undirected' : 'directed')

/**
 * Takes directions from columns: `direction`, if each of its words names one, and `symmetric`, which files of earlier versions
 * of Kizuna have. The columns are then gone, and the report says so of the first.
 */
export function takeDirectionColumns(collector: GraphCollector): void {
  const { edges, edgeCount, directions, guesses } = collector
  for (const name of directionColumnNames.toReversed()) {
    const column = edges.all.get(name)
    if (!column || !takeDirections(collector, column)) continue
    edges.all.delete(name)
    guesses.push(message('formats', 'directionFromColumn', { column: name }))
    break
  }
  const symmetric = collector.nodes.all.has('type_label') ? edges.all.get('symmetric') : undefined
  for (let row = 0; symmetric && row < edgeCount; row++)
    if (symmetric.textAt(row) === 'true') directions.set(row, edgeDirections.indexOf('undirected'))
}

/** Takes the directions that the words of a column name; false, with nothing taken, if any word names none. */
function takeDirections({ edgeCount, directions }: GraphCollector, column: ColumnBuilder): boolean {
  const numbers = new Map<string, number>()
  const rows: number[] = []
  for (let row = 0; row < edgeCount; row++) {
    const text = column.has(row) ? column.textAt(row)! : undefined
    if (text === undefined) continue
    if (!numbers.has(text)) {
      const direction = parseDirectionWord(text)
      if (direction === undefined) return false
      numbers.set(text, edgeDirections.indexOf(direction))
    }
    rows.push(row)
  }
  for (const row of rows) directions.set(row, numbers.get(column.textAt(row)!)!)
  return rows.length > 0
}
