import { edgeDirections } from './enumerations'
import type { Predicate, RelationPredicate, Schema } from './schema'

/** Whether a predicate is that of a relation, not of a figure. Kept out of schema.ts so that importing it does not pull in zod. */
export const isRelationPredicate = (predicate: Predicate): predicate is RelationPredicate => 'to' in predicate

/** The direction of an edge that names none, by its predicate: an index into `edgeDirections`. */
export const usualDirections = ({ predicates }: Schema): ReadonlyMap<string, number> =>
  new Map(
    predicates.map((each) => [
      each.id,
      edgeDirections.indexOf(isRelationPredicate(each) && each.symmetric === true ? 'undirected' : 'directed'),
    ]),
  )
