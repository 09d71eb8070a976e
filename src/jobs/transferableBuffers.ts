/**
 * The memory behind every typed array in a value, each once: handed over with a message it changes hands without being
 * copied. Arrays of plain values are not walked through; memory that is shared stays shared.
 */
export function transferableBuffers(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>()
  walk(value, found)
  return [...found]
}

function walk(value: unknown, found: Set<ArrayBuffer>): void {
  if (typeof value !== 'object' || value === null) return
  const buffer = ArrayBuffer.isView(value) ? value.buffer : value
  if (buffer instanceof ArrayBuffer) found.add(buffer)
  else if (!ArrayBuffer.isView(value)) for (const each of within(value)) walk(each, found)
}

function within(value: object): Iterable<unknown> {
  if (Array.isArray(value)) return typeof value[0] === 'object' ? value : []
  if (value instanceof Map) return value.values()
  return Object.getPrototypeOf(value) === Object.prototype ? Object.values(value) : []
}
