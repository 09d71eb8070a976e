import type { z } from 'zod'
import { buildGraph } from '../../model/buildGraph'
import type { Graph } from '../../model/graph'
import type { Statement } from '../../model/records'
import { Source } from '../../model/records'
import { checkAcrossRecords } from './checkAcrossRecords'
import { checkUnusedDeclarations } from './checkUnused'
import { evaluateFormulaStatements } from './formulaStatements'
import { parseAtYamlPath, parseYamlDocument, validFieldsOf, type YamlPath, type YamlDocument } from './yamlDocument'
import type { DatasetFault } from './datasetFault'
import { DatasetYaml, DisputeEntry, LeftOutEntry, NodeEntry, SchemaYaml, StatementEntry } from './datasetFileSchemas'
import { hashFiles } from './hashFiles'
import type { ValidAndMalformedEntries, ParsedDataset } from './parsedDataset'

export type DatasetReadResult = { readonly graph: Graph } | { readonly faults: readonly DatasetFault[] }

/**
 * Reads a data set from its files, by path in its folder. Returns a graph without positions, with the hash of the files
 * as its version; or all faults at once, in the order of files and lines.
 */
export function readDataset(files: ReadonlyMap<string, string>): DatasetReadResult {
  const faults: DatasetFault[] = []
  const parts = readParts(files, faults)
  checkAcrossRecords(parts, faults)
  if (faults.length === 0) checkUnusedDeclarations(parts, faults)
  if (faults.length > 0 || !parts.about || !parts.schema) return { faults: sorted(faults) }
  const computed = evaluateFormulaStatements(parts, faults)
  if (faults.length > 0) return { faults: sorted(faults) }
  const statements = parts.statements.map(
    ({ record, source }) => computed.get(record.id) ?? statementOf(record, source),
  )
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

/** The statement of an entry without a formula. */
function statementOf(entry: StatementEntry, source: string): Statement {
  const record: Partial<StatementEntry> & Omit<StatementEntry, 'formula' | 'unit'> = { ...entry }
  delete record.formula
  delete record.unit
  return { ...record, source }
}

function readParts(files: ReadonlyMap<string, string>, faults: DatasetFault[]): ParsedDataset {
  const paths = [...files.keys()].sort()
  const open = (path: string) => (files.has(path) ? parseYamlDocument(path, files.get(path)!, faults) : undefined)
  for (const required of ['dataset.yaml', 'schema.yaml'])
    if (!files.has(required)) faults.push({ file: required, line: 1, column: 1, what: 'the file is missing' })
  for (const path of paths)
    if (/\.ya?ml$/.test(path) && !/^(dataset|schema|disputes|left-out|(nodes|sources)\/[^/]+)\.yaml$/.test(path))
      faults.push({
        file: path,
        line: 1,
        column: 1,
        what: 'unknown file; a data set consists of dataset.yaml, schema.yaml, disputes.yaml, left-out.yaml, nodes/*.yaml, sources/*.yaml',
      })
  const documentsIn = (folder: string) =>
    paths.filter((path) => path.startsWith(folder) && path.endsWith('.yaml')).flatMap((path) => open(path) ?? [])
  const sources = documentsIn('sources/').map((yaml) => readSource(yaml, faults))
  const parseList = <Shape extends z.ZodObject>(shape: Shape, path: string) => {
    const yaml = open(path)
    return yaml ? parseEntries(shape, yaml, [], faults) : { valid: [], malformed: [] }
  }
  const disputes = parseList(DisputeEntry, 'disputes.yaml')
  const nodes = documentsIn('nodes/').map((yaml) => parseEntries(NodeEntry, yaml, [], faults))
  return {
    about: parseWhole(DatasetYaml, open('dataset.yaml'), faults),
    schema: parseWhole(SchemaYaml, open('schema.yaml'), faults),
    nodes: nodes.flatMap(({ valid }) => valid),
    sources: sources.flatMap(({ source }) => source.valid),
    statements: sources.flatMap(({ statements }) => statements.valid),
    disputes: disputes.valid,
    leftOut: parseList(LeftOutEntry, 'left-out.yaml').valid,
    malformed: {
      nodes: nodes.flatMap(({ malformed }) => malformed),
      sources: sources.flatMap(({ source }) => source.malformed),
      statements: sources.flatMap(({ statements }) => statements.malformed),
      disputes: disputes.malformed,
    },
  }
}

/** Parses a file that holds a single record. */
function parseWhole<Shape extends Parameters<typeof parseAtYamlPath>[0]>(
  schema: Shape,
  yaml: YamlDocument | undefined,
  faults: DatasetFault[],
) {
  const record = yaml && parseAtYamlPath(schema, yaml, { path: [], data: yaml.data }, faults)
  return record === undefined ? undefined : { record, yaml: yaml!, path: [] }
}

/** Parses the entries of a list one by one, so that an invalid entry does not hide the others. */
function parseEntries<Shape extends z.ZodObject>(
  schema: Shape,
  yaml: YamlDocument,
  path: YamlPath,
  faults: DatasetFault[],
): ValidAndMalformedEntries<z.infer<Shape>> {
  const list = path.reduce<unknown>((data, key) => (data as Record<PropertyKey, unknown> | undefined)?.[key], yaml.data)
  if (list === undefined || list === null) return { valid: [], malformed: [] }
  if (!Array.isArray(list)) {
    faults.push({ file: yaml.file, ...yaml.positionOf(path), what: 'must be a list' })
    return { valid: [], malformed: [] }
  }
  const read = list.map((data: unknown, index) => parseEntry(schema, yaml, { path: [...path, index], data }, faults))
  return { valid: read.flatMap(({ valid }) => valid), malformed: read.flatMap(({ malformed }) => malformed) }
}

/** Parses one entry: the record, or the valid fields of a malformed one. */
function parseEntry<Shape extends z.ZodObject>(
  schema: Shape,
  yaml: YamlDocument,
  given: { readonly path: YamlPath; readonly data: unknown },
  faults: DatasetFault[],
): ValidAndMalformedEntries<z.infer<Shape>> {
  const record = parseAtYamlPath(schema, yaml, given, faults)
  const at = { yaml, path: given.path }
  if (record === undefined) return { valid: [], malformed: [{ ...at, ...validFieldsOf(schema, given.data) }] }
  return { valid: [{ ...at, record }], malformed: [] }
}

function readSource(yaml: YamlDocument, faults: DatasetFault[]) {
  const { statements: _, ...fields } = (yaml.data ?? {}) as Record<string, unknown>
  const source = parseEntry(Source, yaml, { path: [], data: fields }, faults)
  const { valid, malformed } = parseEntries(StatementEntry, yaml, ['statements'], faults)
  const id = [...source.valid, ...source.malformed][0]?.record.id ?? ''
  const withSource = <Each>(each: Each) => ({ ...each, source: id })
  return { source, statements: { valid: valid.map(withSource), malformed: malformed.map(withSource) } }
}

const sorted = (faults: readonly DatasetFault[]): DatasetFault[] =>
  [...faults].sort((one, other) =>
    one.file === other.file ? one.line - other.line || one.column - other.column : one.file < other.file ? -1 : 1,
  )
