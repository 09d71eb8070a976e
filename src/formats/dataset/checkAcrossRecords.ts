import type { NodeType, Predicate } from '../../model/schema'
import { checkResearchNotes, checkDisputes } from './checkDisputes'
import { checkSchema } from './checkSchema'
import { checkStatement, type DatasetIndex } from './checkStatement'
import type { YamlPath } from './yamlDocument'
import type { DatasetFault } from './datasetFault'
import { didYouMean } from './datasetFault'
import type { ParsedDataset, LocatedRecord, ReportFault } from './parsedDataset'

/** Checks everything that takes more than one record to see: names, ends, uses, parts. */
export function checkAcrossRecords(parts: ParsedDataset, faults: DatasetFault[]): void {
  const say: ReportFault = ({ place, path }, inner, what) =>
    faults.push({ file: place.file, ...place.positionOf([...path, ...inner]), what })
  const { malformed } = parts
  unique([...parts.nodes, ...malformed.nodes], 'node', say)
  unique([...parts.sources, ...malformed.sources], 'source', say)
  unique([...parts.statements, ...malformed.statements], 'statement', say)
  unique([...parts.disputes, ...malformed.disputes], 'dispute', say)
  if (!parts.schema) return
  checkSchema(parts.schema, say)
  const known = knownIn(parts, parts.schema.record)
  for (const each of [...parts.nodes, ...malformed.nodes]) {
    const { type } = each.record
    if (type !== undefined && !known.types.has(type))
      say(each, ['type'], `type "${type}" is not in schema.yaml${didYouMean(type, known.types.keys())}`)
  }
  for (const each of parts.statements) checkStatement({ ...each, invalidFields: nothing }, known, say)
  for (const each of malformed.statements) checkStatement(each, known, say)
  checkOrigins(parts, known, say)
  checkDisputes(parts, say)
  checkResearchNotes(parts, say)
  checkAbout(parts, known, say)
}

const nothing: ReadonlySet<string> = new Set()

function knownIn(
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

function unique(records: readonly LocatedRecord<{ readonly id?: string }>[], what: string, say: ReportFault): void {
  const first = new Map<string, LocatedRecord<unknown>>()
  for (const each of records) {
    const { id } = each.record
    if (id === undefined) continue
    const other = first.get(id)
    if (!other) first.set(id, each)
    else
      say(
        each,
        ['id'],
        `${what} "${id}" is there already, at ${other.place.file}:${other.place.positionOf([...other.path, 'id']).line}`,
      )
  }
}

function checkOrigins({ sources, malformed }: ParsedDataset, known: DatasetIndex, say: ReportFault): void {
  for (const each of [...sources, ...malformed.sources]) {
    const { origin } = each.record
    if (origin !== undefined && !known.sources.has(origin))
      say(each, ['origin'], `origin "${origin}" is no source${didYouMean(origin, known.sources.keys())}`)
  }
}

function checkAbout({ about }: ParsedDataset, known: DatasetIndex, say: ReportFault): void {
  if (!about) return
  const { editors, begin = [], tours = [] } = about.record
  if (editors !== undefined && !known.sources.has(editors))
    say(about, ['editors'], `editors "${editors}" is no source${didYouMean(editors, known.sources.keys())}`)
  const nodes = (ids: readonly string[], path: YamlPath) =>
    ids.forEach((id, index) => {
      if (!known.nodes.has(id)) say(about, [...path, index], `"${id}" is no node${didYouMean(id, known.nodes.keys())}`)
    })
  nodes(begin, ['begin'])
  tours.forEach((tour, index) => nodes(tour.nodes, ['tours', index, 'nodes']))
}
