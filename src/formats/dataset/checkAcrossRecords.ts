import type { NodeType, Predicate } from '../../model/schema'
import { checkAccount, checkDisputes } from './checkDisputes'
import { checkSchema } from './checkSchema'
import { checkStatement, type Known } from './checkStatement'
import type { Path } from './yamlDocument'
import type { Fault } from './datasetFault'
import { suggestion } from './datasetFault'
import type { Parts, Placed, Say } from './parsedDataset'

/** Checks everything that takes more than one record to see: names, ends, uses, parts. */
export function checkAll(parts: Parts, faults: Fault[]): void {
  const say: Say = ({ place, path }, inner, what) =>
    faults.push({ file: place.file, ...place.at([...path, ...inner]), what })
  const { halves } = parts
  unique([...parts.nodes, ...halves.nodes], 'node', say)
  unique([...parts.sources, ...halves.sources], 'source', say)
  unique([...parts.statements, ...halves.statements], 'statement', say)
  unique([...parts.disputes, ...halves.disputes], 'dispute', say)
  if (!parts.schema) return
  checkSchema(parts.schema, say)
  const known = knownIn(parts, parts.schema.record)
  for (const each of [...parts.nodes, ...halves.nodes]) {
    const { type } = each.record
    if (type !== undefined && !known.types.has(type))
      say(each, ['type'], `type "${type}" is not in schema.yaml${suggestion(type, known.types.keys())}`)
  }
  for (const each of parts.statements) checkStatement({ ...each, spoilt: nothing }, known, say)
  for (const each of halves.statements) checkStatement(each, known, say)
  checkOrigins(parts, known, say)
  checkDisputes(parts, say)
  checkAccount(parts, say)
  checkAbout(parts, known, say)
}

const nothing: ReadonlySet<string> = new Set()

function knownIn(parts: Parts, schema: { types: readonly NodeType[]; predicates: readonly Predicate[] }): Known {
  return {
    nodes: new Map([
      ...parts.halves.nodes.flatMap(({ record: { id } }) => (id === undefined ? [] : [[id, undefined] as const])),
      ...parts.nodes.map(({ record }) => [record.id, record] as const),
    ]),
    types: new Map(schema.types.map((each) => [each.id, each])),
    predicates: new Map(schema.predicates.map((each) => [each.id, each])),
    sources: new Map([...parts.halves.sources, ...parts.sources].map(({ record }) => [record.id ?? '', record])),
  }
}

function unique(records: readonly Placed<{ readonly id?: string }>[], what: string, say: Say): void {
  const first = new Map<string, Placed<unknown>>()
  for (const each of records) {
    const { id } = each.record
    if (id === undefined) continue
    const other = first.get(id)
    if (!other) first.set(id, each)
    else
      say(
        each,
        ['id'],
        `${what} "${id}" is there already, at ${other.place.file}:${other.place.at([...other.path, 'id']).line}`,
      )
  }
}

function checkOrigins({ sources, halves }: Parts, known: Known, say: Say): void {
  for (const each of [...sources, ...halves.sources]) {
    const { origin } = each.record
    if (origin !== undefined && !known.sources.has(origin))
      say(each, ['origin'], `origin "${origin}" is no source${suggestion(origin, known.sources.keys())}`)
  }
}

function checkAbout({ about }: Parts, known: Known, say: Say): void {
  if (!about) return
  const { editors, begin = [], tours = [] } = about.record
  if (editors !== undefined && !known.sources.has(editors))
    say(about, ['editors'], `editors "${editors}" is no source${suggestion(editors, known.sources.keys())}`)
  const nodes = (ids: readonly string[], path: Path) =>
    ids.forEach((id, index) => {
      if (!known.nodes.has(id)) say(about, [...path, index], `"${id}" is no node${suggestion(id, known.nodes.keys())}`)
    })
  nodes(begin, ['begin'])
  tours.forEach((tour, index) => nodes(tour.nodes, ['tours', index, 'nodes']))
}
