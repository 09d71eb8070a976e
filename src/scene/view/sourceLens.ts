import { termsInClause, type Filter } from '../../analysis/filter/filter'
import { isLensClause } from '../../analysis/filter/statementFilterKeys'

/** The filter without the steps that exclude sources; the same object if there is none. Dates stay. */
export const filterWithoutSourceLens = (filter: Filter): Filter =>
  filter.some((step) => isSourceLens(step.clause)) ? filter.filter((step) => !isSourceLens(step.clause)) : filter

/** Whether a clause excludes sources; a clause that asks for some sources narrows like any other. */
const isSourceLens = (clause: Filter[number]['clause']): boolean =>
  clause.kind === 'not' &&
  isLensClause(clause) &&
  termsInClause(clause).every(({ key }) => key === 'source' || key === 'publisher' || key === 'class')
