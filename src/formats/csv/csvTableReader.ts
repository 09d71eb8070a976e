import { tableOptionsFor } from '../../model/tableOptions'
import { directionInCell } from '../collect/edgeDirectionColumn'
import { message, type Message } from '../../messages/message'
import type { ColumnRole } from '../../model/importReport'
import type { GraphCollector, ColumnBuilders } from '../collect/graphCollector'
import type { ColumnBuilderKind, ColumnBuilder } from '../collect/columnBuilder'
import type { CsvCellReader } from './csvCellReader'
import { detectListSeparator, parseNumberColumn, splitAndTrim } from './inferColumnKind'
import { collectEndDetails, collectReferences, endDetailRoles, idPrefix } from './endDetails'
import { parseWrittenNumbers, putNumbers } from './parseWrittenNumbers'
import { parseNeo4jHeader, type Neo4jColumn } from './columnNameRoles'
import { startsLikeFormula, listColumnSuffix, listFromCsvCell } from './kizunaTable'
import type { CsvTable } from './csvTable'

const NO_ROW = 0xffffffff
const decoder = new TextDecoder()

/** How the cells of a column are read. */
interface ColumnPlan {
  readonly kind: ColumnBuilderKind
  readonly numbers?: Float64Array
  readonly split?: (text: string) => string[]
}

/** Reads a scanned table into a collector, column by column. */
export class CsvTableReader {
  readonly cells: CsvCellReader
  readonly names: readonly string[]
  readonly #neo4j: readonly Neo4jColumn[] | undefined
  readonly #first: number
  readonly #own: boolean
  /** What stands before the ids in each column, so that ids of different tables or spaces differ; '' for nothing. */
  readonly #prefixes: readonly string[]

  constructor(
    readonly collector: GraphCollector,
    readonly table: CsvTable,
    readonly file: string,
  ) {
    const { cells, guess, own } = table
    this.cells = cells
    this.names = guess.names
    this.#first = guess.header ? 1 : 0
    this.#own = own !== undefined
    this.#neo4j = guess.header && !this.#own ? parseNeo4jHeader(guess.names) : undefined
    this.#prefixes = guess.names.map((name, column) => {
      const space = this.#neo4j?.[column]?.space
      if (space) return `${space}:`
      const isId = guess.rows === 'nodes' && column === (this.#columnOf('id') ?? this.#columnOf('label'))
      return idPrefix(collector, file, name, isId)
    })
  }

  collectNodes(): void {
    const { collector } = this
    const label = this.#columnOf('label')
    const idAt = this.#columnOf('id') ?? label
    if (idAt === undefined) collector.guesses.push(message('files', 'rowsNumbered', { table: this.file }))
    const rows = this.#rows((row) => {
      const code = idAt === undefined ? collector.codeOfId(String(row + 1 - this.#first)) : this.#code(row, idAt)
      if (code === undefined)
        collector.repair('left out', this.#rowExample(row), message('files', 'rowsWithoutIdIgnored'))
      return code === undefined ? NO_ROW : collector.addNode(code)
    })
    if (label !== undefined) this.#labels(label, rows)
    const relations = collector.tableRelations.get(this.file)
    if (relations) {
      if (label === undefined && relations.prefix !== '' && idAt !== undefined) this.#labels(idAt, rows)
      collectReferences(collector, this, rows, (row, column) => this.#code(row, column))
    }
    const positioned = this.#positions(rows)
    const placed: readonly ColumnRole[] = positioned ? ['label', 'x', 'y'] : ['label']
    this.#columns(collector.nodes, rows, (role, column) => {
      const isRead = placed.includes(role) || (role === 'id' && column === idAt)
      if (isRead || relations?.references.has(this.names[column]!)) return undefined
      if (role === 'latitude' || role === 'longitude') return role
      return role === 'type' ? (collector.declaredColumns.type ??= this.#nameOf(column)) : this.#nameOf(column)
    })
    if (this.#neo4j && idAt !== undefined && this.#nameOf(idAt) !== 'id')
      this.#column(collector.nodes, idAt, this.#nameOf(idAt), rows)
  }

  collectEdges(): void {
    const { collector } = this
    const [from, to, id] = [this.#columnOf('source'), this.#columnOf('target'), this.#columnOf('id')]
    const direction = this.#columnOf('direction')
    const usual = tableOptionsFor(collector.choices.tables, this.file)?.undirected ? 'undirected' : 'directed'
    const rows = this.#rows((row) => {
      const source = from === undefined ? undefined : this.#code(row, from)
      const target = to === undefined ? undefined : this.#code(row, to)
      if (source === undefined || target === undefined) {
        collector.repair('left out', this.#rowExample(row), message('files', 'rowsWithoutEndIgnored'))
        return NO_ROW
      }
      return collector.addEdge(
        source,
        target,
        direction === undefined ? usual : directionInCell(this.cells.text(row, direction)),
      )
    })
    if (id !== undefined) this.#text(collector.edgeIds, id, rows)
    collectEndDetails(collector, this.cells, rows, (role) => this.#columnOf(role))
    this.#columns(collector.edges, rows, (role, column) => {
      if (role === 'source' || role === 'target' || role === 'direction' || role === 'id') return undefined
      if (endDetailRoles.includes(role)) return undefined
      if (role === 'weight') return 'weight'
      return role === 'relation' ? (collector.declaredColumns.predicate ??= this.#nameOf(column)) : this.#nameOf(column)
    })
  }

  #rowExample(row: number): Message {
    return message('files', 'exampleRow', { table: this.file, row: row + 1 })
  }

  #columnOf(role: ColumnRole): number | undefined {
    const at = this.names.findIndex((name) => this.table.guess.columns[name] === role)
    return at < 0 ? undefined : at
  }

  #nameOf(column: number): string {
    return this.#neo4j?.[column]?.name ?? this.names[column]!
  }

  #rows(rowOf: (row: number) => number): Uint32Array {
    const rows = new Uint32Array(this.cells.table.rows).fill(NO_ROW)
    for (let row = this.#first; row < rows.length; row++) rows[row] = rowOf(row)
    return rows
  }

  /** The code of the id in a cell; undefined if the cell is empty. Spaces around it count only in Kizuna's own files. */
  #code(row: number, column: number): number | undefined {
    const { cells, collector } = this
    if (!this.#read(row, column) || !(this.#own || cells.trim())) return undefined
    const prefix = this.#prefixes[column]!
    if (prefix === '') return collector.codeOfBytes(cells.source, cells.from, cells.to)
    return collector.codeOfId(`${prefix}${decoder.decode(cells.source.subarray(cells.from, cells.to))}`)
  }

  /** Reads a cell, without the apostrophe with which Kizuna keeps spreadsheets from evaluating it as a formula. */
  #read(row: number, column: number): boolean {
    const { cells } = this
    if (!cells.read(row, column)) return false
    if (this.#own && cells.source[cells.from] === 0x27 && startsLikeFormula(cells.source, cells.from, cells.to))
      cells.from++
    return true
  }

  #labels(column: number, rows: Uint32Array): void {
    const { cells, collector } = this
    for (let row = 0; row < rows.length; row++) {
      if (rows[row] === NO_ROW || (!this.#read(row, column) && !this.#own)) continue
      if (collector.labels.has(rows[row]!)) continue
      collector.labels.setBytes(rows[row]!, cells.source, cells.from, cells.to)
    }
  }

  /** Sets positions if x and y are columns of numbers; whether those columns are dealt with. */
  #positions(rows: Uint32Array): boolean {
    const [x, y] = [this.#columnOf('x'), this.#columnOf('y')]
    const xs = x === undefined ? undefined : this.#numbers(x)
    const ys = y === undefined ? undefined : this.#numbers(y)
    if (!xs || !ys) return x !== undefined && y !== undefined && this.#own
    for (let row = 0; row < rows.length; row++)
      if (rows[row] !== NO_ROW && Number.isNaN(this.collector.x.at(rows[row]!)))
        this.collector.setPosition(rows[row]!, xs[row]!, ys[row]!)
    return true
  }

  #numbers(column: number): Float64Array | undefined {
    const { separator } = this.table.dialect
    const found = parseNumberColumn(this.cells, column, this.#first, {
      commas: separator === ';' || separator === '\t',
      exact: this.#own,
    })
    const [table, name] = [this.file, this.names[column]!]
    if (found?.commas) this.collector.guesses.push(message('files', 'decimalComma', { table, column: name }))
    if (found || this.#own) return found?.values
    const written = parseWrittenNumbers(this.cells, column, { first: this.#first, table, name })
    if (written) this.collector.guesses.push(...written.guesses)
    return written?.values
  }

  #columns(
    builders: ColumnBuilders,
    rows: Uint32Array,
    nameFor: (role: ColumnRole, column: number) => string | undefined,
  ): void {
    const taken = new Set<string>()
    this.names.forEach((name, column) => {
      const role = this.table.guess.columns[name] ?? 'column'
      const wanted = role === 'skip' ? undefined : nameFor(role, column)
      if (wanted === undefined) return
      let unique = wanted
      for (let suffix = 2; taken.has(unique); suffix++) unique = `${wanted} (${suffix})`
      taken.add(unique)
      this.#column(builders, column, unique, rows)
    })
  }

  #column(builders: ColumnBuilders, column: number, name: string, rows: Uint32Array): void {
    const declared = this.#declaredList(column, name)
    if (declared) return this.#lists(builders.column(name.replace(/\[\]$/, ''), 'list'), column, rows, declared)
    const { kind, numbers, split } = this.#plan(builders, column, name)
    const builder = builders.column(name, kind)
    if (numbers && builder.kind === 'number') putNumbers(builder, numbers, rows)
    else if (split && builder.kind === 'list') this.#lists(builder, column, rows, split)
    else this.#text(builder, column, rows)
  }

  /** How to split the cells of a column that the header declares to hold lists; undefined for other columns. */
  #declaredList(column: number, name: string): ((text: string) => string[]) | undefined {
    if (this.#own) return name.endsWith(listColumnSuffix) || name === 'aliases' ? listFromCsvCell : undefined
    return this.#neo4j?.[column]?.list ? (text) => splitAndTrim(text, ';') : undefined
  }

  /** The kind of a column: the chosen kind, or the one that its cells suggest. */
  #plan(builders: ColumnBuilders, column: number, name: string): ColumnPlan {
    const chosen = builders.all.get(name)?.kind ?? builders.kinds[`${builders.of}:${name}`]
    const numbers = chosen === undefined || chosen === 'number' ? this.#numbers(column) : undefined
    if (numbers) return { kind: 'number', numbers }
    const separator =
      chosen === 'list' || (chosen === undefined && !this.#own)
        ? detectListSeparator(this.cells, column, this.#first)
        : undefined
    if (separator === undefined) return { kind: 'text' }
    this.collector.guesses.push(message('files', 'listsSeparated', { table: this.file, column: name, separator }))
    return { kind: 'list', split: (text) => splitAndTrim(text, separator) }
  }

  #text(builder: ColumnBuilder, column: number, rows: Uint32Array): void {
    const { cells } = this
    for (let row = 0; row < rows.length; row++) {
      const target = rows[row]!
      if (target !== NO_ROW && this.#read(row, column) && !builder.has(target))
        builder.setBytes(target, cells.source, cells.from, cells.to)
    }
  }

  #lists(builder: ColumnBuilder, column: number, rows: Uint32Array, split: (text: string) => string[]): void {
    for (let row = 0; row < rows.length; row++) {
      const target = rows[row]!
      if (target === NO_ROW || !this.#read(row, column) || builder.has(target)) continue
      const { source, from, to } = this.cells
      builder.setList(target, split(decoder.decode(source.subarray(from, to))))
    }
  }
}
