import { NONE, type TextColumn } from '../../model/columns'
import { Utf8StringTable } from './utf8StringTable'
import type { GraphCollector } from './graphCollector'

/** The edges of a collector as rows of its nodes. */
export interface EdgeEnds {
  readonly source: Uint32Array
  readonly target: Uint32Array
  readonly directed: Uint8Array
  /** Rows of the collector that are kept; undefined where all are. */
  readonly kept: Uint32Array | undefined
}

/**
 * Turns codes of ends into rows. An end that no node has becomes a node, so that nothing is lost; or its edges are left
 * out, where that was chosen. Where there are edges alone, their ends are the nodes, and nothing is missing.
 */
export function resolveEdgeEnds(collector: GraphCollector): EdgeEnds {
  const { edgeCount: count, choices } = collector
  if (collector.nodeCount === 0) nodesOfEnds(collector)
  const dangling = danglingIn(collector)
  const drop = choices.dangling === 'drop'
  if (dangling.length > 0 && !drop) for (const code of dangling) collector.addNode(code)
  const source = rowsOf(collector, collector.source.values, count)
  const target = rowsOf(collector, collector.target.values, count)
  const directed = collector.directed.toTypedArray(count)
  if (dangling.length === 0 || !drop) return { source, target, directed, kept: undefined }
  const kept = Uint32Array.from(source.keys()).filter((row) => source[row] !== NONE && target[row] !== NONE)
  const pick = <Values extends Uint32Array | Uint8Array>(values: Values) => kept.map((row) => values[row]!)
  return { source: pick(source), target: pick(target), directed: Uint8Array.from(pick(directed)), kept }
}

function nodesOfEnds(collector: GraphCollector): void {
  const { source, target, rowOfCode, edgeCount } = collector
  for (let row = 0; row < edgeCount; row++) {
    if (rowOfCode.at(source.at(row)) === NONE) collector.addNode(source.at(row))
    if (rowOfCode.at(target.at(row)) === NONE) collector.addNode(target.at(row))
  }
}

/** Codes that edges end at and no node has, in order of first appearance; each edge is counted as repaired. */
function danglingIn(collector: GraphCollector): number[] {
  const { rowOfCode, edgeCount, choices } = collector
  const how =
    choices.dangling === 'drop' ? 'An edge to nowhere is left out.' : 'What is missing becomes a node without a type.'
  const found = new Set<number>()
  for (let row = 0; row < edgeCount; row++) {
    const from = collector.source.at(row)
    const to = collector.target.at(row)
    const missing = rowOfCode.at(from) === NONE ? from : rowOfCode.at(to) === NONE ? to : undefined
    if (missing === undefined) continue
    for (const end of [from, to]) if (rowOfCode.at(end) === NONE) found.add(end)
    collector.repair('dangling edges', `ends at "${collector.ids.text(missing)}"`, how)
  }
  return [...found]
}

function rowsOf({ rowOfCode }: GraphCollector, ends: Uint32Array, count: number): Uint32Array {
  const rows = new Uint32Array(count)
  const known = rowOfCode.values
  const length = rowOfCode.length
  for (let row = 0; row < count; row++) {
    const code = ends[row]!
    rows[row] = code < length ? known[code]! : NONE
  }
  return rows
}

/** Ids of nodes by row. */
export function nodeIdColumn({ ids, codeOfRow, nodeCount }: GraphCollector): TextColumn {
  const rows = codeOfRow.toTypedArray(nodeCount)
  const inOrder = ids.size === nodeCount && rows.every((code, row) => code === row)
  return inOrder ? ids.toColumn() : ids.columnOfCodes(rows)
}

/**
 * Ids of edges: as the file gives them, each once; where it gives none, or one for the second time, made of the ends
 * ("a--b", "a--b--2").
 */
export function edgeIdColumn(
  collector: GraphCollector,
  { source, target, kept }: EdgeEnds,
  nodeIds: TextColumn,
): TextColumn {
  const { table } = collector.edgeIds
  const rows = givenOnce(collector, source.length, kept)
  if (!rows.includes(NONE)) return columnIn(table, rows)
  const made = new Utf8StringTable()
  const scratch = new Scratch()
  for (let row = 0; row < source.length; row++) {
    const code = rows[row]!
    if (code !== NONE) {
      const bytes = table.bytesOf(code)
      rows[row] = made.codeOfBytes(bytes, 0, bytes.length)
      continue
    }
    rows[row] = scratch.made(nodeIds, [source[row]!, target[row]!], (bytes, length) => {
      if (table.size > 0 && table.has(bytes, 0, length)) return undefined
      const before = made.size
      const own = made.codeOfBytes(bytes, 0, length)
      return own === before ? own : undefined
    })
  }
  return columnIn(made, rows)
}

/** The code of the id that the file gives each edge; NONE where it gives none, or one that an edge before it has. */
function givenOnce(collector: GraphCollector, count: number, kept: Uint32Array | undefined): Uint32Array {
  const { table, codes } = collector.edgeIds
  const taken = new Uint8Array(table.size)
  const rows = new Uint32Array(count)
  for (let row = 0; row < count; row++) {
    const code = codes.at(kept ? kept[row]! : row)
    const again = code !== NONE && taken[code] === 1
    if (again) collector.repair('duplicate edges', table.text(code), 'The later of two was given an id of its own.')
    rows[row] = again ? NONE : code
    if (code !== NONE) taken[code] = 1
  }
  return rows
}

const columnIn = (table: Utf8StringTable, rows: Uint32Array): TextColumn =>
  table.size === rows.length && rows.every((code, row) => code === row) ? table.toColumn() : table.columnOfCodes(rows)

/** Builds ids of the bytes of both ends, without making strings of them. */
class Scratch {
  #bytes = new Uint8Array(256)
  /** How often a pair was asked for, so that the hundredth parallel edge does not try ninety-nine ids. */
  readonly #turns = new Map<number, number>()

  made(
    ids: TextColumn,
    [from, to]: [number, number],
    take: (bytes: Uint8Array, length: number) => number | undefined,
  ): number {
    const base = this.#put(ids, to, this.#dashes(this.#put(ids, from, 0)))
    const first = take(this.#bytes, base)
    if (first !== undefined) return first
    const pair = from * ids.offsets.length + to
    for (let turn = this.#turns.get(pair) ?? 2; ; turn++) {
      const text = `--${turn}`
      this.#room(base + text.length)
      for (let at = 0; at < text.length; at++) this.#bytes[base + at] = text.charCodeAt(at)
      const code = take(this.#bytes, base + text.length)
      if (code === undefined) continue
      this.#turns.set(pair, turn + 1)
      return code
    }
  }

  #put({ bytes, offsets }: TextColumn, row: number, at: number): number {
    const [from, end] = [offsets[row]!, offsets[row + 1]!]
    this.#room(at + end - from + 16)
    const own = this.#bytes
    for (let byte = from, to = at; byte < end; byte++, to++) own[to] = bytes[byte]!
    return at + end - from
  }

  #dashes(at: number): number {
    this.#bytes[at] = this.#bytes[at + 1] = 0x2d
    return at + 2
  }

  #room(length: number): void {
    if (length <= this.#bytes.length) return
    const larger = new Uint8Array(length * 2)
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}
