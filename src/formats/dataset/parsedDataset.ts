import type { DatasetInfo, Dispute, Node, Source } from '../../model/records'
import type { Schema } from '../../model/schema'
import type { YamlPath, YamlDocument } from './yamlDocument'
import type { LeftOutEntry, StatementEntry } from './datasetFileSchemas'

/** A record with its path in a YAML file. */
export interface LocatedRecord<Record> {
  readonly record: Record
  readonly yaml: YamlDocument
  readonly path: YamlPath
}

/**
 * The valid fields of a malformed entry: its other errors are still reported, and references to it are not flagged.
 */
export interface MalformedEntry<Whole> extends LocatedRecord<Partial<Whole>> {
  /** Fields that are invalid or missing; each has been reported already. */
  readonly invalidFields: ReadonlySet<string>
}

/** The valid entries of a list, and the valid fields of the others. */
export interface ValidAndMalformedEntries<Whole> {
  readonly valid: readonly LocatedRecord<Whole>[]
  readonly malformed: readonly MalformedEntry<Whole>[]
}

/** All records that could be parsed, before references are checked. */
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

/** Reports a fault at a path inside a record. */
export type ReportFault = (
  at: { readonly yaml: YamlDocument; readonly path: YamlPath },
  path: YamlPath,
  what: string,
) => void
