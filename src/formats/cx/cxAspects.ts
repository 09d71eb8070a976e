import { isPlainObject, ownValue, type JsonObject } from '../json/jsonCells'

/** The aspects of a CX file by name: an aspect may come in several parts. */
export function cxAspectsOf(json: unknown): Map<string, JsonObject[]> {
  const aspects = new Map<string, JsonObject[]>()
  for (const part of Array.isArray(json) ? (json as unknown[]) : [])
    for (const [name, records] of Object.entries(isPlainObject(part) ? part : {}))
      if (Array.isArray(records)) {
        const found = aspects.get(name) ?? []
        for (const record of records as unknown[]) if (isPlainObject(record)) found.push(record)
        aspects.set(name, found)
      }
  return aspects
}

/** Attributes by their full names, with the defaults of the declaration (cytoscape.org/cx/cx2/specification). */
export function declaredAttributes(declarations: unknown): (given: unknown) => JsonObject {
  const entries = isPlainObject(declarations) ? Object.entries(declarations) : []
  const nameOf = new Map(entries.map(([name, declared]) => [String(ownValue(declared, 'a') ?? name), name]))
  const defaults = entries.flatMap(([name, declared]): [string, unknown][] => {
    const value = ownValue(declared, 'v')
    return value === undefined ? [] : [[name, value]]
  })
  return (given) => {
    const own = Object.entries(isPlainObject(given) ? given : {})
    return Object.fromEntries([...defaults, ...own.map(([name, value]) => [nameOf.get(name) ?? name, value] as const)])
  }
}

/** The attributes of CX version 1, which stand in an aspect of their own as texts with a type, by their owner's id. */
export function separateAttributes(records: readonly JsonObject[]): Map<string, Map<string, unknown>> {
  const found = new Map<string, Map<string, unknown>>()
  for (const { po, n, v, d } of records)
    for (const owner of [po].flat()) {
      const own = found.get(String(owner)) ?? new Map<string, unknown>()
      own.set(String(n), typedValue(v, typeof d === 'string' ? d : 'string'))
      found.set(String(owner), own)
    }
  return found
}

function typedValue(value: unknown, type: string): unknown {
  if (Array.isArray(value)) return value
  if (/^(double|integer|long|float)$/.test(type) && Number.isFinite(Number(value))) return Number(value)
  return type === 'boolean' ? String(value) === 'true' : value
}
