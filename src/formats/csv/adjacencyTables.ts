import { message } from '../../messages/message'
import type { GraphCollector } from '../collect/graphCollector'
import type { InputFile } from '../io/inputFile'
import type { CsvCellReader } from './csvCellReader'
import type { CsvDialect } from './csvDialect'
import { parseAmountText } from './parseAmount'

/** Number of rows that are looked at, and minimum share of later cells that are the first cell of a row. */
const sampledRows = 200
const minNeighbourShare = 0.3

const trimmed = (cells: readonly string[]): string[] => cells.map((cell) => cell.trim())
const isWeight = (cell: string): boolean => cell === '' || parseAmountText(cell) !== undefined

/** Whether the rows are an adjacency matrix: the header names the rows in the same order, and cells are weights or empty. */
export function isAdjacencyMatrix(given: readonly (readonly string[])[]): boolean {
  const [header = [], ...body] = given.map(trimmed)
  const names = header.slice(1)
  if (names.length < 2 || body.length < 2 || new Set(names).size < names.length) return false
  if (body.length > names.length || (body.length < names.length && body.length < sampledRows - 1)) return false
  return body.every((row, at) => row[0] === names[at] && row.slice(1).every(isWeight))
}

/**
 * Whether lines of different lengths are adjacency lists: a node, then its neighbours, many of which have a line of their
 * own. The last line may be cut off.
 */
export function isAdjacencyList(lines: readonly (readonly string[])[]): boolean {
  const rows = lines.slice(0, sampledRows)
  if (rows.length < 2 || new Set(rows.map((row) => row.length)).size < 2) return false
  const firsts = new Set(rows.map((row) => row[0]!))
  if (firsts.size < rows.length || rows.some((row) => row.some((cell) => cell === '' || cell.length > 80))) return false
  const others = rows.flatMap((row) => row.slice(1))
  const known = others.filter((cell) => firsts.has(cell)).length
  return known >= 2 && known >= others.length * minNeighbourShare
}

/** Adds the nodes and edges of an adjacency matrix. Zeros and empty cells are no edges; a symmetric one has no direction. */
export function collectAdjacencyMatrix(cells: CsvCellReader, file: string, collector: GraphCollector): void {
  const { rows, columns } = cells.table
  const first = 1
  const size = Math.min(rows - first, columns - 1)
  const codes = Array.from({ length: size }, (_, at) => collector.codeOfId(cells.text(at + first, 0).trim()))
  for (const code of codes) collector.addNode(code)
  const weights = new Float64Array(size * size)
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const text = cells.text(row + first, column + 1).trim()
      const value = text === '' ? 0 : parseAmountText(text)
      if (value === undefined)
        collector.repair(
          'left out',
          message('files', 'exampleRow', { table: file, row: row + first + 1 }),
          message('tables', 'cellsWithoutWeight'),
        )
      else weights[row * size + column] = value
    }
  const isSymmetric = weights.every((value, at) => value === weights[(at % size) * size + Math.floor(at / size)])
  const weight = collector.edges.column('weight', 'number')
  for (let row = 0; row < size; row++)
    for (let column = isSymmetric ? row : 0; column < size; column++) {
      const value = weights[row * size + column]!
      if (value !== 0)
        weight.setNumber(collector.addEdge(codes[row]!, codes[column]!, isSymmetric ? 'undirected' : 'directed'), value)
    }
  collector.guesses.push(message('tables', 'matrixRead', { table: file, size, symmetric: isSymmetric }))
}

/** The lines of a file as cells without quotation marks; comment lines and blank lines are left out. */
export const adjacencyLines = (text: string, separator: string): string[][] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !/^[#%]/.test(line))
    .map((line) => trimmed(line.replace(new RegExp(`\\${separator}+$`), '').split(separator)))

/** Adds the nodes and edges of adjacency lists. Where every edge is there in both directions, it has none. */
export function collectAdjacencyLists(file: InputFile, { separator }: CsvDialect, collector: GraphCollector): void {
  const lines = adjacencyLines(file.text, separator)
  const pairs = new Set<string>()
  const key = (from: string, to: string) => `${from}${separator}${to}`
  for (const [from = '', ...others] of lines) for (const to of others) pairs.add(key(from, to))
  const isSymmetric = lines.every(([from = '', ...others]) => others.every((to) => pairs.has(key(to, from))))
  for (const line of lines) collector.ensureNode(collector.codeOfId(line[0]!))
  const added = new Set<string>()
  for (const [from = '', ...others] of lines)
    for (const to of others) {
      if (to === '' || (isSymmetric && added.has(key(to, from)))) continue
      added.add(key(from, to))
      const [source, target] = [collector.codeOfId(from), collector.codeOfId(to)]
      collector.ensureNode(source)
      collector.ensureNode(target)
      collector.addEdge(source, target, isSymmetric ? 'undirected' : 'directed')
    }
  collector.guesses.push(
    message('tables', 'listsRead', { table: file.name, lines: lines.length, symmetric: isSymmetric }),
  )
}
