import type { AttributeValue } from '../../model/records'
import type { RecordCells } from '../collect/graphRecords'

export type JsonObject = Readonly<Record<string, unknown>>

export const isPlainObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value of an own key of an object; undefined for anything else, also for keys that every object inherits. */
export const ownValue = (value: unknown, key: string): unknown =>
  isPlainObject(value) && Object.hasOwn(value, key) ? value[key] : undefined

/** The first of these keys that an object has with a value that is not null. */
export function firstOwnValue(value: unknown, keys: readonly string[]): unknown {
  for (const key of keys) {
    const found = ownValue(value, key)
    if (found !== undefined && found !== null) return found
  }
  return undefined
}

/** The text of a value that can be an id: a text that is not empty, or a number. */
export const idTextOf = (value: unknown): string | undefined =>
  typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : undefined

/**
 * The fields of a JSON object as cells: texts, numbers and booleans as they are, arrays as lists, and the fields of nested
 * objects under "object.field" (what is nested deeper as JSON). Null, empty texts and empty lists are no cells.
 */
export function jsonCellsOf(fields: JsonObject, without: ReadonlySet<string> = noKeys): RecordCells {
  const cells = new Map<string, AttributeValue>()
  for (const [name, value] of Object.entries(fields)) {
    if (without.has(name)) continue
    if (!isPlainObject(value)) addCell(cells, name, value)
    else
      for (const [inner, innerValue] of Object.entries(value))
        addCell(cells, `${name}.${inner}`, isPlainObject(innerValue) ? JSON.stringify(innerValue) : innerValue)
  }
  return Object.fromEntries(cells)
}

const noKeys: ReadonlySet<string> = new Set()

function addCell(cells: Map<string, AttributeValue>, name: string, value: unknown): void {
  if (value === null || value === undefined || value === '') return
  if (Array.isArray(value)) {
    const items = value.filter((item) => item !== null).map((item) => textOfItem(item))
    if (items.length > 0) cells.set(name, items)
  } else if (typeof value === 'number' || typeof value === 'boolean') cells.set(name, value)
  else cells.set(name, String(value))
}

const textOfItem = (item: unknown): string => (typeof item === 'object' ? JSON.stringify(item) : String(item))
