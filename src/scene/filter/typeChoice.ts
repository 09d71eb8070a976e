import type { Choice, Filter } from '../../analysis/filter/filter'
import { choiceOf, choose, termOf, without } from '../../analysis/filter/filter'
import type { Graph } from '../../model/graph'

/**
 * Families and their types are one facet with two depths, kept in two steps (`family:` and `type:`) that would narrow
 * each other to nothing. So what is wanted is held in one of them at a time: whole families while only such are wanted,
 * else types, with the types of a wanted family in its place.
 */

/** How the filter stands to a family: `some` where only some of its types are wanted. */
export function familyChoice({ schema }: Graph, filter: Filter, family: string): Choice | 'some' {
  const own = choiceOf(filter, 'family', family)
  if (own !== 'free') return own
  const types = schema.types.filter((type) => type.family === family)
  const wanted = types.filter(({ id }) => choiceOf(filter, 'type', id) === 'wanted').length
  if (wanted === 0) return 'free'
  return wanted === types.length ? 'wanted' : 'some'
}

/** How the filter stands to a type, whether by itself or by its family. */
export function typeChoice({ schema }: Graph, filter: Filter, type: string): Choice {
  const own = choiceOf(filter, 'type', type)
  if (own !== 'free') return own
  return choiceOf(filter, 'family', schema.types.find(({ id }) => id === type)?.family ?? '')
}

/** Sets how the filter stands to a family. */
export function chooseFamily(graph: Graph, filter: Filter, family: string, choice: Choice): Filter {
  const types = typesOf(graph, family)
  const cleared = types.reduce((rest, type) => choose(rest, 'type', type, 'free'), filter)
  if (choice !== 'wanted' || !wants(cleared, 'type')) return choose(cleared, 'family', family, choice)
  return types.reduce((rest, type) => choose(rest, 'type', type, 'wanted'), choose(cleared, 'family', family, 'free'))
}

/** Sets how the filter stands to a type. Within a wanted family it narrows that family to the type. */
export function chooseType(graph: Graph, filter: Filter, type: string, choice: Choice): Filter {
  if (choice !== 'wanted') return choose(filter, 'type', type, choice)
  const own = graph.schema.types.find(({ id }) => id === type)?.family
  const families = wantedIn(filter, 'family')
  const free = families.reduce((rest, family) => choose(rest, 'family', family, 'free'), filter)
  const others = families.filter((family) => family !== own).flatMap((family) => typesOf(graph, family))
  return [...others, type].reduce((rest, each) => choose(rest, 'type', each, 'wanted'), free)
}

/** The filter without the steps of this facet; the same filter where there are none. */
export function withoutKinds(filter: Filter): Filter {
  const own = filter.some((step) => termOf(step, 'family') ?? termOf(step, 'type'))
  return own ? without(without(filter, 'family'), 'type') : filter
}

const typesOf = ({ schema }: Graph, family: string): string[] =>
  schema.types.filter((type) => type.family === family).map(({ id }) => id)

const wants = (filter: Filter, on: string): boolean => wantedIn(filter, on).length > 0

const wantedIn = (filter: Filter, on: string): readonly string[] =>
  filter.flatMap((step) => {
    const own = step.off ? undefined : termOf(step, on)
    return own?.wanted ? own.term.among : []
  })
