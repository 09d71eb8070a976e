/** One condition: `key` names what is asked (sector, status ...), any of `values` will do; `reach` adds that many steps around. */
export interface FilterTerm {
  readonly kind: 'term'
  readonly key: string
  readonly values: readonly string[]
  readonly reach: number
}

export type FilterClause =
  | FilterTerm
  | { readonly kind: 'not'; readonly clause: FilterClause }
  | { readonly kind: 'and'; readonly clauses: readonly FilterClause[] }
  | { readonly kind: 'or'; readonly clauses: readonly FilterClause[] }

/** One step of a filter; switched off it stays in the list and narrows nothing. */
export interface FilterStep {
  readonly clause: FilterClause
  readonly off: boolean
}

/** An ordered list of steps, each narrowing what the step above leaves. */
export type Filter = readonly FilterStep[]

export const filterTerm = (key: string, values: readonly string[], reach = 0): FilterTerm => ({
  kind: 'term',
  key,
  values,
  reach,
})
export const negateClause = (clause: FilterClause): FilterClause =>
  clause.kind === 'not' ? clause.clause : { kind: 'not', clause }
export const filterStep = (clause: FilterClause, off = false): FilterStep => ({ clause, off })

/** The term of a step that asks about `key` and nothing else, be it wanted or ruled out; how a facet knows its own steps. */
export function termForKey({ clause }: FilterStep, key: string): { term: FilterTerm; wanted: boolean } | undefined {
  if (clause.kind === 'term' && clause.key === key) return { term: clause, wanted: true }
  if (clause.kind === 'not' && clause.clause.kind === 'term' && clause.clause.key === key)
    return { term: clause.clause, wanted: false }
  return undefined
}

/** The filter without the steps that are about `key` alone: what a facet counts in, so that it keeps showing what it hides. */
export const withoutKey = (filter: Filter, key: string): Filter => filter.filter((each) => !termForKey(each, key))

export type FacetChoice = 'wanted' | 'ruled out' | 'free'

/** How the filter stands to one value of a facet. */
export function facetChoiceOf(filter: Filter, key: string, value: string): FacetChoice {
  for (const each of filter) {
    const own = each.off ? undefined : termForKey(each, key)
    if (own?.term.values.includes(value)) return own.wanted ? 'wanted' : 'ruled out'
  }
  return 'free'
}

/** Sets how the filter stands to one value, in the facet's own step; a step with no value left goes. */
export function setFacetChoice(filter: Filter, key: string, value: string, choice: FacetChoice): Filter {
  const cleared = filter.flatMap((each): FilterStep[] => {
    const own = termForKey(each, key)
    if (!own?.term.values.includes(value)) return [each]
    const values = own.term.values.filter((other) => other !== value)
    return values.length > 0 ? [withValues(each, own, values)] : []
  })
  if (choice === 'free') return cleared
  const wanted = choice === 'wanted'
  const at = cleared.findIndex((each) => !each.off && termForKey(each, key)?.wanted === wanted)
  if (at < 0) {
    const reach = facetReach(filter, key)
    const fresh = filterTerm(key, [value], wanted ? reach : 0)
    return [...cleared, filterStep(wanted ? fresh : negateClause(fresh))]
  }
  const own = termForKey(cleared[at]!, key)!
  return cleared.with(at, withValues(cleared[at]!, own, [...own.term.values, value]))
}

/** How many steps around its members a facet's own wanted step keeps. */
export const facetReach = (filter: Filter, key: string): number =>
  filter.map((each) => termForKey(each, key)).find((own) => own?.wanted)?.term.reach ?? 0

/** Sets how many steps around its members a facet's own wanted step keeps. */
export const withFacetReach = (filter: Filter, key: string, reach: number): Filter =>
  filter.map((each) => {
    const own = termForKey(each, key)
    return own?.wanted ? { ...each, clause: { ...own.term, reach } } : each
  })

function withValues(
  each: FilterStep,
  { term: own, wanted }: { term: FilterTerm; wanted: boolean },
  values: readonly string[],
): FilterStep {
  const next = { ...own, values }
  return { ...each, clause: wanted ? next : negateClause(next) }
}

/** All conditions of a clause, in order. */
export function termsInClause(clause: FilterClause): readonly FilterTerm[] {
  switch (clause.kind) {
    case 'term':
      return [clause]
    case 'not':
      return termsInClause(clause.clause)
    case 'and':
    case 'or':
      return clause.clauses.flatMap(termsInClause)
  }
}
