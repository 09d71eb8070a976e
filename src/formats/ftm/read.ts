import { message } from '../../messages/message'
import type { GraphCollector } from '../collect/graphCollector'
import type { InputFile } from '../io/inputFile'
import { linesOf, type TextLine } from '../io/lineReader'

/** Schemata that connect two entities, with the properties that name both ends (followthemoney.tech/explorer/schemata). */
const links: Readonly<Record<string, readonly [from: string, to: string]>> = {
  Ownership: ['owner', 'asset'],
  Directorship: ['director', 'organization'],
  Membership: ['member', 'organization'],
  Employment: ['employee', 'employer'],
  Family: ['person', 'relative'],
  Associate: ['person', 'associate'],
  Representation: ['agent', 'client'],
  UnknownLink: ['subject', 'object'],
  Payment: ['payer', 'beneficiary'],
  Debt: ['debtor', 'creditor'],
  Succession: ['predecessor', 'successor'],
  ContractAward: ['supplier', 'contract'],
  ProjectParticipant: ['participant', 'project'],
  Occupancy: ['holder', 'post'],
  CourtCaseParty: ['party', 'case'],
  Documentation: ['entity', 'document'],
  Similar: ['candidate', 'match'],
}
const symmetric = new Set(['Family', 'Associate', 'UnknownLink', 'Similar'])
/** Properties whose values can be ids of other entities. */
const references = [
  'parent',
  'parentDocument',
  'addressEntity',
  'holder',
  'vessel',
  'owner',
  'operator',
  'author',
  'resolved',
  'proof',
]

interface Entity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

/**
 * Reads FollowTheMoney entities, one JSON object per line: things become nodes with their schema as type, intervals
 * (ownership, directorship, payment ...) become edges with their properties, and properties that name another entity
 * become edges too. A property with several values becomes a list.
 */
export function collectFollowTheMoney(file: InputFile, collector: GraphCollector): void {
  const entities = Array.from(linesOf(file), parseEntity)
  const ids = new Set(entities.map(({ id }) => id))
  for (const entity of entities) {
    const ends = endsOf(entity)
    if (ends) addLinks(collector, entity, ends)
    else addNode(collector, entity, ids)
  }
}

function parseEntity(line: TextLine): Entity {
  let value: unknown
  try {
    value = JSON.parse(line.text)
  } catch {
    throw line.fault(message('formats', 'ftmInvalidLine'), message('formats', 'ftmWholeEntities'))
  }
  const { id, schema, properties } = (value ?? {}) as Partial<Record<keyof Entity, unknown>>
  if (typeof id !== 'string' || typeof schema !== 'string' || typeof properties !== 'object' || properties === null)
    throw line.fault(message('formats', 'ftmNotEntity'), message('formats', 'ftmExportAgain'))
  const lists = Object.entries(properties as Record<string, unknown>).map(([key, values]): [string, string[]] => [
    key,
    (Array.isArray(values) ? values : [values]).filter((each) => each !== null && each !== undefined).map(textOf),
  ])
  return { id, schema, properties: Object.fromEntries(lists) }
}

/** A value as text; an entity nested in another is referred to by its id. */
const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? String((value as { id?: unknown }).id ?? JSON.stringify(value))
    : String(value)

function endsOf({ schema, properties }: Entity): readonly [string, string] | undefined {
  const ends = links[schema]
  return ends && properties[ends[0]]?.length && properties[ends[1]]?.length ? ends : undefined
}

function addLinks(
  collector: GraphCollector,
  { id, schema, properties }: Entity,
  [from, to]: readonly [string, string],
): void {
  const pairs = properties[from]!.flatMap((source) => properties[to]!.map((target) => [source, target] as const))
  pairs.forEach(([source, target], index) => {
    const row = collector.addEdge(collector.codeOfId(source), collector.codeOfId(target), !symmetric.has(schema))
    collector.edgeIds.setText(row, index === 0 ? id : `${id} (${index + 1})`)
    collector.edges.column('relation').setText(row, schema)
    for (const [key, values] of Object.entries(properties))
      if (key !== from && key !== to) collector.edges.column(key).setText(row, values.join('; '))
  })
}

function addNode(collector: GraphCollector, { id, schema, properties }: Entity, ids: ReadonlySet<string>): void {
  const row = collector.addNode(collector.codeOfId(id))
  const [label, ...names] = [
    properties['name'],
    properties['title'],
    properties['caption'],
    properties['fileName'],
  ].flatMap((each) => each ?? [])
  if (label !== undefined) collector.setLabel(row, label)
  collector.nodes.column('type').setText(row, schema)
  if (names.length > 0) collector.nodes.column('aliases', 'list').setList(row, names)
  for (const [key, values] of Object.entries(properties)) {
    const named = references.includes(key) ? values.filter((each) => ids.has(each)) : []
    for (const target of named) {
      const edge = collector.addEdge(collector.codeOfId(id), collector.codeOfId(target), true)
      collector.edges.column('relation').setText(edge, key)
    }
    const rest = key === 'name' || named.length > 0 ? [] : values
    if (rest.length > 0) collector.nodes.column(key, 'list').setList(row, rest)
  }
}
