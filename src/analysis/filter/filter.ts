/** One condition: rows whose `key` (sector, status ...) has any of `values`; `reach` adds neighbours up to that many hops away. */
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

/** One step of a filter. A step that is off stays in the list and has no effect. */
export interface FilterStep {
  readonly clause: FilterClause
  readonly off: boolean
  /** Whether degrees, components, neighbours and ends are looked up in the whole graph, not in what the steps above leave. */
  readonly whole?: true
}

/** An ordered list of steps. Each works on the nodes and edges that the step above leaves, and leaves some of them. */
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

/** The term of a step that consists of one condition on `key`, included or excluded: how a facet finds its own steps. */
export function termForKey({ clause }: FilterStep, key: string): { term: FilterTerm; wanted: boolean } | undefined {
  if (clause.kind === 'term' && clause.key === key) return { term: clause, wanted: true }
  if (clause.kind === 'not' && clause.clause.kind === 'term' && clause.clause.key === key)
    return { term: clause.clause, wanted: false }
  return undefined
}

/** The filter without the steps on `key` alone: a facet counts within it, so that it still shows the values it hides. */
export const withoutKey = (filter: Filter, key: string): Filter => filter.filter((each) => !termForKey(each, key))

export type FacetChoice = 'wanted' | 'ruled out' | 'free'

/** Whether the filter includes, excludes or ignores one value of a facet. */
export function facetChoiceOf(filter: Filter, key: string, value: string): FacetChoice {
  for (const each of filter) {
    const own = each.off ? undefined : termForKey(each, key)
    if (own?.term.values.includes(value)) return own.wanted ? 'wanted' : 'ruled out'
  }
  return 'free'
}

/** Includes, excludes or frees one value in the facet's own step; a step without values is removed. */
export function setFacetChoice(filter: Filter, key: string, value: string, choice: FacetChoice): Filter {
  const cleared = filter.flatMap((each): FilterStep[] => {
    const own = termForKey(each, key)
    if (!own?.term.values.includes(value)) return [each]
    const values = own.term.values.filter((other) => other !== value)
    return values.length > 0 ? [withValues(each, own, values)] : []
  })
  if (choice === 'free') return cleared
  const wanted = choice === 'wanted'
  const index = cleared.findIndex((each) => !each.off && termForKey(each, key)?.wanted === wanted)
  if (index < 0) {
    const reach = facetReach(filter, key)
    const term = filterTerm(key, [value], wanted ? reach : 0)
    return [...cleared, filterStep(wanted ? term : negateClause(term))]
  }
  const own = termForKey(cleared[index]!, key)!
  return cleared.with(index, withValues(cleared[index]!, own, [...own.term.values, value]))
}

/** The reach of a facet's own including step, in hops; 0 if there is none. */
export const facetReach = (filter: Filter, key: string): number =>
  filter.map((each) => termForKey(each, key)).find((own) => own?.wanted)?.term.reach ?? 0

/** Sets the reach of a facet's own including step, in hops. */
export const withFacetReach = (filter: Filter, key: string, reach: number): Filter =>
  filter.map((each) => {
    const own = termForKey(each, key)
    return own?.wanted ? { ...each, clause: { ...own.term, reach } } : each
  })

function withValues(
  step: FilterStep,
  { term, wanted }: { term: FilterTerm; wanted: boolean },
  values: readonly string[],
): FilterStep {
  const next = { ...term, values }
  return { ...step, clause: wanted ? next : negateClause(next) }
}

/** All terms of a clause, in order. */
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
