import type { NodeType, Predicate } from '../../model/schema'
import { checkResearchNotes, checkDisputes } from './checkDisputes'
import { checkSchema } from './checkSchema'
import { checkStatement, type DatasetIndex } from './checkStatement'
import type { YamlPath } from './yamlDocument'
import type { DatasetFault } from './datasetFault'
import { didYouMean } from './datasetFault'
import type { ParsedDataset, LocatedRecord, ReportFault } from './parsedDataset'

/** Checks everything that involves more than one record: unique ids, references, types of ends, and research notes. */
export function checkAcrossRecords(parts: ParsedDataset, faults: DatasetFault[]): void {
  const report: ReportFault = ({ yaml, path }, inner, what) =>
    faults.push({ file: yaml.file, ...yaml.positionOf([...path, ...inner]), what })
  const { malformed } = parts
  checkUniqueIds([...parts.nodes, ...malformed.nodes], 'node', report)
  checkUniqueIds([...parts.sources, ...malformed.sources], 'source', report)
  checkUniqueIds([...parts.statements, ...malformed.statements], 'statement', report)
  checkUniqueIds([...parts.disputes, ...malformed.disputes], 'dispute', report)
  if (!parts.schema) return
  checkSchema(parts.schema, report)
  const index = datasetIndex(parts, parts.schema.record)
  for (const each of [...parts.nodes, ...malformed.nodes]) {
    const { type } = each.record
    if (type !== undefined && !index.types.has(type))
      report(each, ['type'], `unknown type "${type}"${didYouMean(type, index.types.keys())}`)
  }
  for (const each of parts.statements) checkStatement({ ...each, invalidFields: noFields }, index, report)
  for (const each of malformed.statements) checkStatement(each, index, report)
  checkOrigins(parts, index, report)
  checkDisputes(parts, report)
  checkResearchNotes(parts, report)
  checkAbout(parts, index, report)
}

const noFields: ReadonlySet<string> = new Set()

function datasetIndex(
  parts: ParsedDataset,
  schema: { types: readonly NodeType[]; predicates: readonly Predicate[] },
): DatasetIndex {
  return {
    nodes: new Map([
      ...parts.malformed.nodes.flatMap(({ record: { id } }) => (id === undefined ? [] : [[id, undefined] as const])),
      ...parts.nodes.map(({ record }) => [record.id, record] as const),
    ]),
    types: new Map(schema.types.map((each) => [each.id, each])),
    predicates: new Map(schema.predicates.map((each) => [each.id, each])),
    sources: new Map([...parts.malformed.sources, ...parts.sources].map(({ record }) => [record.id ?? '', record])),
  }
}

function checkUniqueIds(
  records: readonly LocatedRecord<{ readonly id?: string }>[],
  kind: string,
  report: ReportFault,
): void {
  const first = new Map<string, LocatedRecord<unknown>>()
  for (const each of records) {
    const { id } = each.record
    if (id === undefined) continue
    const other = first.get(id)
    if (!other) first.set(id, each)
    else {
      const { line } = other.yaml.positionOf([...other.path, 'id'])
      report(each, ['id'], `duplicate ${kind} id "${id}", first used at ${other.yaml.file}:${line}`)
    }
  }
}

function checkOrigins({ sources, malformed }: ParsedDataset, index: DatasetIndex, report: ReportFault): void {
  for (const each of [...sources, ...malformed.sources]) {
    const { origin } = each.record
    if (origin !== undefined && !index.sources.has(origin))
      report(each, ['origin'], `origin: unknown source "${origin}"${didYouMean(origin, index.sources.keys())}`)
  }
}

function checkAbout({ about }: ParsedDataset, index: DatasetIndex, report: ReportFault): void {
  if (!about) return
  const { editors, begin = [], tours = [] } = about.record
  if (editors !== undefined && !index.sources.has(editors))
    report(about, ['editors'], `editors: unknown source "${editors}"${didYouMean(editors, index.sources.keys())}`)
  const checkNodes = (ids: readonly string[], path: YamlPath) =>
    ids.forEach((id, at) => {
      if (!index.nodes.has(id))
        report(about, [...path, at], `unknown node "${id}"${didYouMean(id, index.nodes.keys())}`)
    })
  checkNodes(begin, ['begin'])
  tours.forEach((tour, at) => checkNodes(tour.nodes, ['tours', at, 'nodes']))
}
