import type { DatasetInfo, Dispute, Node, Source } from '../../model/records'
import type { Schema } from '../../model/schema'
import type { YamlPath, YamlDocument } from './yamlDocument'
import type { LeftOutEntry, StatementEntry } from './datasetFileSchemas'

/** A record with the place where it stands. */
export interface LocatedRecord<Record> {
  readonly record: Record
  readonly place: YamlDocument
  readonly path: YamlPath
}

/** What a misshapen entry still says rightly, so that its other faults are said at once, and who names it is not faulted. */
export interface MalformedEntry<Whole> extends LocatedRecord<Partial<Whole>> {
  /** Fields that are misshapen or missing: a fault is said of each already. */
  readonly invalidFields: ReadonlySet<string>
}

/** The entries that are well-shaped, and what is right of the others. */
export interface ParsedEntries<Whole> {
  readonly valid: readonly LocatedRecord<Whole>[]
  readonly malformed: readonly MalformedEntry<Whole>[]
}

/** Everything that could be read, before references are checked. */
export interface ParsedDataset {
  readonly about: LocatedRecord<DatasetInfo> | undefined
  readonly schema: LocatedRecord<Schema> | undefined
  readonly nodes: readonly LocatedRecord<Node>[]
  readonly sources: readonly LocatedRecord<Source>[]
  readonly statements: readonly (LocatedRecord<StatementEntry> & { readonly source: string })[]
  readonly disputes: readonly LocatedRecord<Dispute>[]
  readonly leftOut: readonly LocatedRecord<LeftOutEntry>[]
  readonly malformed: {
    readonly nodes: readonly MalformedEntry<Omit<Node, 'x' | 'y' | 'attributes'>>[]
    readonly sources: readonly MalformedEntry<Source>[]
    readonly disputes: readonly MalformedEntry<Dispute>[]
    readonly statements: readonly (MalformedEntry<StatementEntry> & { readonly source: string })[]
  }
}

/** Says what is wrong at a place. */
export type ReportFault = (
  at: { readonly place: YamlDocument; readonly path: YamlPath },
  path: YamlPath,
  what: string,
) => void
