/**
 * The memory behind every typed array in a value, each once: handed over with a message it changes hands without being
 * copied. Arrays of plain values are not walked through; memory that is shared stays shared.
 */
export function buffersIn(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>()
  walk(value, found)
  return [...found]
}

function walk(value: unknown, found: Set<ArrayBuffer>): void {
  if (typeof value !== 'object' || value === null) return
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer)
  } else if (value instanceof ArrayBuffer) found.add(value)
  else if (Array.isArray(value)) {
    if (typeof value[0] === 'object') for (const each of value) walk(each, found)
  } else if (value instanceof Map) for (const each of value.values()) walk(each, found)
  else if (Object.getPrototypeOf(value) === Object.prototype) for (const each of Object.values(value)) walk(each, found)
}
