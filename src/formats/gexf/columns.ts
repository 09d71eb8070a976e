import { ByteTable } from '../collect/byteTable'
import type { Kind, Sink } from '../collect/sink'

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

/** The columns of nodes or of edges by the id that values name them by. */
export class Columns {
  readonly #codes = new ByteTable()
  readonly all: Declared[] = []
  /** Which one was named after each the last time: rows tend to say the same in the same order. */
  readonly #after: number[] = []
  #last = 0

  declare(id: string, title: string, kind: Kind): Declared {
    const declared: Declared = { title, kind, fallback: undefined, sink: undefined }
    this.all[this.#codes.codeOf(id)] = declared
    return declared
  }

  /** The column of an id; one of texts, called by its id, where none was declared. */
  at(bytes: Uint8Array, from: number, to: number): Declared {
    const guess = this.#after[this.#last]
    if (guess !== undefined && this.#codes.holds(guess, bytes, from, to)) {
      this.#last = guess
      return this.all[guess]!
    }
    const code = this.#codes.code(bytes, from, to)
    this.#after[this.#last] = code
    this.#last = code
    return (this.all[code] ??= {
      title: this.#codes.text(code),
      kind: 'text',
      fallback: undefined,
      sink: undefined,
    })
  }

  /** Whether a column has this title. */
  titled(title: string): boolean {
    return this.all.some((each) => each.title === title)
  }
}
