import { message } from '../../messages/message'
import { FileFault } from '../io/fileFault'
import type { InputFile } from '../io/inputFile'
import { linesOf, type TextLine } from '../io/lineReader'
import { firstOwnValue, idTextOf, isPlainObject, ownValue, type JsonObject } from '../json/jsonCells'
import { ftmLinks, ftmReferences } from './ftmSchemata'

/** An entity of FollowTheMoney; entities that were nested in it are named by their ids. */
export interface FtmEntity {
  readonly id: string
  readonly schema: string
  readonly caption: string | undefined
  readonly properties: Map<string, string[]>
  /** The other keys of the entity, such as those that Kizuna writes. */
  readonly context: JsonObject
}

/** Whether the entities are one a line, as the command line tools of FollowTheMoney write them. */
const isOneALine = ({ head }: InputFile): boolean =>
  /^\ufeff?\s*\{[^\n]*"schema"/.test(head) &&
  !/"(results|entities)"\s*:\s*\[/.test(head.slice(0, head.indexOf('"schema"')))

/**
 * The entities of a file: one a line, a list, or the `results` of the APIs of Aleph and yente. Entities nested in
 * others follow those; of an entity that is nested several times the properties are joined.
 */
export function ftmEntitiesOf(file: InputFile): FtmEntity[] {
  const found = new EntityList()
  if (isOneALine(file)) for (const line of linesOf(file)) found.add(parsedLine(line), line)
  else {
    const { json } = file
    const list = firstOwnValue(json, ['results', 'entities']) ?? json
    for (const value of Array.isArray(list) ? (list as unknown[]) : [list]) found.add(value, file)
  }
  return found.entities
}

function parsedLine(line: TextLine): unknown {
  try {
    return JSON.parse(line.text)
  } catch {
    throw line.fault(message('formats', 'ftmInvalidLine'), message('formats', 'ftmWholeEntities'))
  }
}

const isEntity = (value: unknown): value is JsonObject =>
  typeof ownValue(value, 'schema') === 'string' &&
  idTextOf(ownValue(value, 'id')) !== undefined &&
  isPlainObject(ownValue(value, 'properties'))

class EntityList {
  readonly entities: FtmEntity[] = []
  /** The first entity of each id, and those that only stand in others so far. */
  readonly #byId = new Map<string, FtmEntity>()
  readonly #nested = new Map<string, FtmEntity>()

  add(value: unknown, place: TextLine | InputFile): void {
    if (isEntity(value)) {
      const entity = this.#entity(value)
      const nested = this.#nested.get(entity.id)
      if (nested) joinProperties(nested, entity)
      else this.entities.push(entity)
      this.#nested.delete(entity.id)
      if (!this.#byId.has(entity.id)) this.#byId.set(entity.id, entity)
      this.#addNested(value, nested ?? entity, 0)
      return
    }
    const [what, remedy] = [message('formats', 'ftmNotEntity'), message('formats', 'ftmExportAgain')] as const
    throw 'fault' in place ? place.fault(what, remedy) : new FileFault(place.name, what, remedy)
  }

  #entity(value: JsonObject): FtmEntity {
    const { id, schema, properties, caption, ...context } = value
    const lists = Object.entries(properties as JsonObject).map(([key, values]): [string, string[]] => [
      key,
      (Array.isArray(values) ? values : [values]).filter((each) => each !== null && each !== undefined).map(textOf),
    ])
    return {
      id: String(id),
      schema: schema as string,
      caption: typeof caption === 'string' ? caption : undefined,
      properties: new Map(lists),
      context,
    }
  }

  /** Adds the entities that stand in the properties of another. */
  #addNested(value: JsonObject, parent: FtmEntity, depth: number): void {
    if (depth > maxNesting) return
    for (const [key, values] of Object.entries(value['properties'] as JsonObject))
      for (const inner of Array.isArray(values) ? (values as unknown[]) : [values]) {
        if (!isEntity(inner)) continue
        const child = this.#nestedEntity(inner)
        fillMissingEnd(child, parent.id)
        if (ftmLinks.has(child.schema) || refersTo(child, parent.id)) removeValue(parent, key, child.id)
        else nestedReferences.set(parent, (nestedReferences.get(parent) ?? new Set<string>()).add(key))
        this.#addNested(inner, child, depth + 1)
      }
  }

  #nestedEntity(value: JsonObject): FtmEntity {
    const entity = this.#entity(value)
    const known = this.#byId.get(entity.id)
    if (known) {
      joinProperties(known, entity)
      return known
    }
    this.#byId.set(entity.id, entity)
    this.#nested.set(entity.id, entity)
    this.entities.push(entity)
    return entity
  }
}

/** A nested link that has only one end has the entity around it at the other. */
function fillMissingEnd({ schema, properties }: FtmEntity, parent: string): void {
  const ends = ftmLinks.get(schema) ?? []
  const missing = ends.filter((end) => !properties.get(end)?.length)
  if (missing.length === 1) properties.set(missing[0]!, [parent])
}

const maxNesting = 32
/** The properties of entities that held other entities. */
const nestedReferences = new WeakMap<FtmEntity, Set<string>>()

/** Whether the values of a property are ids of other entities. */
export const isFtmReference = (entity: FtmEntity, property: string): boolean =>
  ftmReferences.has(property) || nestedReferences.get(entity)?.has(property) === true

/** Whether one of the references of an entity is this id: it says the same as the property that it is nested in. */
const refersTo = ({ properties }: FtmEntity, id: string): boolean =>
  [...ftmReferences].some((name) => properties.get(name)?.includes(id))

function removeValue({ properties }: FtmEntity, key: string, value: string): void {
  const left = (properties.get(key) ?? []).filter((each) => each !== value)
  if (left.length > 0) properties.set(key, left)
  else properties.delete(key)
}

function joinProperties(into: FtmEntity, from: FtmEntity): void {
  for (const [key, values] of from.properties)
    into.properties.set(key, [...new Set([...(into.properties.get(key) ?? []), ...values])])
}

/** A value as text; an entity nested in another is referred to by its id. */
const textOf = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return String(value)
  return idTextOf(ownValue(value, 'id')) ?? JSON.stringify(value)
}
