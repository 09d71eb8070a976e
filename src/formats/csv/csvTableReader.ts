import type { ColumnRole } from '../../model/importReport'
import type { Collector, Sinks } from '../collect/graphCollector'
import type { Kind, Sink } from '../collect/columnBuilder'
import type { CellReader } from './csvCellReader'
import { listSeparatorOf, numbersOf, splitBy } from './inferColumnKind'
import { neo4jColumns, type Neo4jColumn } from './columnNameRoles'
import { isGuarded, listMark, splitItems } from './kizunaTable'
import type { Table } from './csvTable'

const NO_ROW = 0xffffffff
const decoder = new TextDecoder()

interface Plan {
  readonly kind: Kind
  readonly numbers?: Float64Array
  readonly split?: (text: string) => string[]
}

/** Puts a scanned table into a collector, column by column. */
export class Reader {
  readonly cells: CellReader
  readonly names: readonly string[]
  readonly #neo4j: readonly Neo4jColumn[] | undefined
  readonly #first: number
  readonly #own: boolean

  constructor(
    readonly collector: Collector,
    readonly table: Table,
    readonly file: string,
  ) {
    const { cells, guess, own } = table
    this.cells = cells
    this.names = guess.names
    this.#first = guess.header ? 1 : 0
    this.#own = own !== undefined
    this.#neo4j = guess.header && !this.#own ? neo4jColumns(guess.names) : undefined
  }

  nodes(): void {
    const { collector } = this
    const label = this.#columnOf('label')
    const idAt = this.#columnOf('id') ?? label
    if (idAt === undefined) collector.guesses.push(`${this.file}: no column is an id; rows are numbered.`)
    const rows = this.#rows((row) => {
      const code = idAt === undefined ? collector.codeOf(String(row + 1 - this.#first)) : this.#code(row, idAt)
      if (code === undefined)
        collector.mend('left out', `${this.file}, row ${row + 1}`, 'A row without an id is left out.')
      return code === undefined ? NO_ROW : collector.node(code)
    })
    if (label !== undefined) this.#labels(label, rows)
    const places = this.#places(rows)
    this.#columns(collector.nodes, rows, (role, column) => {
      if (role === 'label' || (places && (role === 'x' || role === 'y')) || (role === 'id' && column === idAt))
        return undefined
      if (role === 'latitude' || role === 'longitude') return role
      return role === 'type' ? (collector.told.type ??= this.#nameOf(column)) : this.#nameOf(column)
    })
    if (this.#neo4j && idAt !== undefined && this.#nameOf(idAt) !== 'id')
      this.#column(collector.nodes, idAt, this.#nameOf(idAt), rows)
  }

  edges(): void {
    const { collector } = this
    const [from, to, id] = [this.#columnOf('source'), this.#columnOf('target'), this.#columnOf('id')]
    const direction = this.#columnOf('direction')
    const rows = this.#rows((row) => {
      const source = from === undefined ? undefined : this.#code(row, from)
      const target = to === undefined ? undefined : this.#code(row, to)
      if (source === undefined || target === undefined) {
        collector.mend('left out', `${this.file}, row ${row + 1}`, 'A row that lacks one of its ends is left out.')
        return NO_ROW
      }
      return collector.edge(source, target, direction === undefined || this.#isDirected(row, direction))
    })
    if (id !== undefined) this.#text(collector.edgeIds, id, rows)
    this.#columns(collector.edges, rows, (role, column) => {
      if (role === 'source' || role === 'target' || role === 'direction' || role === 'id') return undefined
      if (role === 'weight') return 'weight'
      return role === 'relation' ? (collector.told.predicate ??= this.#nameOf(column)) : this.#nameOf(column)
    })
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

  /** The code of an id; undefined where the cell is empty. Only our own files mean the spaces around it. */
  #code(row: number, column: number): number | undefined {
    const { cells, collector } = this
    if (!this.#read(row, column) || !(this.#own || cells.trim())) return undefined
    const space = this.#neo4j?.[column]?.space
    if (!space) return collector.code(cells.source, cells.from, cells.to)
    return collector.codeOf(`${space}:${decoder.decode(cells.source.subarray(cells.from, cells.to))}`)
  }

  /** Finds a cell; the apostrophe that keeps a spreadsheet from computing it is taken off where we have set it. */
  #read(row: number, column: number): boolean {
    const { cells } = this
    if (!cells.read(row, column)) return false
    if (this.#own && cells.source[cells.from] === 0x27 && isGuarded(cells.source, cells.from, cells.to)) cells.from++
    return true
  }

  #isDirected(row: number, column: number): boolean {
    const text = this.cells.text(row, column).trim().toLowerCase()
    return !['undirected', 'false', '0', 'no'].includes(text)
  }

  #labels(column: number, rows: Uint32Array): void {
    const { cells, collector } = this
    for (let row = 0; row < rows.length; row++) {
      if (rows[row] === NO_ROW || (!this.#read(row, column) && !this.#own)) continue
      if (collector.labels.has(rows[row]!)) continue
      collector.labels.bytes(rows[row]!, cells.source, cells.from, cells.to)
    }
  }

  /** Whether x and y were numbers, which are written as places then. */
  #places(rows: Uint32Array): boolean {
    const [x, y] = [this.#columnOf('x'), this.#columnOf('y')]
    const across = x === undefined ? undefined : this.#numbers(x)
    const up = y === undefined ? undefined : this.#numbers(y)
    if (!across || !up) return x !== undefined && y !== undefined && this.#own
    for (let row = 0; row < rows.length; row++)
      if (rows[row] !== NO_ROW && Number.isNaN(this.collector.x.at(rows[row]!)))
        this.collector.place(rows[row]!, across[row]!, up[row]!)
    return true
  }

  #numbers(column: number): Float64Array | undefined {
    const { separator } = this.table.dialect
    const found = numbersOf(this.cells, column, this.#first, {
      commas: separator === ';' || separator === '\t',
      exact: this.#own,
    })
    if (found?.commas)
      this.collector.guesses.push(`${this.file}: "${this.names[column]}" has numbers with a comma before the decimals.`)
    return found?.values
  }

  #columns(sinks: Sinks, rows: Uint32Array, nameFor: (role: ColumnRole, column: number) => string | undefined): void {
    const taken = new Set<string>()
    this.names.forEach((name, column) => {
      const role = this.table.guess.columns[name] ?? 'column'
      const wanted = role === 'skip' ? undefined : nameFor(role, column)
      if (wanted === undefined) return
      let own = wanted
      for (let turn = 2; taken.has(own); turn++) own = `${wanted} (${turn})`
      taken.add(own)
      this.#column(sinks, column, own, rows)
    })
  }

  #column(sinks: Sinks, column: number, name: string, rows: Uint32Array): void {
    const declared = this.#declaredList(column, name)
    if (declared) return this.#lists(sinks.named(name.replace(/\[\]$/, ''), 'list'), column, rows, declared)
    const { kind, numbers, split } = this.#plan(sinks, column, name)
    const sink = sinks.named(name, kind)
    if (numbers && sink.kind === 'number') putNumbers(sink, numbers, rows)
    else if (split && sink.kind === 'list') this.#lists(sink, column, rows, split)
    else this.#text(sink, column, rows)
  }

  /** How the cells of a column are split that the header says to be lists. */
  #declaredList(column: number, name: string): ((text: string) => string[]) | undefined {
    if (this.#own) return name.endsWith(listMark) || name === 'aliases' ? splitItems : undefined
    return this.#neo4j?.[column]?.list ? (text) => splitBy(text, ';') : undefined
  }

  /** What a column holds: what was chosen for it, or what its cells show. */
  #plan(sinks: Sinks, column: number, name: string): Plan {
    const chosen = sinks.all.get(name)?.kind ?? sinks.kinds[`${sinks.of}:${name}`]
    const numbers = chosen === undefined || chosen === 'number' ? this.#numbers(column) : undefined
    if (numbers) return { kind: 'number', numbers }
    const separator =
      chosen === 'list' || (chosen === undefined && !this.#own)
        ? listSeparatorOf(this.cells, column, this.#first)
        : undefined
    if (separator === undefined) return { kind: 'text' }
    this.collector.guesses.push(`${this.file}: "${name}" holds lists, separated by "${separator}".`)
    return { kind: 'list', split: (text) => splitBy(text, separator) }
  }

  #text(sink: Sink, column: number, rows: Uint32Array): void {
    const { cells } = this
    for (let row = 0; row < rows.length; row++) {
      const own = rows[row]!
      if (own !== NO_ROW && this.#read(row, column) && !sink.has(own))
        sink.bytes(own, cells.source, cells.from, cells.to)
    }
  }

  #lists(sink: Sink, column: number, rows: Uint32Array, split: (text: string) => string[]): void {
    for (let row = 0; row < rows.length; row++) {
      const own = rows[row]!
      if (own === NO_ROW || !this.#read(row, column) || sink.has(own)) continue
      const { source, from, to } = this.cells
      sink.list(own, split(decoder.decode(source.subarray(from, to))))
    }
  }
}

function putNumbers(sink: Sink, numbers: Float64Array, rows: Uint32Array): void {
  for (let row = 0; row < rows.length; row++) {
    const own = rows[row]!
    if (own !== NO_ROW && !Number.isNaN(numbers[row]) && !sink.has(own)) sink.numbers.set(own, numbers[row]!)
  }
}
