import type { About, Dispute, Node, Source } from '../../model/records'
import type { Schema } from '../../model/schema'
import type { Path, Place } from './yamlDocument'
import type { LeftOutEntry, StatementEntry } from './datasetFileSchemas'

/** A record with the place where it stands. */
export interface Placed<Record> {
  readonly record: Record
  readonly place: Place
  readonly path: Path
}

/** What a misshapen entry still says rightly, so that its other faults are said at once, and who names it is not faulted. */
export interface Half<Whole> extends Placed<Partial<Whole>> {
  /** Fields that are misshapen or missing: a fault is said of each already. */
  readonly spoilt: ReadonlySet<string>
}

/** The entries that are well-shaped, and what is right of the others. */
export interface Entries<Whole> {
  readonly wholes: readonly Placed<Whole>[]
  readonly halves: readonly Half<Whole>[]
}

/** Everything that could be read, before references are checked. */
export interface Parts {
  readonly about: Placed<About> | undefined
  readonly schema: Placed<Schema> | undefined
  readonly nodes: readonly Placed<Node>[]
  readonly sources: readonly Placed<Source>[]
  readonly statements: readonly (Placed<StatementEntry> & { readonly source: string })[]
  readonly disputes: readonly Placed<Dispute>[]
  readonly leftOut: readonly Placed<LeftOutEntry>[]
  readonly halves: {
    readonly nodes: readonly Half<Omit<Node, 'x' | 'y' | 'attributes'>>[]
    readonly sources: readonly Half<Source>[]
    readonly disputes: readonly Half<Dispute>[]
    readonly statements: readonly (Half<StatementEntry> & { readonly source: string })[]
  }
}

/** Says what is wrong at a place. */
export type Say = (at: { readonly place: Place; readonly path: Path }, path: Path, what: string) => void
