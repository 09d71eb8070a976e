import type { FacetChoice, Filter } from '../../analysis/filter/filter'
import { facetChoiceOf, setFacetChoice, termForKey, withoutKey } from '../../analysis/filter/filter'
import type { Graph } from '../../model/graph'

/**
 * Families and their types are one facet with two depths, kept in two steps (`family:` and `type:`) that would narrow
 * each other to nothing. So what is wanted is held in one of them at a time: whole families while only such are wanted,
 * else types, with the types of a wanted family in its place.
 */

/** How the filter stands to a family: `some` where only some of its types are wanted. */
export function familyChoice({ schema }: Graph, filter: Filter, family: string): FacetChoice | 'some' {
  const own = facetChoiceOf(filter, 'family', family)
  if (own !== 'free') return own
  const types = schema.types.filter((type) => type.family === family)
  const wanted = types.filter(({ id }) => facetChoiceOf(filter, 'type', id) === 'wanted').length
  if (wanted === 0) return 'free'
  return wanted === types.length ? 'wanted' : 'some'
}

/** How the filter stands to a type, whether by itself or by its family. */
export function typeChoice({ schema }: Graph, filter: Filter, type: string): FacetChoice {
  const own = facetChoiceOf(filter, 'type', type)
  if (own !== 'free') return own
  return facetChoiceOf(filter, 'family', schema.types.find(({ id }) => id === type)?.family ?? '')
}

/** Sets how the filter stands to a family. */
export function setFamilyChoice(graph: Graph, filter: Filter, family: string, choice: FacetChoice): Filter {
  const types = typesOf(graph, family)
  const cleared = types.reduce((rest, type) => setFacetChoice(rest, 'type', type, 'free'), filter)
  if (choice !== 'wanted' || !wants(cleared, 'type')) return setFacetChoice(cleared, 'family', family, choice)
  return types.reduce(
    (rest, type) => setFacetChoice(rest, 'type', type, 'wanted'),
    setFacetChoice(cleared, 'family', family, 'free'),
  )
}

/** Sets how the filter stands to a type. Within a wanted family it narrows that family to the type. */
export function setTypeChoice(graph: Graph, filter: Filter, type: string, choice: FacetChoice): Filter {
  if (choice !== 'wanted') return setFacetChoice(filter, 'type', type, choice)
  const own = graph.schema.types.find(({ id }) => id === type)?.family
  const families = wantedIn(filter, 'family')
  const free = families.reduce((rest, family) => setFacetChoice(rest, 'family', family, 'free'), filter)
  const others = families.filter((family) => family !== own).flatMap((family) => typesOf(graph, family))
  return [...others, type].reduce((rest, each) => setFacetChoice(rest, 'type', each, 'wanted'), free)
}

/** The filter without the steps of this facet; the same filter where there are none. */
export function withoutFamilyAndTypeSteps(filter: Filter): Filter {
  const own = filter.some((step) => termForKey(step, 'family') ?? termForKey(step, 'type'))
  return own ? withoutKey(withoutKey(filter, 'family'), 'type') : filter
}

const typesOf = ({ schema }: Graph, family: string): string[] =>
  schema.types.filter((type) => type.family === family).map(({ id }) => id)

const wants = (filter: Filter, key: string): boolean => wantedIn(filter, key).length > 0

const wantedIn = (filter: Filter, key: string): readonly string[] =>
  filter.flatMap((step) => {
    const own = step.off ? undefined : termForKey(step, key)
    return own?.wanted ? own.term.values : []
  })
