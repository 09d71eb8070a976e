import type { Schema } from '../../model/schema'
import { isRelation } from '../../model/predicates'
import { suggestion } from './datasetFault'
import type { Placed, Say } from './parsedDataset'

/** Checks that families, types and predicates are declared once and name each other rightly. */
export function checkSchema(schema: Placed<Schema>, say: Say): void {
  const { families, types, predicates } = schema.record
  const familyIds = families.map(({ id }) => id)
  const ends = [...familyIds, ...types.map(({ id }) => id)]
  types.forEach((type, index) => {
    if (!familyIds.includes(type.family))
      say(schema, ['types', index, 'family'], `"${type.family}" is no family${suggestion(type.family, familyIds)}`)
  })
  predicates.forEach((predicate, index) => {
    const named: Record<string, readonly string[]> = isRelation(predicate)
      ? { from: predicate.from, to: predicate.to }
      : { from: predicate.from }
    for (const [field, list] of Object.entries(named))
      list.forEach((id, place) => {
        if (!ends.includes(id))
          say(schema, ['predicates', index, field, place], `"${id}" is no type or family${suggestion(id, ends)}`)
      })
  })
  for (const [field, list] of Object.entries({ families, types, predicates }))
    list.forEach(({ id }, index) => {
      if (list.findIndex((other) => other.id === id) < index)
        say(schema, [field, index, 'id'], `"${id}" is declared twice`)
    })
}
