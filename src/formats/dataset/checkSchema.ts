import type { Schema } from '../../model/schema'
import { isRelationPredicate } from '../../model/predicates'
import { didYouMean } from './datasetFault'
import type { LocatedRecord, ReportFault } from './parsedDataset'

/** Checks that families, types and predicates have unique ids and refer to declared families and types. */
export function checkSchema(schema: LocatedRecord<Schema>, report: ReportFault): void {
  const { families, types, predicates } = schema.record
  const familyIds = families.map(({ id }) => id)
  const ends = [...familyIds, ...types.map(({ id }) => id)]
  types.forEach((type, index) => {
    if (!familyIds.includes(type.family))
      report(schema, ['types', index, 'family'], `unknown family "${type.family}"${didYouMean(type.family, familyIds)}`)
  })
  predicates.forEach((predicate, index) => {
    const endsOfFields: Record<string, readonly string[]> = isRelationPredicate(predicate)
      ? { from: predicate.from, to: predicate.to }
      : { from: predicate.from }
    for (const [field, list] of Object.entries(endsOfFields))
      list.forEach((id, at) => {
        if (!ends.includes(id))
          report(schema, ['predicates', index, field, at], `unknown type or family "${id}"${didYouMean(id, ends)}`)
      })
  })
  for (const [field, list] of Object.entries({ families, types, predicates }))
    list.forEach(({ id }, index) => {
      if (list.findIndex((other) => other.id === id) < index)
        report(schema, [field, index, 'id'], `duplicate id "${id}"`)
    })
}
