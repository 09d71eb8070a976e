import { OrderPredictingMap } from '../collect/orderPredictingMap'
import type { Datatype } from '../../model/columns'
import type { ColumnBuilderKind, ColumnBuilder } from '../collect/columnBuilder'

/** A column that the file declares. */
export interface DeclaredGexfColumn {
  readonly title: string
  readonly kind: ColumnBuilderKind
  readonly datatype?: Datatype | undefined
  defaultValue: string | undefined
  /** Created with the first value, so that a declared column without values does not become a column. */
  builder: ColumnBuilder | undefined
}

const numeric = new Set(
  'integer,int,long,float,double,short,byte,decimal,bigint,biginteger,bigdecimal,number'.split(','),
)

const whole = new Set('integer,int,long,short,byte,bigint,biginteger'.split(','))

/** The datatype for a declared type of GEXF or GraphML; undefined if the type says no more than the kind. */
export function datatypeOfXmlType(type: string | undefined): Datatype | undefined {
  const lower = type?.toLowerCase() ?? 'string'
  if (lower === 'boolean' || lower === 'bool') return 'boolean'
  if (lower === 'anyuri') return 'iri'
  if (whole.has(lower)) return 'integer'
  return numeric.has(lower) ? 'decimal' : undefined
}

/** The kind of column for a declared type of GEXF or GraphML. */
export function columnKindOfXmlType(type: string | undefined): ColumnBuilderKind {
  const lower = type?.toLowerCase() ?? 'string'
  if (lower.startsWith('list')) return 'list'
  return numeric.has(lower) ? 'number' : 'text'
}

/** The columns of nodes or of edges by id. An undeclared column has texts and its id as title. */
export class DeclaredGexfColumns {
  readonly #byId = new OrderPredictingMap<DeclaredGexfColumn>((id) => ({
    title: id,
    kind: 'text',
    defaultValue: undefined,
    builder: undefined,
  }))

  get all(): readonly DeclaredGexfColumn[] {
    return this.#byId.values
  }

  declare(id: string, title: string, type: string | undefined): DeclaredGexfColumn {
    const declared: DeclaredGexfColumn = {
      title,
      kind: columnKindOfXmlType(type),
      datatype: datatypeOfXmlType(type),
      defaultValue: undefined,
      builder: undefined,
    }
    this.#byId.set(id, declared)
    return declared
  }

  at(bytes: Uint8Array, from: number, to: number): DeclaredGexfColumn {
    return this.#byId.get(bytes, from, to)
  }

  /** Whether a column has this title. */
  hasTitle(title: string): boolean {
    return this.all.some((each) => each.title === title)
  }
}
