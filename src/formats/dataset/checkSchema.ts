import type { Schema } from '../../model/schema'
import { isRelationPredicate } from '../../model/predicates'
import { didYouMean } from './datasetFault'
import type { LocatedRecord, ReportFault } from './parsedDataset'

/** Checks that families, types and predicates are declared once and name each other rightly. */
export function checkSchema(schema: LocatedRecord<Schema>, say: ReportFault): void {
  const { families, types, predicates } = schema.record
  const familyIds = families.map(({ id }) => id)
  const ends = [...familyIds, ...types.map(({ id }) => id)]
  types.forEach((type, index) => {
    if (!familyIds.includes(type.family))
      say(schema, ['types', index, 'family'], `"${type.family}" is no family${didYouMean(type.family, familyIds)}`)
  })
  predicates.forEach((predicate, index) => {
    const named: Record<string, readonly string[]> = isRelationPredicate(predicate)
      ? { from: predicate.from, to: predicate.to }
      : { from: predicate.from }
    for (const [field, list] of Object.entries(named))
      list.forEach((id, place) => {
        if (!ends.includes(id))
          say(schema, ['predicates', index, field, place], `"${id}" is no type or family${didYouMean(id, ends)}`)
      })
  })
  for (const [field, list] of Object.entries({ families, types, predicates }))
    list.forEach(({ id }, index) => {
      if (list.findIndex((other) => other.id === id) < index)
        say(schema, [field, index, 'id'], `"${id}" is declared twice`)
    })
}
