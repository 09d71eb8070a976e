import { parseDateSpan } from '../../model/date'
import { didYouMean } from './datasetFault'
import type { ParsedDataset, ReportFault } from './parsedDataset'

/** Checks that disputes and outcomes name statements that exist, each on one side, and that an outcome comes later. */
export function checkDisputes(parts: ParsedDataset, say: ReportFault): void {
  const statements = [...parts.statements, ...parts.malformed.statements]
  const ids = new Set(statements.flatMap(({ record }) => record.id ?? []))
  const isNone = (id: string) => `"${id}" is no statement${didYouMean(id, ids)}`
  for (const each of [...parts.disputes, ...parts.malformed.disputes]) {
    const { kind, sides = [], also = [] } = each.record
    const seen = new Set<string>()
    sides.forEach((side, at) =>
      side.statements.forEach((id, index) => {
        const path = ['sides', at, 'statements', index]
        if (!ids.has(id)) say(each, path, isNone(id))
        if (seen.has(id)) say(each, path, `"${id}" takes two sides, or one twice`)
        seen.add(id)
      }),
    )
    also.forEach((id, index) => {
      if (!ids.has(id)) say(each, ['also', index], isNone(id))
    })
    if (kind === 'conflict' && sides.length === 1) say(each, ['sides'], 'a conflict needs two sides')
  }
  checkOutcomes(parts, isNone, say)
}

function checkOutcomes(parts: ParsedDataset, isNone: (id: string) => string, say: ReportFault): void {
  const statements = [...parts.statements, ...parts.malformed.statements]
  const published = new Map(
    [...parts.sources, ...parts.malformed.sources].map(({ record }) => [record.id, record.date]),
  )
  const publishedAt = new Map(statements.map(({ record, source }) => [record.id, published.get(source)]))
  for (const each of statements) {
    const { outcome, due, id, date } = each.record
    if (due !== undefined && !parseDateSpan(due))
      say(each, ['due'], `"${due}" is no date such as 2026-03-19 or 2029-01`)
    outcome?.statements?.forEach((later, index) => {
      const path = ['outcome', 'statements', index]
      if (!publishedAt.has(later)) say(each, path, isNone(later))
      const [said, told] = [
        parseDateSpan(date ?? publishedAt.get(id) ?? ''),
        parseDateSpan(publishedAt.get(later) ?? ''),
      ]
      if (said && told && told.end < said.start) say(each, path, `"${later}" was published before "${id}" was said`)
    })
  }
}

/** Checks the account of the research notes: each is in a statement or in left-out.yaml, and not in both. */
export function checkResearchNotes({ statements, leftOut, malformed }: ParsedDataset, say: ReportFault): void {
  const used = new Map(
    [...statements, ...malformed.statements].flatMap(({ record }) =>
      (record.research ?? []).map((note) => [note, record.id]),
    ),
  )
  const seen = new Set<string>()
  for (const each of leftOut) {
    const { research } = each.record
    const statement = used.get(research)
    if (statement !== undefined)
      say(each, ['research'], `"${research}" is not left out: statement "${statement}" was made from it`)
    if (seen.has(research)) say(each, ['research'], `"${research}" stands there twice`)
    seen.add(research)
  }
}
