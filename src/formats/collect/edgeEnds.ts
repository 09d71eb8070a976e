import { message } from '../../messages/message'
import { NONE, type TextColumn } from '../../model/columns'
import { Utf8StringTable } from './utf8StringTable'
import type { GraphCollector } from './graphCollector'

/** The ends of the edges as rows of nodes. */
export interface EdgeEnds {
  readonly source: Uint32Array
  readonly target: Uint32Array
  /** Index into `edgeDirections`. */
  readonly direction: Uint8Array
  /** The collector's rows of the edges that are kept; undefined if all are. */
  readonly kept: Uint32Array | undefined
}

/**
 * Resolves the codes of ends to rows of nodes. A missing node is added, so that nothing is lost, or its edges are left
 * out if the person chose so. If the file has only edges, their ends are the nodes and nothing is missing.
 */
export function resolveEdgeEnds(collector: GraphCollector): EdgeEnds {
  const { edgeCount: count, choices } = collector
  if (collector.nodeCount === 0) addEndsAsNodes(collector)
  const dangling = findDanglingEnds(collector)
  const drop = choices.dangling === 'drop'
  if (dangling.length > 0 && !drop) for (const code of dangling) collector.addNode(code)
  const source = rowsOf(collector, collector.source.values, count)
  const target = rowsOf(collector, collector.target.values, count)
  const direction = collector.directions.toTypedArray(count)
  if (dangling.length === 0 || !drop) return { source, target, direction, kept: undefined }
  const kept = Uint32Array.from(source.keys()).filter((row) => source[row] !== NONE && target[row] !== NONE)
  const pick = <Values extends Uint32Array | Uint8Array>(values: Values) => kept.map((row) => values[row]!)
  return { source: pick(source), target: pick(target), direction: Uint8Array.from(pick(direction)), kept }
}

function addEndsAsNodes(collector: GraphCollector): void {
  const { source, target, rowOfCode, edgeCount } = collector
  for (let row = 0; row < edgeCount; row++) {
    if (rowOfCode.at(source.at(row)) === NONE) collector.addNode(source.at(row))
    if (rowOfCode.at(target.at(row)) === NONE) collector.addNode(target.at(row))
  }
}

/** Codes of ends that no node has, in order of first appearance. Each such edge is reported as a repair. */
function findDanglingEnds(collector: GraphCollector): number[] {
  const { rowOfCode, edgeCount, choices } = collector
  const how = message('files', choices.dangling === 'drop' ? 'danglingEdgesDropped' : 'danglingEndsAdded')
  const found = new Set<number>()
  for (let row = 0; row < edgeCount; row++) {
    const from = collector.source.at(row)
    const to = collector.target.at(row)
    const missing = rowOfCode.at(from) === NONE ? from : rowOfCode.at(to) === NONE ? to : undefined
    if (missing === undefined) continue
    for (const end of [from, to]) if (rowOfCode.at(end) === NONE) found.add(end)
    collector.repair('dangling edges', message('files', 'exampleEnd', { id: collector.ids.text(missing) }), how)
  }
  return [...found]
}

function rowsOf({ rowOfCode }: GraphCollector, ends: Uint32Array, count: number): Uint32Array {
  const rows = new Uint32Array(count)
  const rowByCode = rowOfCode.values
  const length = rowOfCode.length
  for (let row = 0; row < count; row++) {
    const code = ends[row]!
    rows[row] = code < length ? rowByCode[code]! : NONE
  }
  return rows
}

/** The ids of nodes by row. */
export function buildNodeIdColumn({ ids, codeOfRow, nodeCount }: GraphCollector): TextColumn {
  const rows = codeOfRow.toTypedArray(nodeCount)
  const inOrder = ids.size === nodeCount && rows.every((code, row) => code === row)
  return inOrder ? ids.toColumn() : ids.columnOfCodes(rows)
}

/**
 * The ids of edges by row: those of the file. An edge without one, or with one that an earlier edge has, gets an id made
 * of its ends ("a--b", "a--b--2").
 */
export function buildEdgeIdColumn(
  collector: GraphCollector,
  { source, target, kept }: EdgeEnds,
  nodeIds: TextColumn,
): TextColumn {
  const { table } = collector.edgeIds
  const codes = uniqueEdgeIdCodes(collector, source.length, kept)
  if (!codes.includes(NONE)) return columnOfTable(table, codes)
  const ids = new Utf8StringTable()
  const builder = new EdgeIdBuilder()
  for (let row = 0; row < source.length; row++) {
    const code = codes[row]!
    if (code !== NONE) {
      const bytes = table.bytesOf(code)
      codes[row] = ids.codeOfBytes(bytes, 0, bytes.length)
      continue
    }
    codes[row] = builder.build(nodeIds, [source[row]!, target[row]!], (bytes, length) => {
      if (table.size > 0 && table.has(bytes, 0, length)) return undefined
      const before = ids.size
      const added = ids.codeOfBytes(bytes, 0, length)
      return added === before ? added : undefined
    })
  }
  return columnOfTable(ids, codes)
}

/** The code of each edge's id in the file; NONE if it has none, or one that an earlier edge has. */
function uniqueEdgeIdCodes(collector: GraphCollector, count: number, kept: Uint32Array | undefined): Uint32Array {
  const { table, codes } = collector.edgeIds
  const taken = new Uint8Array(table.size)
  const rows = new Uint32Array(count)
  for (let row = 0; row < count; row++) {
    const code = codes.at(kept ? kept[row]! : row)
    const isDuplicate = code !== NONE && taken[code] === 1
    if (isDuplicate) collector.repair('duplicate edges', table.text(code), message('files', 'duplicateEdgesRenamed'))
    rows[row] = isDuplicate ? NONE : code
    if (code !== NONE) taken[code] = 1
  }
  return rows
}

const columnOfTable = (table: Utf8StringTable, codes: Uint32Array): TextColumn =>
  table.size === codes.length && codes.every((code, row) => code === row)
    ? table.toColumn()
    : table.columnOfCodes(codes)

/** Builds ids of edges from the bytes of both ends, without making strings of them. */
class EdgeIdBuilder {
  #bytes = new Uint8Array(256)
  /** The next suffix of each pair of ends, so that the hundredth parallel edge does not try ninety-nine ids. */
  readonly #nextSuffix = new Map<number, number>()

  /** Returns what `take` returns for the first id that it accepts: "a--b", "a--b--2", ... */
  build(
    ids: TextColumn,
    [from, to]: [number, number],
    take: (bytes: Uint8Array, length: number) => number | undefined,
  ): number {
    const base = this.#append(ids, to, this.#dashes(this.#append(ids, from, 0)))
    const first = take(this.#bytes, base)
    if (first !== undefined) return first
    const pair = from * ids.offsets.length + to
    for (let suffix = this.#nextSuffix.get(pair) ?? 2; ; suffix++) {
      const text = `--${suffix}`
      this.#reserve(base + text.length)
      for (let at = 0; at < text.length; at++) this.#bytes[base + at] = text.charCodeAt(at)
      const code = take(this.#bytes, base + text.length)
      if (code === undefined) continue
      this.#nextSuffix.set(pair, suffix + 1)
      return code
    }
  }

  #append({ bytes, offsets }: TextColumn, row: number, at: number): number {
    const [from, end] = [offsets[row]!, offsets[row + 1]!]
    this.#reserve(at + end - from + 16)
    const target = this.#bytes
    for (let byte = from, to = at; byte < end; byte++, to++) target[to] = bytes[byte]!
    return at + end - from
  }

  #dashes(at: number): number {
    this.#bytes[at] = this.#bytes[at + 1] = 0x2d
    return at + 2
  }

  #reserve(length: number): void {
    if (length <= this.#bytes.length) return
    const larger = new Uint8Array(length * 2)
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}
