import type { About, Dispute, Node, Source } from '../../model/records'
import type { Schema } from '../../model/schema'
import type { Path, Place } from './document'
import type { LeftOutEntry, StatementEntry } from './files'

/** A record with the place where it stands. */
export interface Placed<Record> {
  readonly record: Record
  readonly place: Place
  readonly path: Path
}

/** Everything that could be read, before references are checked. */
export interface Parts {
  readonly about: Placed<About> | undefined
  readonly schema: Placed<Schema> | undefined
  readonly nodes: readonly Placed<Node>[]
  /** Ids of entries that are misshapen otherwise, so that what names them is not faulted too. */
  readonly spoilt: ReadonlySet<string>
  readonly sources: readonly Placed<Source>[]
  readonly statements: readonly (Placed<StatementEntry> & { readonly source: string })[]
  readonly disputes: readonly Placed<Dispute>[]
  readonly leftOut: readonly Placed<LeftOutEntry>[]
}

/** Says what is wrong at a place. */
export type Say = (at: { readonly place: Place; readonly path: Path }, path: Path, what: string) => void
