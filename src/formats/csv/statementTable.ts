import { message } from '../../messages/message'
import type { ColumnRole } from '../../model/importReport'
import type { StatementValue } from '../../model/records'
import type { GraphCollector } from '../collect/graphCollector'
import { IdGenerator } from '../collect/idGenerator'
import type { CsvTable } from './csvTable'
import { dateOrderOf, isAmbiguousDate, parseDateCell, type DateOrder } from './parseDateCell'
import { parseAmount, parseCurrency } from './parseAmount'
import { parseStatus } from './parseStatus'
import { CellCounts } from './cellCounts'
import { sourceOfCell } from './sourceOfCell'
import { commonCurrency } from './commonCurrency'

/** Separates the parts of a key; no cell has it. */
const MARK = '\u0000'

/**
 * Reads a table of edges whose rows are statements: each row says, by its source, what stands between two nodes, when, and
 * how much. Rows with the same ends and relation are statements about one edge.
 */
export function collectStatementTable(table: CsvTable, file: string, collector: GraphCollector): void {
  new StatementTableReader(table, file, collector).read()
}

class StatementTableReader {
  readonly #counts: CellCounts
  readonly #edges = new Map<string, number>()
  readonly #ids: string
  readonly #columnOf = new Map<ColumnRole, number>()
  readonly #plain: readonly number[]
  readonly #order: DateOrder
  /** The currency of amounts without one; '' for none. */
  readonly #currency: string
  readonly #predicate: string

  constructor(
    readonly table: CsvTable,
    readonly file: string,
    readonly collector: GraphCollector,
  ) {
    const { guess } = table
    guess.names.forEach((name, column) => {
      const role = guess.columns[name]
      if (role && !this.#columnOf.has(role)) this.#columnOf.set(role, column)
    })
    const own = new Set(this.#columnOf.values())
    this.#plain = guess.names.flatMap((name, column) => {
      const role = guess.columns[name] ?? 'column'
      return role === 'skip' || (own.has(column) && role !== 'column' && role !== 'weight') ? [] : [column]
    })
    this.#counts = new CellCounts(file)
    this.#ids = new IdGenerator().slug(file.replace(/\.[^.]+$/, ''))
    this.#order = table.choice?.dateOrder ?? dateOrderOf([...this.#cellsOf('date'), ...this.#cellsOf('until')])
    this.#currency = table.choice?.currency ?? commonCurrency(this.#cellsOf('amount'), this.#cellsOf('currency')) ?? ''
    const relation = this.#columnOf.get('relation')
    this.#predicate = relation === undefined ? 'relation' : guess.names[relation]!
    if (relation !== undefined) collector.declaredColumns.predicate ??= this.#predicate
  }

  read(): void {
    const first = this.table.guess.header ? 1 : 0
    const { rows } = this.table.cells.table
    const before = this.collector.evidence.statements.length
    for (let row = first; row < rows; row++) this.#readRow(row)
    const { statements } = this.collector.evidence
    const sources = new Set(statements.slice(before).map(({ source }) => source)).size
    this.collector.guesses.push(
      message('tables', 'statementsRead', {
        table: this.file,
        statements: statements.length - before,
        edges: this.#edges.size,
        sources,
      }),
      ...this.#counts.messages(this.table.guess.names, { currency: this.#currency, order: this.#order }),
    )
  }

  #readRow(row: number): void {
    const { collector } = this
    const [from, to] = [this.#text(row, 'source'), this.#text(row, 'target')]
    if (from === '' || to === '') {
      const isEmpty = this.table.guess.names.every((_, column) => this.#cell(row, column) === '')
      const how = isEmpty ? message('tables', 'emptyRowsIgnored') : message('files', 'rowsWithoutEndIgnored')
      collector.repair('left out', message('files', 'exampleRow', { table: this.file, row: row + 1 }), how)
      return
    }
    this.#node(row, from, 'sourceType', 'sourceLabel')
    this.#node(row, to, 'targetType', 'targetLabel')
    const edge = this.#edge(row, from, to)
    const notes = this.#plain.flatMap((column) => this.#plainCell(row, column, edge))
    const value = this.#value(row, notes)
    const date = this.#date(row, notes)
    const status = this.#status(row, notes)
    const written = this.#text(row, 'note')
    const note = [...(written === '' ? [] : [written]), ...notes].join('; ')
    const locator = this.#text(row, 'locator')
    collector.evidence.statements.push({
      id: `${this.#ids}-row-${row + 1}`,
      edge,
      status,
      source: this.#source(row),
      value,
      date,
      locator: locator === '' ? undefined : locator,
      note: note === '' ? undefined : note,
    })
  }

  #node(row: number, id: string, typeRole: ColumnRole, labelRole: ColumnRole): void {
    const { collector } = this
    const node = collector.ensureNode(collector.codeOfId(id))
    const label = this.#text(row, labelRole)
    if (label !== '' && !collector.labels.has(node)) collector.labels.setText(node, label)
    const type = this.#text(row, typeRole)
    if (type === '') return
    const types = collector.nodes.column((collector.declaredColumns.type ??= 'type'))
    if (!types.has(node)) types.setText(node, type)
    else if (types.textAt(node) !== type) this.#counts.add('otherType', this.#columnOf.get(typeRole)!, `${id}: ${type}`)
  }

  #edge(row: number, from: string, to: string): number {
    const { collector } = this
    const relation = this.#text(row, 'relation')
    const key = [from, relation, to].join(MARK)
    const existing = this.#edges.get(key)
    if (existing !== undefined) return existing
    const edge = collector.addEdge(collector.codeOfId(from), collector.codeOfId(to), 'directed')
    this.#edges.set(key, edge)
    if (relation !== '') collector.edges.column(this.#predicate).setText(edge, relation)
    return edge
  }

  /** Puts a cell that has no role into a column of edges; if another row's cell is there, it is returned as a note. */
  #plainCell(row: number, column: number, edge: number): string[] {
    const cell = this.#cell(row, column)
    if (cell === '') return []
    const name = this.table.guess.names[column]!
    const isWeight = this.table.guess.columns[name] === 'weight'
    const number = isWeight ? parseAmount(cell)?.amount : undefined
    const builder = this.collector.edges.column(isWeight ? 'weight' : name, isWeight ? 'number' : 'text')
    if (!builder.has(edge)) {
      if (number === undefined) builder.setText(edge, cell)
      else builder.setNumber(edge, number)
      return []
    }
    if (builder.textAt(edge) === (number === undefined ? cell : String(number))) return []
    this.#counts.add('inNote', column, cell)
    return [`${name}: ${cell}`]
  }

  #value(row: number, notes: string[]): StatementValue | undefined {
    const cell = this.#text(row, 'amount')
    if (cell === '') return undefined
    const column = this.#columnOf.get('amount')!
    const parsed = parseAmount(cell)
    if (!parsed) {
      this.#counts.add('amountNotRead', column, cell)
      notes.push(`${this.table.guess.names[column]!}: ${cell}`)
      return undefined
    }
    if (parsed.isAmbiguous) this.#counts.add('amountAmbiguous', column, cell)
    const named = parsed.currency ?? parseCurrency(this.#text(row, 'currency'))
    if (named === undefined) this.#counts.add(this.#currency === '' ? 'noCurrency' : 'assumedCurrency', column, cell)
    return { amount: parsed.amount, unit: named ?? this.#currency }
  }

  #date(row: number, notes: string[]): string | undefined {
    const read = (role: 'date' | 'until') => {
      const cell = this.#text(row, role)
      if (cell === '') return undefined
      const column = this.#columnOf.get(role)!
      const date = parseDateCell(cell, this.#order)
      if (date === undefined) {
        this.#counts.add('dateNotRead', column, cell)
        notes.push(`${this.table.guess.names[column]!}: ${cell}`)
      } else if (isAmbiguousDate(cell)) this.#counts.add('dateAmbiguous', column, cell)
      return date
    }
    const [date, until] = [read('date'), read('until')]
    if (until === undefined || until === date) return date
    return `${date?.split('/')[0] ?? '..'}/${until.split('/').at(-1)!}`
  }

  #status(row: number, notes: string[]): ReturnType<typeof parseStatus> & string {
    const cell = this.#text(row, 'status')
    const status = cell === '' ? undefined : parseStatus(cell)
    if (status !== undefined || cell === '') return status ?? 'reported'
    const column = this.#columnOf.get('status')!
    this.#counts.add('statusNotRead', column, cell)
    notes.push(`${this.table.guess.names[column]!}: ${cell}`)
    return 'reported'
  }

  /** The id of the source of a row: what its cell names, else the table itself. */
  #source(row: number): string {
    const { sources } = this.collector.evidence
    const cell = this.#text(row, 'document')
    const column = this.#columnOf.get('document')
    if (cell === '' && column !== undefined) this.#counts.add('noSource', column, '')
    const title = cell === '' ? this.file : cell
    const id = this.collector.sourceIds.idFor(title)
    if (!sources.has(id)) sources.set(id, { id, ...sourceOfCell(title), kind: cell === '' ? 'table' : 'document' })
    return id
  }

  #text(row: number, role: ColumnRole): string {
    const column = this.#columnOf.get(role)
    return column === undefined ? '' : this.#cell(row, column)
  }

  #cell(row: number, column: number): string {
    return this.table.cells.text(row, column).trim()
  }

  #cellsOf(role: ColumnRole): string[] {
    const column = this.#columnOf.get(role)
    if (column === undefined) return []
    const first = this.table.guess.header ? 1 : 0
    const { rows } = this.table.cells.table
    return Array.from({ length: rows - first }, (_, at) => this.#cell(at + first, column))
  }
}
