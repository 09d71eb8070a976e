import { isRelationPredicate } from '../../model/predicates'
import type { DatasetFault } from './datasetFault'
import type { ParsedDataset, ReportFault } from './parsedDataset'

/**
 * Checks that every node, predicate and part of a source is used in a statement. Only for data sets without other
 * faults, because one misspelt id can leave much unused.
 */
export function checkUnusedDeclarations(
  { nodes, statements, schema, sources }: ParsedDataset,
  faults: DatasetFault[],
): void {
  const report: ReportFault = ({ yaml, path }, inner, what) =>
    faults.push({ file: yaml.file, ...yaml.positionOf([...path, ...inner]), what })
  const ids = statements.flatMap(({ record: { subject, object, by } }) => [subject, object, by])
  const usedIds = new Set([...ids, ...sources.map(({ record }) => record.author)])
  for (const each of nodes) if (!usedIds.has(each.record.id)) report(each, ['id'], `unused node "${each.record.id}"`)
  const predicates = new Set(statements.map(({ record }) => record.predicate))
  schema!.record.predicates.forEach((each, index) => {
    const kind = isRelationPredicate(each) ? 'relation' : 'figure'
    if (!predicates.has(each.id)) report(schema!, ['predicates', index, 'id'], `unused ${kind} "${each.id}"`)
  })
  for (const each of sources) {
    const own = statements.filter(({ source }) => source === each.record.id)
    const used = new Set(own.map(({ record }) => record.locator?.split('.')[0]))
    each.record.parts?.forEach((part, index) => {
      if (!used.has(part.id)) report(each, ['parts', index], `part "${part.id}" has no statement`)
    })
  }
}
