import { isRelationPredicate } from '../../model/predicates'
import type { DatasetFault } from './datasetFault'
import type { ParsedDataset, ReportFault } from './parsedDataset'

/** Checks that everything that is declared is used. Asked only where all else is well, for one slip can unuse much. */
export function checkUnusedDeclarations(
  { nodes, statements, schema, sources }: ParsedDataset,
  faults: DatasetFault[],
): void {
  const say: ReportFault = ({ place, path }, inner, what) =>
    faults.push({ file: place.file, ...place.positionOf([...path, ...inner]), what })
  const ids = statements.flatMap(({ record: { subject, object, by } }) => [subject, object, by])
  const named = new Set([...ids, ...sources.map(({ record }) => record.author)])
  for (const each of nodes)
    if (!named.has(each.record.id)) say(each, ['id'], `node "${each.record.id}" is in no statement`)
  const predicates = new Set(statements.map(({ record }) => record.predicate))
  schema!.record.predicates.forEach((each, index) => {
    const kind = isRelationPredicate(each) ? 'relation' : 'figure'
    if (!predicates.has(each.id))
      say(schema!, ['predicates', index, 'id'], `${kind} "${each.id}" is used by no statement`)
  })
  for (const each of sources) {
    const own = statements.filter(({ source }) => source === each.record.id)
    const used = new Set(own.map(({ record }) => record.locator?.split('.')[0]))
    each.record.parts?.forEach((part, index) => {
      if (!used.has(part.id)) say(each, ['parts', index], `part "${part.id}" has no statement`)
    })
  }
}
