/**
 * The buffers behind all typed arrays in a value, each once: passed as the transfer list of a message, they are moved
 * instead of copied. Arrays of plain values are not searched, and shared buffers are left out.
 */
export function transferableBuffers(value: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  addBuffers(value, buffers)
  return [...buffers]
}

function addBuffers(value: unknown, buffers: Set<ArrayBuffer>): void {
  if (typeof value !== 'object' || value === null) return
  const buffer = ArrayBuffer.isView(value) ? value.buffer : value
  if (buffer instanceof ArrayBuffer) buffers.add(buffer)
  else if (!ArrayBuffer.isView(value)) for (const each of valuesIn(value)) addBuffers(each, buffers)
}

function valuesIn(value: object): Iterable<unknown> {
  if (Array.isArray(value)) return typeof value[0] === 'object' ? value : []
  if (value instanceof Map) return value.values()
  return Object.getPrototypeOf(value) === Object.prototype ? Object.values(value) : []
}
