import { InOrder } from '../collect/orderPredictingMap'
import type { Kind, Sink } from '../collect/columnBuilder'

/** A column that the file declares. */
export interface Declared {
  readonly title: string
  readonly kind: Kind
  fallback: string | undefined
  /** Made with its first value, so that a column without any is none. */
  sink: Sink | undefined
}

const numeric = new Set(
  'integer,int,long,float,double,short,byte,decimal,bigint,biginteger,bigdecimal,number'.split(','),
)

/** What a column of a declared type holds. */
export function kindOf(type: string | undefined): Kind {
  const lower = type?.toLowerCase() ?? 'string'
  if (lower.startsWith('list')) return 'list'
  return numeric.has(lower) ? 'number' : 'text'
}

/** The columns of nodes or of edges by the id that values name them by; one of texts, called by its id, where none was declared. */
export class Columns {
  readonly #byId = new InOrder<Declared>((id) => ({ title: id, kind: 'text', fallback: undefined, sink: undefined }))

  get all(): readonly Declared[] {
    return this.#byId.all
  }

  declare(id: string, title: string, kind: Kind): Declared {
    const declared: Declared = { title, kind, fallback: undefined, sink: undefined }
    this.#byId.declare(id, declared)
    return declared
  }

  at(bytes: Uint8Array, from: number, to: number): Declared {
    return this.#byId.at(bytes, from, to)
  }

  /** Whether a column has this title. */
  titled(title: string): boolean {
    return this.all.some((each) => each.title === title)
  }
}
