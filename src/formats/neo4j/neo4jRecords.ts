import { firstOwnValue, idTextOf, isPlainObject, ownValue, type JsonObject } from '../json/jsonCells'

export interface Neo4jNode {
  /** All ids that a relationship may name it by, the one that is kept first. */
  readonly ids: readonly string[]
  readonly labels: readonly string[]
  readonly properties: JsonObject
}

export interface Neo4jRelationship {
  readonly id: string | undefined
  readonly type: string | undefined
  readonly start: string
  readonly end: string
  /** The ends, if the relationship has them as nodes. */
  readonly nodes: readonly Neo4jNode[]
  readonly properties: JsonObject
}

const idKeys = ['id', 'identity', '_id', 'elementId', '_element_id', 'element_id']
const startKeys = [
  'start',
  'startNode',
  'startNodeId',
  '_start',
  'startNodeElementId',
  '_start_node_element_id',
  'from',
  'source',
]
const endKeys = ['end', 'endNode', 'endNodeId', '_end', 'endNodeElementId', '_end_node_element_id', 'to', 'target']
const propertyKeys = ['properties', '_properties']

/** An id: a text, a number, or the two halves of a 64-bit integer as the JavaScript driver writes it. */
function neo4jIdOf(value: unknown): string | undefined {
  const [low, high] = [ownValue(value, 'low'), ownValue(value, 'high')]
  if (typeof low !== 'number' || typeof high !== 'number') return idTextOf(value)
  return String((BigInt(high) << 32n) | BigInt(low >>> 0))
}

const idsOf = (value: unknown): string[] => idKeys.flatMap((key) => neo4jIdOf(ownValue(value, key)) ?? [])

/** What is wrapped in `{"$type": …, "_value": …}`, as the Query API types its values. */
export function withoutType(value: unknown): unknown {
  if (typeof ownValue(value, '$type') !== 'string') return value
  return ownValue(value, '_value')
}

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : typeof value === 'string' ? [value] : []

/** A value as a node; undefined if it is none. Without labels it needs an id and properties, or the type "node". */
export function neo4jNodeOf(value: unknown): Neo4jNode | undefined {
  if (!isPlainObject(value)) return undefined
  const ids = idsOf(value)
  const labels = firstOwnValue(value, ['labels', '_labels'])
  const properties = firstOwnValue(value, propertyKeys)
  const isNode = Array.isArray(labels) || ownValue(value, 'type') === 'node'
  if (ids.length === 0 || !isNode) return undefined
  return { ids, labels: textsOf(labels), properties: propertiesOf(properties) }
}

/** A value as a relationship; undefined if it is none. Ends are ids or nodes. */
export function neo4jRelationshipOf(value: unknown): Neo4jRelationship | undefined {
  if (!isPlainObject(value) || Array.isArray(value['labels']) || Array.isArray(value['segments'])) return undefined
  const ends = [startKeys, endKeys].map((keys) => firstOwnValue(value, keys))
  const [start, end] = ends.map((each) => neo4jIdOf(each) ?? idsOf(each)[0])
  const properties = firstOwnValue(value, propertyKeys)
  const type = ['label', '_type', 'type']
    .map((key) => ownValue(value, key))
    .find((each) => typeof each === 'string' && each !== 'relationship')
  if (start === undefined || end === undefined || (type === undefined && properties === undefined)) return undefined
  const nodes = ends.flatMap((each) => neo4jNodeOf(each) ?? [])
  return {
    id: idsOf(value)[0],
    type: type as string | undefined,
    start,
    end,
    nodes,
    properties: propertiesOf(properties),
  }
}

/** Properties with plain values: integers in two halves as numbers, and values without their types. */
function propertiesOf(value: unknown): JsonObject {
  if (!isPlainObject(value)) return {}
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plainValue(each)]))
}

function plainValue(value: unknown): unknown {
  const inner = withoutType(value)
  if (Array.isArray(inner)) return inner.map(plainValue)
  const whole = isPlainObject(inner) && 'low' in inner ? neo4jIdOf(inner) : undefined
  if (whole !== undefined) return Number.isSafeInteger(Number(whole)) ? Number(whole) : whole
  const type = ownValue(value, '$type')
  return (type === 'Integer' || type === 'Float') &&
    typeof inner === 'string' &&
    Number.isFinite(Number(inner)) &&
    (type === 'Float' || Number.isSafeInteger(Number(inner)))
    ? Number(inner)
    : inner
}
