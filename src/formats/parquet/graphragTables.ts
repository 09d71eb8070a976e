import type { JsonObject } from '../json/jsonCells'

/** What a table of GraphRAG holds; `links` and `things` are tables of other programs. */
export type ParquetTableKind = 'entities' | 'relationships' | 'textUnits' | 'documents' | 'other' | 'links' | 'things'

/** Columns that tell a table of GraphRAG, in all versions (microsoft.github.io/graphrag, Outputs), the surest first. */
const signs: readonly (readonly [ParquetTableKind, readonly string[]])[] = [
  ['textUnits', ['text', 'n_tokens']],
  ['relationships', ['source', 'target', 'text_unit_ids']],
  ['other', ['community', 'level']],
  ['other', ['community', 'full_content']],
  ['other', ['covariate_type', 'subject_id']],
  ['entities', ['title', 'description', 'text_unit_ids']],
  ['entities', ['name', 'description', 'text_unit_ids']],
  ['documents', ['raw_content', 'text_unit_ids']],
  ['documents', ['title', 'text', 'text_unit_ids']],
  ['documents', ['title', 'text', 'creation_date']],
  ['links', ['source', 'target']],
  ['links', ['from', 'to']],
  ['links', ['src', 'dst']],
  ['links', ['subject', 'object']],
]

/** The kind of a table, by the columns of its first row. */
export function parquetTableKind(rows: readonly JsonObject[]): ParquetTableKind {
  const first = rows[0] ?? {}
  return signs.find(([, columns]) => columns.every((column) => Object.hasOwn(first, column)))?.[0] ?? 'things'
}

/** The two columns with the ends of a table of links. */
export const endColumnsOf = (row: JsonObject): readonly [string, string] =>
  (
    [
      ['source', 'target'],
      ['from', 'to'],
      ['src', 'dst'],
      ['subject', 'object'],
    ] as const
  ).find((pair) => pair.every((column) => Object.hasOwn(row, column))) ?? ['source', 'target']
