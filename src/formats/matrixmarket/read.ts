import { message } from '../../messages/message'
import type { GraphCollector } from '../collect/graphCollector'
import { FileFault } from '../io/fileFault'
import type { InputFile } from '../io/inputFile'
import { linesOf, type TextLine } from '../io/lineReader'

/** What the first two lines of a Matrix Market file say. */
interface MatrixHeader {
  readonly isArray: boolean
  readonly field: string
  readonly symmetry: string
  readonly rows: number
  readonly columns: number
  /** Number of lines of entries. */
  readonly entries: number
}

/** Row and column of an entry, from 1. */
type Place = readonly [row: number, column: number]

/** A short line can declare any number of rows, so there is a limit. */
const maxMatrixRows = 2_000_000

/**
 * Reads Matrix Market (math.nist.gov/MatrixMarket/formats.html): the entries of a square matrix as edges from row to column,
 * undirected if it is symmetric. Rows and columns of a matrix that is not square are nodes of two types.
 */
export function collectMatrixMarket(file: InputFile, collector: GraphCollector): void {
  let header: MatrixHeader | undefined
  let words: string[] = []
  let read = 0
  let place: Place = [0, 1]
  for (const line of linesOf(file)) {
    if (words.length === 0) words = line.text.toLowerCase().trim().split(/\s+/)
    else if (line.text.trimStart().startsWith('%')) continue
    else if (!header) {
      addNodes(collector, (header = headerOf(words, line)))
      if (header.symmetry === 'skew-symmetric') place = [1, 1]
    } else {
      if (++read > header.entries)
        throw line.fault(message('formats', 'matrixTooManyEntries', { count: header.entries }))
      place = header.isArray ? nextPlace(header, place) : statedPlace(header, line)
      collectEntry(collector, header, place, line)
    }
  }
  if (!header || read < header.entries)
    throw new FileFault(file.name, message('readFaults', 'endsTooEarly'), message('readFaults', 'exportAgain'))
}

function headerOf(words: readonly string[], line: TextLine): MatrixHeader {
  const isArray = words[2] === 'array'
  const [field = 'real', symmetry = 'general'] = words.slice(3)
  const sizes = line.text.trim().split(/\s+/).map(Number)
  const [rows = NaN, columns = NaN, stored = NaN] = sizes
  const entries = isArray ? arrayEntries(rows, columns, symmetry) : stored
  const isValid = [rows, columns, entries].every((size) => Number.isInteger(size) && size >= 0)
  if (!isValid || rows + columns > 2 * maxMatrixRows)
    throw line.fault(message('formats', 'matrixSizes', { max: maxMatrixRows }))
  return { isArray, field, symmetry, rows, columns, entries }
}

/** An array lists every entry, or the lower triangle if it is symmetric. */
function arrayEntries(rows: number, columns: number, symmetry: string): number {
  if (symmetry === 'general') return rows * columns
  return symmetry === 'skew-symmetric' ? (rows * (rows - 1)) / 2 : (rows * (rows + 1)) / 2
}

const isSquare = ({ rows, columns }: MatrixHeader): boolean => rows === columns

function addNodes(collector: GraphCollector, header: MatrixHeader): void {
  const { rows, columns } = header
  for (let number = 1; number <= rows; number++) {
    const row = collector.addNode(collector.codeOfId(rowId(header, number)))
    if (!isSquare(header)) collector.nodes.column('type').setText(row, 'row')
  }
  if (!isSquare(header))
    for (let number = 1; number <= columns; number++) {
      const row = collector.addNode(collector.codeOfId(columnId(header, number)))
      collector.nodes.column('type').setText(row, 'column')
    }
}

const rowId = (header: MatrixHeader, number: number): string => (isSquare(header) ? '' : 'row ') + String(number)
const columnId = (header: MatrixHeader, number: number): string => (isSquare(header) ? '' : 'column ') + String(number)

function statedPlace({ rows, columns }: MatrixHeader, line: TextLine): Place {
  const [first = '', second = ''] = line.text.trim().split(/\s+/)
  const [row, column] = [Number(first), Number(second)]
  const isPlace = (at: number, size: number) => Number.isInteger(at) && at >= 1 && at <= size
  if (!isPlace(row, rows) || !isPlace(column, columns))
    throw line.fault(message('formats', 'matrixPlace', { row: first, column: second }))
  return [row, column]
}

const isDirectedMatrix = (header: MatrixHeader): boolean =>
  isSquare(header) && (header.symmetry === 'general' || header.symmetry === 'skew-symmetric')

function collectEntry(collector: GraphCollector, header: MatrixHeader, [from, to]: Place, line: TextLine): void {
  const words = line.text.trim().split(/\s+/)
  const [value, imaginary] = header.isArray ? words : words.slice(2)
  // The zeros of an array are no entries; a zero that a list of entries names is one.
  if (header.isArray && Number(value) === 0 && Number(imaginary ?? 0) === 0) return
  const row = collector.addEdge(
    collector.codeOfId(rowId(header, from)),
    collector.codeOfId(columnId(header, to)),
    isDirectedMatrix(header) ? 'directed' : 'undirected',
  )
  if (header.field === 'pattern' || value === undefined) return
  collector.edges.column('weight', 'number').setText(row, value)
  if (header.field === 'complex' && imaginary !== undefined)
    collector.edges.column('imaginary part', 'number').setText(row, imaginary)
}

/** Row and column of the entry of an array that follows another: it goes down each column, perhaps from its diagonal. */
function nextPlace({ rows, symmetry }: MatrixHeader, [row, column]: Place): Place {
  if (row < rows) return [row + 1, column]
  const first = symmetry === 'general' ? 1 : symmetry === 'skew-symmetric' ? column + 2 : column + 1
  return [first, column + 1]
}
