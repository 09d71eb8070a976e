import { message, type Message } from '../../messages/message'
import { textAt, type TextColumn } from '../../model/columns'
import { edgeRowIndex, nodeRowIndex, type Graph } from '../../model/graph'
import type { RowIndex } from '../../model/rowIndex'
import { ByteNumbers, fromBase64Url, idsHash, packRows, pushNumber, toBase64Url, unpackRows } from './rowSetText'

/** A part of the view that an address may be too short for. */
export type AddressPart = 'selection' | 'pins' | 'filter' | 'other'

/** A query of limited length, and the parts of the view that it does not hold. */
export interface ShortQuery {
  readonly query: string
  readonly missing: readonly AddressPart[]
}

/** The parameters that list ids, how they are called when they are packed, and the part of the view that they are. */
const lists = [
  { one: 'node', packed: 'nodes', of: 'node', pins: false },
  { one: 'edge', packed: 'edges', of: 'edge', pins: false },
  { one: 'pin', packed: 'pins', of: 'node', pins: true },
  { one: 'fixed', packed: 'fixeds', of: 'node', pins: true },
] as const
type List = (typeof lists)[number]

const partOfKey = new Map<string, AddressPart>([
  ['node', 'selection'],
  ['nodes', 'selection'],
  ['edge', 'selection'],
  ['edges', 'selection'],
  ['pin', 'pins'],
  ['pins', 'pins'],
  ['fixed', 'pins'],
  ['fixeds', 'pins'],
  ['filter', 'filter'],
])
const partOf = (parameter: string): AddressPart => partOfKey.get(keyOf(parameter)) ?? 'other'
const keyOf = (parameter: string): string => parameter.slice(0, parameter.indexOf('='))
const valueOf = (parameter: string): string => new URLSearchParams(parameter).values().next().value ?? ''

/** Names the data, the version and the layout, without which nothing else means anything. */
const isNeeded = (parameter: string): boolean => ['open', 'work', 'v', 'layout'].includes(keyOf(parameter))

/**
 * A query in at most so many characters. Long lists of ids become rows of these data, marked by a hash of them; then the
 * longest parts are left out, one after the other.
 */
export function shortenQuery(query: string, graph: Graph, maxLength: number): ShortQuery {
  if (query.length <= maxLength) return { query, missing: [] }
  let parameters = lists.reduce((all, list) => withPackedList(all, list, graph), query.split('&'))
  const missing = new Set<AddressPart>()
  while (parameters.join('&').length > maxLength) {
    const longest = longestPart(parameters)
    if (longest === undefined) break
    missing.add(longest)
    parameters = parameters.filter((each) => isNeeded(each) || partOf(each) !== longest)
  }
  return { query: parameters.join('&'), missing: [...missing] }
}

function longestPart(parameters: readonly string[]): AddressPart | undefined {
  const lengths = new Map<AddressPart, number>()
  for (const each of parameters)
    if (!isNeeded(each)) lengths.set(partOf(each), (lengths.get(partOf(each)) ?? 0) + each.length + 1)
  return [...lengths].sort(([, one], [, other]) => other - one)[0]?.[0]
}

/** Replaces the parameters of a list by one, if that is shorter and the graph has all that they name. */
function withPackedList(parameters: string[], list: List, graph: Graph): string[] {
  const isListed = (parameter: string) => keyOf(parameter) === list.one
  const listed = parameters.filter(isListed)
  const packed = listed.length > 0 ? packedList(listed.map(valueOf), list, graph) : undefined
  if (packed === undefined || packed.length >= listed.join('&').length) return parameters
  const first = parameters.findIndex(isListed)
  return [...parameters.slice(0, first), packed, ...parameters.slice(first).filter((each) => !isListed(each))]
}

function packedList(values: readonly string[], list: List, graph: Graph): string | undefined {
  const { ids, rowOf } = tableOf(list, graph)
  const items = values.map((value) => {
    const at = list.pins ? value.lastIndexOf('@') : value.length
    return { row: rowOf.get(value.slice(0, at)) ?? -1, position: value.slice(at + 1) }
  })
  items.sort((one, other) => one.row - other.row)
  const rows = items.map(({ row }) => row)
  if (rows[0] === -1 || new Set(rows).size < rows.length) return undefined
  const parts = [idsHash(ids), packRows(rows)]
  if (list.pins) parts.push(packPositions(items.map(({ position }) => position.split(',').map(Number))))
  return `${list.packed}=${parts.join('.')}`
}

/** Positions in thousandths, each as the difference to the one before. */
function packPositions(positions: readonly (readonly number[])[]): string {
  const bytes: number[] = []
  let last: readonly number[] = [0, 0]
  for (const position of positions.map((each) => each.map((value) => Math.round(value * 1000)))) {
    position.forEach((value, axis) => {
      const step = value - last[axis]!
      pushNumber(bytes, step < 0 ? -2 * step - 1 : 2 * step)
    })
    last = position
  }
  return toBase64Url(bytes)
}

function unpackPositions(text: string, count: number): string[] | undefined {
  const bytes = fromBase64Url(text)
  if (!bytes) return undefined
  const numbers = new ByteNumbers(bytes, 0)
  const last = [0, 0]
  const positions: string[] = []
  for (let row = 0; row < count; row++) {
    for (const axis of [0, 1]) {
      const step = numbers.next()
      if (step === undefined) return undefined
      last[axis]! += step % 2 === 1 ? -(step + 1) / 2 : step / 2
    }
    positions.push(last.map((value) => value / 1000).join(','))
  }
  return positions
}

/** A query with its packed lists as ids again; a list that was packed for other data is left out and named. */
export function expandQuery(
  query: string,
  graph: Graph,
): { readonly query: string; readonly faults: readonly Message[] } {
  const faults: Message[] = []
  const parameters = query.split('&').flatMap((parameter) => {
    const list = lists.find(({ packed }) => packed === keyOf(parameter))
    if (!list) return [parameter]
    const values = unpackedList(valueOf(parameter), list, graph)
    if (!values) faults.push(message('work', list.pins ? 'pinsOfOtherData' : 'selectionOfOtherData'))
    return (values ?? []).map((value) => `${list.one}=${encodeURIComponent(value)}`)
  })
  return { query: parameters.join('&'), faults }
}

function unpackedList(text: string, list: List, graph: Graph): readonly string[] | undefined {
  const [hash, packed = '', positions = ''] = text.split('.')
  const { ids } = tableOf(list, graph)
  if (hash !== idsHash(ids)) return undefined
  const rows = unpackRows(packed, ids.offsets.length - 1)
  if (!rows || !list.pins) return rows?.map((row) => textAt(ids, row))
  const at = unpackPositions(positions, rows.length)
  return at && rows.map((row, index) => `${textAt(ids, row)}@${at[index]}`)
}

const tableOf = ({ of }: List, graph: Graph): { readonly ids: TextColumn; readonly rowOf: RowIndex } =>
  of === 'node'
    ? { ids: graph.nodes.id, rowOf: nodeRowIndex(graph) }
    : { ids: graph.edges.id, rowOf: edgeRowIndex(graph) }
