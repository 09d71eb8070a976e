import { message } from '../../messages/message'
import type { AttributeValue } from '../../model/records'
import type { ColumnBuilders, GraphCollector } from '../collect/graphCollector'
import type { InputFile } from '../io/inputFile'
import { isPlainObject, jsonCellsOf, type JsonObject } from '../json/jsonCells'
import { ftmEntitiesOf, isFtmReference, type FtmEntity } from './ftmEntities'
import { ftmLinks, symmetricFtmLinks } from './ftmSchemata'

/** What Kizuna writes beside the properties of an entity; FollowTheMoney carries unknown keys along. */
const columnsKey = 'kizuna_columns'

/**
 * Reads FollowTheMoney entities: things become nodes with their schema as type, intervals (ownership, directorship,
 * payment ...) become edges with their properties, and properties that name another entity become edges too, also those
 * that hold the whole other entity. A property with several values becomes a list. Files of Kizuna give their types,
 * relations and columns back.
 */
export function collectFollowTheMoney(file: InputFile, collector: GraphCollector): void {
  const entities = ftmEntitiesOf(file)
  const ids = new Set(entities.map(({ id }) => id))
  for (const entity of entities) {
    const { context } = entity
    if (context['kizuna_role'] === 'export') collector.title ??= entity.caption
    else if (context['kizuna_role'] === 'source')
      collector.repair('left out', entity.caption ?? entity.id, message('formats', 'rdfEvidenceLeftOut'))
    else if (endsOf(entity)) addLinks(collector, entity, endsOf(entity)!)
    else addNode(collector, entity, ids)
  }
}

function endsOf({ schema, properties }: FtmEntity): readonly [string, string] | undefined {
  const ends = ftmLinks.get(schema)
  return ends && properties.get(ends[0])?.length && properties.get(ends[1])?.length ? ends : undefined
}

function addLinks(collector: GraphCollector, entity: FtmEntity, [from, to]: readonly [string, string]): void {
  const { id, schema, properties, context } = entity
  const own = ownColumns(context)
  const pairs = properties
    .get(from)!
    .flatMap((source) => properties.get(to)!.map((target) => [source, target] as const))
  pairs.forEach(([source, target], index) => {
    const isDirected = own !== undefined || !symmetricFtmLinks.has(schema)
    const row = collector.addEdge(
      collector.codeOfId(source),
      collector.codeOfId(target),
      isDirected ? 'directed' : 'undirected',
    )
    const edgeId = typeof context['kizuna_id'] === 'string' ? context['kizuna_id'] : id
    collector.edgeIds.setText(row, index === 0 ? edgeId : `${id} (${index + 1})`)
    if (own) return writeCells(collector.edges, row, own)
    collector.edges.column('relation').setText(row, schema)
    for (const [key, values] of properties)
      if (key !== from && key !== to) collector.edges.column(key).setText(row, values.join('; '))
  })
}

/** The columns that Kizuna wrote; undefined if another program wrote the entity. */
const ownColumns = (context: JsonObject): JsonObject | undefined =>
  isPlainObject(context[columnsKey]) ? context[columnsKey] : undefined

function writeCells(builders: ColumnBuilders, row: number, own: JsonObject): void {
  for (const [name, cell] of Object.entries(jsonCellsOf(own))) writeCell(builders, name, row, cell)
}

function writeCell(builders: ColumnBuilders, name: string, row: number, cell: AttributeValue): void {
  if (Array.isArray(cell)) builders.column(name, 'list').setList(row, cell)
  else if (typeof cell === 'number') builders.column(name, 'number').setNumber(row, cell)
  else builders.column(name).setText(row, String(cell))
}

/** Writes what Kizuna knew of a node. */
function restoreNode(collector: GraphCollector, row: number, { caption, context }: FtmEntity, own: JsonObject): void {
  if (caption !== undefined) collector.setLabel(row, caption)
  const [x, y] = Array.isArray(context['kizuna_position']) ? (context['kizuna_position'] as unknown[]) : []
  if (typeof x === 'number' && typeof y === 'number') collector.setPosition(row, x, y)
  writeCells(collector.nodes, row, own)
}

function addNode(collector: GraphCollector, entity: FtmEntity, ids: ReadonlySet<string>): void {
  const { id, schema, caption, properties, context } = entity
  const row = collector.addNode(collector.codeOfId(id))
  const own = ownColumns(context)
  if (own) return restoreNode(collector, row, entity, own)
  const [label = caption || undefined, ...names] = ['name', 'title', 'caption', 'fileName'].flatMap(
    (name) => properties.get(name) ?? [],
  )
  if (label !== undefined) collector.setLabel(row, label)
  collector.nodes.column('type').setText(row, schema)
  if (names.length > 0) collector.nodes.column('aliases', 'list').setList(row, names)
  addReferences(collector, row, entity, ids)
}

/** Writes the properties of a node: those that name other entities as edges, the others as columns. */
function addReferences(collector: GraphCollector, row: number, entity: FtmEntity, ids: ReadonlySet<string>): void {
  const { id, properties } = entity
  for (const [key, values] of properties) {
    const named = isFtmReference(entity, key) ? values.filter((each) => ids.has(each)) : []
    for (const target of named) {
      const edge = collector.addEdge(collector.codeOfId(id), collector.codeOfId(target), 'directed')
      collector.edges.column('relation').setText(edge, key)
    }
    const rest = key === 'name' ? [] : values.filter((each) => !named.includes(each))
    if (rest.length > 0) collector.nodes.column(key, 'list').setList(row, rest)
  }
}
