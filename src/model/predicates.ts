import type { Predicate, RelationPredicate } from './schema'

/** Whether a predicate joins two nodes, and does not give one a value. Here, and not beside the schema, so that who asks needs no zod. */
export const isRelationPredicate = (predicate: Predicate): predicate is RelationPredicate => 'to' in predicate
