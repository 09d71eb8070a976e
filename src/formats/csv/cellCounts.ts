import { message, type Message } from '../../messages/message'
import type { DateOrder } from './parseDateCell'

/** What can be said of cells of a table of statements. */
const kinds = [
  'assumedCurrency',
  'noCurrency',
  'amountNotRead',
  'amountAmbiguous',
  'dateNotRead',
  'dateAmbiguous',
  'statusNotRead',
  'noSource',
  'otherType',
  'inNote',
] as const
type CellKind = (typeof kinds)[number]

/** Counts of cells that were guessed or could not be read, by kind and column, with the first of each. */
export class CellCounts {
  readonly #found = new Map<CellKind, Map<number, { count: number; readonly example: string }>>()

  constructor(readonly table: string) {}

  add(kind: CellKind, column: number, example: string): void {
    let columns = this.#found.get(kind)
    if (!columns) this.#found.set(kind, (columns = new Map()))
    const found = columns.get(column)
    if (found) found.count++
    else columns.set(column, { count: 1, example })
  }

  /** One sentence for each kind and column, for the report. */
  messages(names: readonly string[], read: { readonly currency: string; readonly order: DateOrder }): Message[] {
    return kinds.flatMap((kind) =>
      [...(this.#found.get(kind) ?? [])].map(([column, { count, example }]) =>
        message('tables', 'cellsOf', { kind, table: this.table, column: names[column]!, count, example, ...read }),
      ),
    )
  }
}
