import type { Predicate, RelationPredicate } from './schema'

/** Whether a predicate is that of a relation, not of a figure. Kept out of schema.ts so that importing it does not pull in zod. */
export const isRelationPredicate = (predicate: Predicate): predicate is RelationPredicate => 'to' in predicate
