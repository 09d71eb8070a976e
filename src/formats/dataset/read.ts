import { buildGraph } from '../../model/build'
import type { Graph } from '../../model/graph'
import type { Statement } from '../../model/records'
import { Source } from '../../model/records'
import { checkAll } from './check'
import { checkUses } from './checkUses'
import { derivedStatements } from './derived'
import { parseAt, readYaml, type Path, type Place } from './document'
import type { Fault } from './fault'
import { DatasetFile, DisputeEntry, LeftOutEntry, NodeEntry, SchemaFile, StatementEntry } from './files'
import { hash } from './hash'
import type { Parts } from './parts'

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
  const listed = <Shape extends Parameters<typeof parseAt>[0]>(shape: Shape, path: string) => {
    const place = open(path)
    return place ? entries(shape, place, [], faults) : []
  }
  const nodePlaces = places('nodes/')
  const nodes = nodePlaces.flatMap((place) => entries(NodeEntry, place, [], faults))
  return {
    about: whole(DatasetFile, open('dataset.yaml'), faults),
    schema: whole(SchemaFile, open('schema.yaml'), faults),
    nodes,
    spoilt: new Set(
      nodePlaces.flatMap((place) => idsIn(place.data)).filter((id) => nodes.every(({ record }) => record.id !== id)),
    ),
    sources: sources.flatMap(({ source }) => source ?? []),
    statements: sources.flatMap(({ statements }) => statements),
    disputes: listed(DisputeEntry, 'disputes.yaml'),
    leftOut: listed(LeftOutEntry, 'left-out.yaml'),
  }
}

/** Whatever calls itself an id in a list of entries, be they well-shaped or not. */
const idsIn = (data: unknown): string[] =>
  Array.isArray(data)
    ? data.flatMap((entry: { id?: unknown } | null) => (typeof entry?.id === 'string' ? [entry.id] : []))
    : []

function whole<Shape extends Parameters<typeof parseAt>[0]>(schema: Shape, place: Place | undefined, faults: Fault[]) {
  const record = place && parseAt(schema, place, { path: [], data: place.data }, faults)
  return record === undefined ? undefined : { record, place: place!, path: [] }
}

/** The entries of a list, each parsed on its own, so that one bad entry hides no other. */
function entries<Shape extends Parameters<typeof parseAt>[0]>(
  schema: Shape,
  place: Place,
  path: Path,
  faults: Fault[],
) {
  const list = path.reduce<unknown>(
    (data, key) => (data as Record<PropertyKey, unknown> | undefined)?.[key],
    place.data,
  )
  if (list === undefined || list === null) return []
  if (!Array.isArray(list)) {
    faults.push({ file: place.file, ...place.at(path), what: 'should be a list' })
    return []
  }
  return list.flatMap((data: unknown, index) => {
    const here = [...path, index]
    const record = parseAt(schema, place, { path: here, data }, faults)
    return record === undefined ? [] : [{ record, place, path: here }]
  })
}

function readSource(place: Place, faults: Fault[]) {
  const { statements: _, ...fields } = (place.data ?? {}) as Record<string, unknown>
  const record = parseAt(Source, place, { path: [], data: fields }, faults)
  const statements = entries(StatementEntry, place, ['statements'], faults)
  const id = record?.id ?? ''
  return {
    source: record && { record, place, path: [] as Path },
    statements: statements.map((each) => ({ ...each, source: id })),
  }
}

const sorted = (faults: readonly Fault[]): Fault[] =>
  [...faults].sort((one, other) =>
    one.file === other.file ? one.line - other.line || one.column - other.column : one.file < other.file ? -1 : 1,
  )
