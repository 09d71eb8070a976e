/** One condition: `on` names what is asked (sector, status ...), any of `among` will do; `reach` adds that many steps around. */
export interface Term {
  readonly kind: 'term'
  readonly on: string
  readonly among: readonly string[]
  readonly reach: number
}

export type Clause =
  | Term
  | { readonly kind: 'not'; readonly clause: Clause }
  | { readonly kind: 'and'; readonly clauses: readonly Clause[] }
  | { readonly kind: 'or'; readonly clauses: readonly Clause[] }

/** One step of a filter; switched off it stays in the list and narrows nothing. */
export interface Step {
  readonly clause: Clause
  readonly off: boolean
}

/** An ordered list of steps, each narrowing what the step above leaves. */
export type Filter = readonly Step[]

export const term = (on: string, among: readonly string[], reach = 0): Term => ({ kind: 'term', on, among, reach })
export const not = (clause: Clause): Clause => (clause.kind === 'not' ? clause.clause : { kind: 'not', clause })
export const step = (clause: Clause, off = false): Step => ({ clause, off })

/** The term of a step that asks about `on` and nothing else, be it wanted or ruled out; how a facet knows its own steps. */
export function termOf({ clause }: Step, on: string): { term: Term; wanted: boolean } | undefined {
  if (clause.kind === 'term' && clause.on === on) return { term: clause, wanted: true }
  if (clause.kind === 'not' && clause.clause.kind === 'term' && clause.clause.on === on)
    return { term: clause.clause, wanted: false }
  return undefined
}

/** The filter without the steps that are about `on` alone: what a facet counts in, so that it keeps showing what it hides. */
export const without = (filter: Filter, on: string): Filter => filter.filter((each) => !termOf(each, on))

export type Choice = 'wanted' | 'ruled out' | 'free'

/** How the filter stands to one value of a facet. */
export function choiceOf(filter: Filter, on: string, value: string): Choice {
  for (const each of filter) {
    const own = each.off ? undefined : termOf(each, on)
    if (own?.term.among.includes(value)) return own.wanted ? 'wanted' : 'ruled out'
  }
  return 'free'
}

/** Sets how the filter stands to one value, in the facet's own step; a step with no value left goes. */
export function choose(filter: Filter, on: string, value: string, choice: Choice): Filter {
  const cleared = filter.flatMap((each): Step[] => {
    const own = termOf(each, on)
    if (!own?.term.among.includes(value)) return [each]
    const among = own.term.among.filter((other) => other !== value)
    return among.length > 0 ? [withAmong(each, own, among)] : []
  })
  if (choice === 'free') return cleared
  const wanted = choice === 'wanted'
  const at = cleared.findIndex((each) => !each.off && termOf(each, on)?.wanted === wanted)
  if (at < 0) {
    const reach = reachOf(filter, on)
    const fresh = term(on, [value], wanted ? reach : 0)
    return [...cleared, step(wanted ? fresh : not(fresh))]
  }
  const own = termOf(cleared[at]!, on)!
  return cleared.with(at, withAmong(cleared[at]!, own, [...own.term.among, value]))
}

/** How many steps around its members a facet's own wanted step keeps. */
export const reachOf = (filter: Filter, on: string): number =>
  filter.map((each) => termOf(each, on)).find((own) => own?.wanted)?.term.reach ?? 0

/** Sets how many steps around its members a facet's own wanted step keeps. */
export const withReach = (filter: Filter, on: string, reach: number): Filter =>
  filter.map((each) => {
    const own = termOf(each, on)
    return own?.wanted ? { ...each, clause: { ...own.term, reach } } : each
  })

function withAmong(each: Step, { term: own, wanted }: { term: Term; wanted: boolean }, among: readonly string[]): Step {
  const next = { ...own, among }
  return { ...each, clause: wanted ? next : not(next) }
}

/** All conditions of a clause, in order. */
export function termsOf(clause: Clause): readonly Term[] {
  switch (clause.kind) {
    case 'term':
      return [clause]
    case 'not':
      return termsOf(clause.clause)
    case 'and':
    case 'or':
      return clause.clauses.flatMap(termsOf)
  }
}
