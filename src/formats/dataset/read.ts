import type { z } from 'zod'
import { buildGraph } from '../../model/buildGraph'
import type { Graph } from '../../model/graph'
import type { Statement } from '../../model/records'
import { Source } from '../../model/records'
import { checkAll } from './checkAcrossRecords'
import { checkUses } from './checkUnused'
import { derivedStatements } from './derivedStatements'
import { parseAt, readYaml, soundFields, type Path, type Place } from './yamlDocument'
import type { Fault } from './datasetFault'
import { DatasetFile, DisputeEntry, LeftOutEntry, NodeEntry, SchemaFile, StatementEntry } from './datasetFileSchemas'
import { hash } from './hashFiles'
import type { Entries, Parts } from './parsedDataset'

export type DatasetRead = { readonly graph: Graph } | { readonly faults: readonly Fault[] }

/**
 * Reads a data set from its files, by path in its folder. Either there is a graph, without positions and with the hash
 * of the files as its version, or there are all faults at once, in the order of files and lines.
 */
export function readDataset(files: ReadonlyMap<string, string>): DatasetRead {
  const faults: Fault[] = []
  const parts = readParts(files, faults)
  checkAll(parts, faults)
  if (faults.length === 0) checkUses(parts, faults)
  if (faults.length > 0 || !parts.about || !parts.schema) return { faults: sorted(faults) }
  const computed = derivedStatements(parts, faults)
  if (faults.length > 0) return { faults: sorted(faults) }
  const statements = parts.statements.map(({ record, source }) => computed.get(record.id) ?? plain(record, source))
  return {
    graph: buildGraph({
      about: { ...parts.about.record, version: hash(files) },
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

function readParts(files: ReadonlyMap<string, string>, faults: Fault[]): Parts {
  const paths = [...files.keys()].sort()
  const open = (path: string) => (files.has(path) ? readYaml(path, files.get(path)!, faults) : undefined)
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
    return place ? entries(shape, place, [], faults) : { wholes: [], halves: [] }
  }
  const disputes = listed(DisputeEntry, 'disputes.yaml')
  const nodes = places('nodes/').map((place) => entries(NodeEntry, place, [], faults))
  return {
    about: whole(DatasetFile, open('dataset.yaml'), faults),
    schema: whole(SchemaFile, open('schema.yaml'), faults),
    nodes: nodes.flatMap(({ wholes }) => wholes),
    sources: sources.flatMap(({ source }) => source.wholes),
    statements: sources.flatMap(({ statements }) => statements.wholes),
    disputes: disputes.wholes,
    leftOut: listed(LeftOutEntry, 'left-out.yaml').wholes,
    halves: {
      nodes: nodes.flatMap(({ halves }) => halves),
      sources: sources.flatMap(({ source }) => source.halves),
      statements: sources.flatMap(({ statements }) => statements.halves),
      disputes: disputes.halves,
    },
  }
}

function whole<Shape extends Parameters<typeof parseAt>[0]>(schema: Shape, place: Place | undefined, faults: Fault[]) {
  const record = place && parseAt(schema, place, { path: [], data: place.data }, faults)
  return record === undefined ? undefined : { record, place: place!, path: [] }
}

/** The entries of a list, each parsed on its own, so that one bad entry hides no other. */
function entries<Shape extends z.ZodObject>(
  schema: Shape,
  place: Place,
  path: Path,
  faults: Fault[],
): Entries<z.infer<Shape>> {
  const list = path.reduce<unknown>(
    (data, key) => (data as Record<PropertyKey, unknown> | undefined)?.[key],
    place.data,
  )
  if (list === undefined || list === null) return { wholes: [], halves: [] }
  if (!Array.isArray(list)) {
    faults.push({ file: place.file, ...place.at(path), what: 'should be a list' })
    return { wholes: [], halves: [] }
  }
  const read = list.map((data: unknown, index) => entryAt(schema, place, { path: [...path, index], data }, faults))
  return { wholes: read.flatMap(({ wholes }) => wholes), halves: read.flatMap(({ halves }) => halves) }
}

/** One entry: whole, or what of it is well-shaped. */
function entryAt<Shape extends z.ZodObject>(
  schema: Shape,
  place: Place,
  given: { readonly path: Path; readonly data: unknown },
  faults: Fault[],
): Entries<z.infer<Shape>> {
  const record = parseAt(schema, place, given, faults)
  const at = { place, path: given.path }
  if (record === undefined) return { wholes: [], halves: [{ ...at, ...soundFields(schema, given.data) }] }
  return { wholes: [{ ...at, record }], halves: [] }
}

function readSource(place: Place, faults: Fault[]) {
  const { statements: _, ...fields } = (place.data ?? {}) as Record<string, unknown>
  const source = entryAt(Source, place, { path: [], data: fields }, faults)
  const { wholes, halves } = entries(StatementEntry, place, ['statements'], faults)
  const id = [...source.wholes, ...source.halves][0]?.record.id ?? ''
  const from = <Each>(each: Each) => ({ ...each, source: id })
  return { source, statements: { wholes: wholes.map(from), halves: halves.map(from) } }
}

const sorted = (faults: readonly Fault[]): Fault[] =>
  [...faults].sort((one, other) =>
    one.file === other.file ? one.line - other.line || one.column - other.column : one.file < other.file ? -1 : 1,
  )
