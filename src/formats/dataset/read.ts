import type { z } from 'zod'
import { buildGraph } from '../../model/buildGraph'
import type { Graph } from '../../model/graph'
import type { Statement } from '../../model/records'
import { Source } from '../../model/records'
import { checkAcrossRecords } from './checkAcrossRecords'
import { checkUnusedDeclarations } from './checkUnused'
import { computeDerivedStatements } from './derivedStatements'
import { parseAtYamlPath, parseYamlDocument, validFieldsOf, type YamlPath, type YamlDocument } from './yamlDocument'
import type { DatasetFault } from './datasetFault'
import { DatasetYaml, DisputeEntry, LeftOutEntry, NodeEntry, SchemaYaml, StatementEntry } from './datasetFileSchemas'
import { hashFiles } from './hashFiles'
import type { ParsedEntries, ParsedDataset } from './parsedDataset'

export type DatasetReadResult = { readonly graph: Graph } | { readonly faults: readonly DatasetFault[] }

/**
 * Reads a data set from its files, by path in its folder. Either there is a graph, without positions and with the hash
 * of the files as its version, or there are all faults at once, in the order of files and lines.
 */
export function readDataset(files: ReadonlyMap<string, string>): DatasetReadResult {
  const faults: DatasetFault[] = []
  const parts = readParts(files, faults)
  checkAcrossRecords(parts, faults)
  if (faults.length === 0) checkUnusedDeclarations(parts, faults)
  if (faults.length > 0 || !parts.about || !parts.schema) return { faults: sorted(faults) }
  const computed = computeDerivedStatements(parts, faults)
  if (faults.length > 0) return { faults: sorted(faults) }
  const statements = parts.statements.map(({ record, source }) => computed.get(record.id) ?? plain(record, source))
  return {
    graph: buildGraph({
      about: { ...parts.about.record, version: hashFiles(files) },
      schema: parts.schema.record,
      nodes: parts.nodes.map(({ record }) => record),
      sources: parts.sources.map(({ record }) => record),
      statements,
      disputes: parts.disputes.map(({ record }) => record),
    }),
  }
}

/** A statement as it was written, but for what only a file of a data set says of it. */
function plain(entry: StatementEntry, source: string): Statement {
  const record: Partial<StatementEntry> & Omit<StatementEntry, 'formula' | 'unit'> = { ...entry }
  delete record.formula
  delete record.unit
  return { ...record, source }
}

function readParts(files: ReadonlyMap<string, string>, faults: DatasetFault[]): ParsedDataset {
  const paths = [...files.keys()].sort()
  const open = (path: string) => (files.has(path) ? parseYamlDocument(path, files.get(path)!, faults) : undefined)
  for (const needed of ['dataset.yaml', 'schema.yaml'])
    if (!files.has(needed)) faults.push({ file: needed, line: 1, column: 1, what: 'the file is missing' })
  for (const path of paths)
    if (/\.ya?ml$/.test(path) && !/^(dataset|schema|disputes|left-out|(nodes|sources)\/[^/]+)\.yaml$/.test(path))
      faults.push({
        file: path,
        line: 1,
        column: 1,
        what: 'is not read; files are dataset.yaml, schema.yaml, disputes.yaml, left-out.yaml, nodes/*.yaml, sources/*.yaml',
      })
  const places = (folder: string) =>
    paths.filter((path) => path.startsWith(folder) && path.endsWith('.yaml')).flatMap((path) => open(path) ?? [])
  const sources = places('sources/').map((place) => readSource(place, faults))
  const listed = <Shape extends z.ZodObject>(shape: Shape, path: string) => {
    const place = open(path)
    return place ? entries(shape, place, [], faults) : { valid: [], malformed: [] }
  }
  const disputes = listed(DisputeEntry, 'disputes.yaml')
  const nodes = places('nodes/').map((place) => entries(NodeEntry, place, [], faults))
  return {
    about: whole(DatasetYaml, open('dataset.yaml'), faults),
    schema: whole(SchemaYaml, open('schema.yaml'), faults),
    nodes: nodes.flatMap(({ valid }) => valid),
    sources: sources.flatMap(({ source }) => source.valid),
    statements: sources.flatMap(({ statements }) => statements.valid),
    disputes: disputes.valid,
    leftOut: listed(LeftOutEntry, 'left-out.yaml').valid,
    malformed: {
      nodes: nodes.flatMap(({ malformed }) => malformed),
      sources: sources.flatMap(({ source }) => source.malformed),
      statements: sources.flatMap(({ statements }) => statements.malformed),
      disputes: disputes.malformed,
    },
  }
}

function whole<Shape extends Parameters<typeof parseAtYamlPath>[0]>(
  schema: Shape,
  place: YamlDocument | undefined,
  faults: DatasetFault[],
) {
  const record = place && parseAtYamlPath(schema, place, { path: [], data: place.data }, faults)
  return record === undefined ? undefined : { record, place: place!, path: [] }
}

/** The entries of a list, each parsed on its own, so that one bad entry hides no other. */
function entries<Shape extends z.ZodObject>(
  schema: Shape,
  place: YamlDocument,
  path: YamlPath,
  faults: DatasetFault[],
): ParsedEntries<z.infer<Shape>> {
  const list = path.reduce<unknown>(
    (data, key) => (data as Record<PropertyKey, unknown> | undefined)?.[key],
    place.data,
  )
  if (list === undefined || list === null) return { valid: [], malformed: [] }
  if (!Array.isArray(list)) {
    faults.push({ file: place.file, ...place.positionOf(path), what: 'should be a list' })
    return { valid: [], malformed: [] }
  }
  const read = list.map((data: unknown, index) => entryAt(schema, place, { path: [...path, index], data }, faults))
  return { valid: read.flatMap(({ valid }) => valid), malformed: read.flatMap(({ malformed }) => malformed) }
}

/** One entry: whole, or what of it is well-shaped. */
function entryAt<Shape extends z.ZodObject>(
  schema: Shape,
  place: YamlDocument,
  given: { readonly path: YamlPath; readonly data: unknown },
  faults: DatasetFault[],
): ParsedEntries<z.infer<Shape>> {
  const record = parseAtYamlPath(schema, place, given, faults)
  const at = { place, path: given.path }
  if (record === undefined) return { valid: [], malformed: [{ ...at, ...validFieldsOf(schema, given.data) }] }
  return { valid: [{ ...at, record }], malformed: [] }
}

function readSource(place: YamlDocument, faults: DatasetFault[]) {
  const { statements: _, ...fields } = (place.data ?? {}) as Record<string, unknown>
  const source = entryAt(Source, place, { path: [], data: fields }, faults)
  const { valid, malformed } = entries(StatementEntry, place, ['statements'], faults)
  const id = [...source.valid, ...source.malformed][0]?.record.id ?? ''
  const from = <Each>(each: Each) => ({ ...each, source: id })
  return { source, statements: { valid: valid.map(from), malformed: malformed.map(from) } }
}

const sorted = (faults: readonly DatasetFault[]): DatasetFault[] =>
  [...faults].sort((one, other) =>
    one.file === other.file ? one.line - other.line || one.column - other.column : one.file < other.file ? -1 : 1,
  )
