import type { GraphCollector } from '../collect/graphCollector'
import { FileFault, textPositionAt } from '../io/fileFault'
import type { InputFile } from '../io/inputFile'

/** Schemata that join two entities, and the properties that name both (followthemoney.tech/explorer/schemata). */
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
/** Properties of entities that hold ids of others. */
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

/** Whether a text is FollowTheMoney: its first line is an entity with a schema and properties. */
export function isFollowTheMoney({ head }: InputFile): boolean {
  const [line = ''] = head.trimStart().split('\n', 1)
  return line.startsWith('{') && /"schema"\s*:\s*"/.test(line) && /"properties"\s*:\s*\{/.test(line)
}

/**
 * Reads FollowTheMoney entities, one JSON object a line: things become nodes with their schema as type, intervals
 * (ownership, directorship, payment ...) become edges with their properties, and properties that name another entity
 * become edges too. Several values of a property are a list.
 */
export function collectFollowTheMoney(file: InputFile, collector: GraphCollector): void {
  const entities = linesOf(file)
  const ids = new Set(entities.map(({ id }) => id))
  for (const entity of entities) {
    const ends = endsOf(entity)
    if (ends) addLinks(collector, entity, ends)
    else addNode(collector, entity, ids)
  }
}

function linesOf(file: InputFile): Entity[] {
  const { text, name } = file
  const entities: Entity[] = []
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at)
    const line = text.slice(at, end < 0 ? text.length : end)
    if (line.trim() !== '')
      entities.push(entityIn(line, (what, remedy) => new FileFault(name, what, remedy, textPositionAt(text, at))))
    at = end < 0 ? text.length : end + 1
  }
  return entities
}

function entityIn(line: string, fault: (what: string, remedy: string) => FileFault): Entity {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw fault(
      'this line is not valid JSON, or stops before its end',
      'Each line must hold one whole entity; export the file again.',
    )
  }
  const { id, schema, properties } = value as Partial<Record<keyof Entity, unknown>>
  if (typeof id !== 'string' || typeof schema !== 'string' || typeof properties !== 'object' || properties === null)
    throw fault('this line is no entity with id, schema and properties', 'Export the entities again.')
  const lists = Object.entries(properties as Record<string, unknown>).map(([key, values]): [string, string[]] => [
    key,
    (Array.isArray(values) ? values : [values]).filter((each) => each !== null && each !== undefined).map(wordOf),
  ])
  return { id, schema, properties: Object.fromEntries(lists) }
}

/** A value as text; an entity that stands inside of another is named by its id. */
const wordOf = (value: unknown): string =>
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
