import type { FacetChoice, Filter } from '../../analysis/filter/filter'
import { facetChoiceOf, setFacetChoice, termForKey, withoutKey } from '../../analysis/filter/filter'
import type { Graph } from '../../model/graph'

/**
 * Families and their types are one facet with two levels but two steps (`family:` and `type:`), which together could
 * exclude everything. So only one of them holds what is included: whole families while only those are included, otherwise
 * types, with an included family replaced by its types.
 */

/** The choice of a family; `some` if only some of its types are included. */
export function familyChoice({ schema }: Graph, filter: Filter, family: string): FacetChoice | 'some' {
  const own = facetChoiceOf(filter, 'family', family)
  if (own !== 'free') return own
  const types = schema.types.filter((type) => type.family === family)
  const wanted = types.filter(({ id }) => facetChoiceOf(filter, 'type', id) === 'wanted').length
  if (wanted === 0) return 'free'
  return wanted === types.length ? 'wanted' : 'some'
}

/** The choice of a type, by itself or by its family. */
export function typeChoice({ schema }: Graph, filter: Filter, type: string): FacetChoice {
  const own = facetChoiceOf(filter, 'type', type)
  if (own !== 'free') return own
  return facetChoiceOf(filter, 'family', schema.types.find(({ id }) => id === type)?.family ?? '')
}

/** Sets the choice of a family. */
export function setFamilyChoice(graph: Graph, filter: Filter, family: string, choice: FacetChoice): Filter {
  const types = typeIdsOfFamily(graph, family)
  const cleared = types.reduce((rest, type) => setFacetChoice(rest, 'type', type, 'free'), filter)
  if (choice !== 'wanted' || wantedValues(cleared, 'type').length === 0)
    return setFacetChoice(cleared, 'family', family, choice)
  return types.reduce(
    (rest, type) => setFacetChoice(rest, 'type', type, 'wanted'),
    setFacetChoice(cleared, 'family', family, 'free'),
  )
}

/** Sets the choice of a type. Within an included family, it narrows that family to the type. */
export function setTypeChoice(graph: Graph, filter: Filter, type: string, choice: FacetChoice): Filter {
  if (choice !== 'wanted') return setFacetChoice(filter, 'type', type, choice)
  const own = graph.schema.types.find(({ id }) => id === type)?.family
  const families = wantedValues(filter, 'family')
  const free = families.reduce((rest, family) => setFacetChoice(rest, 'family', family, 'free'), filter)
  const others = families.filter((family) => family !== own).flatMap((family) => typeIdsOfFamily(graph, family))
  return [...others, type].reduce((rest, each) => setFacetChoice(rest, 'type', each, 'wanted'), free)
}

/** The filter without the steps of this facet; the same object if there are none. */
export function withoutFamilyAndTypeSteps(filter: Filter): Filter {
  const hasSteps = filter.some((step) => termForKey(step, 'family') ?? termForKey(step, 'type'))
  return hasSteps ? withoutKey(withoutKey(filter, 'family'), 'type') : filter
}

const typeIdsOfFamily = ({ schema }: Graph, family: string): string[] =>
  schema.types.filter((type) => type.family === family).map(({ id }) => id)

const wantedValues = (filter: Filter, key: string): readonly string[] =>
  filter.flatMap((step) => {
    const own = step.off ? undefined : termForKey(step, key)
    return own?.wanted ? own.term.values : []
  })
