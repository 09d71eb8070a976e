import { parseDateSpan } from '../../model/date'
import { didYouMean } from './datasetFault'
import type { ParsedDataset, ReportFault } from './parsedDataset'

/**
 * Checks that disputes and outcomes refer to existing statements, each on one side only, and that an outcome was
 * published after the statement that it is about.
 */
export function checkDisputes(parts: ParsedDataset, report: ReportFault): void {
  const statements = [...parts.statements, ...parts.malformed.statements]
  const ids = new Set(statements.flatMap(({ record }) => record.id ?? []))
  const unknown = (id: string) => `unknown statement "${id}"${didYouMean(id, ids)}`
  for (const each of [...parts.disputes, ...parts.malformed.disputes]) {
    const { kind, sides = [], also = [] } = each.record
    const used = new Set<string>()
    sides.forEach((side, at) =>
      side.statements.forEach((id, index) => {
        const path = ['sides', at, 'statements', index]
        if (!ids.has(id)) report(each, path, unknown(id))
        if (used.has(id)) report(each, path, `statement "${id}" is listed twice in this dispute`)
        used.add(id)
      }),
    )
    also.forEach((id, index) => {
      if (!ids.has(id)) report(each, ['also', index], unknown(id))
    })
    if (kind === 'conflict' && sides.length === 1) report(each, ['sides'], 'a conflict needs at least two sides')
  }
  checkOutcomes(parts, unknown, report)
}

function checkOutcomes(parts: ParsedDataset, unknown: (id: string) => string, report: ReportFault): void {
  const statements = [...parts.statements, ...parts.malformed.statements]
  const dateOfSource = new Map(
    [...parts.sources, ...parts.malformed.sources].map(({ record }) => [record.id, record.date]),
  )
  const publishedAt = new Map(statements.map(({ record, source }) => [record.id, dateOfSource.get(source)]))
  for (const each of statements) {
    const { outcome, due, id, date } = each.record
    if (due !== undefined && !parseDateSpan(due))
      report(each, ['due'], `invalid date "${due}"; write it like 2026-03-19 or 2029-01`)
    outcome?.statements?.forEach((later, index) => {
      const path = ['outcome', 'statements', index]
      if (!publishedAt.has(later)) report(each, path, unknown(later))
      const [made, published] = [
        parseDateSpan(date ?? publishedAt.get(id) ?? ''),
        parseDateSpan(publishedAt.get(later) ?? ''),
      ]
      if (made && published && published.end < made.start)
        report(each, path, `"${later}" was published before statement "${id}" was made`)
    })
  }
}

/** Checks that no research note is both used in a statement and listed in left-out.yaml, or listed twice. */
export function checkResearchNotes({ statements, leftOut, malformed }: ParsedDataset, report: ReportFault): void {
  const used = new Map(
    [...statements, ...malformed.statements].flatMap(({ record }) =>
      (record.research ?? []).map((note) => [note, record.id]),
    ),
  )
  const listed = new Set<string>()
  for (const each of leftOut) {
    const { research } = each.record
    const statement = used.get(research)
    if (statement !== undefined)
      report(each, ['research'], `research note "${research}" is not left out: statement "${statement}" uses it`)
    if (listed.has(research)) report(each, ['research'], `duplicate research note "${research}"`)
    listed.add(research)
  }
}
