import { z } from 'zod'
import { statementStatuses, valueKinds } from './enumerations'

// Before any schema is made: the page's content security policy forbids generated code, so zod must not try it.
z.config({ jitless: true })

/** An id of lower-case letters, digits and single hyphens: safe in addresses, filters and formulas. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case letters, digits and single hyphens')

/** The broadest classification of nodes; each family of the bundled data set has a shape and a colour. */
export const NodeFamily = z.strictObject({ id: Slug, label: z.string(), ja: z.string().optional() })
export type NodeFamily = z.infer<typeof NodeFamily>

/** A type of node within a family; `pictogram` names the icon drawn inside large nodes. */
export const NodeType = z.strictObject({
  id: Slug,
  /** Empty for types of opened files, which have no family. */
  family: z.union([Slug, z.literal('')]),
  label: z.string(),
  ja: z.string().optional(),
  description: z.string().optional(),
  description_ja: z.string().optional(),
  pictogram: z.string().optional(),
})
export type NodeType = z.infer<typeof NodeType>

const predicateBase = {
  id: Slug,
  /** Reads between subject and object: "Donald Trump *announces* First tranche". For a figure, a noun: "Cost". */
  label: z.string(),
  ja: z.string().optional(),
  description: z.string().optional(),
  description_ja: z.string().optional(),
  /** Types or families of the subject. */
  from: z.array(Slug).min(1),
  /** A subject has only one object or value at a time; different ones contradict each other. */
  single: z.boolean().optional(),
}

/** The type of a relation between two nodes. */
export const RelationPredicate = z.strictObject({
  ...predicateBase,
  /** Reads between object and subject: "First tranche *is announced by* Donald Trump". */
  inverse: z.string(),
  inverse_ja: z.string().optional(),
  /** Read instead of the label if the polarity is negative: "does not benefit". */
  negative: z.string().optional(),
  negative_ja: z.string().optional(),
  inverse_negative: z.string().optional(),
  inverse_negative_ja: z.string().optional(),
  /** Types or families of the object. */
  to: z.array(Slug).min(1),
  /** Its statements may carry an amount, such as what a bank lends to a project. */
  amount: z.literal('money').optional(),
  /** The relation reads the same in both directions and is drawn without an arrow. */
  symmetric: z.boolean().optional(),
  /** The object is the subject's value of this facet: membership in a sector, or location in a place. */
  facet: z.enum(['sector', 'place']).optional(),
})

/** The type of a figure, which gives a node a value. */
export const FigurePredicate = z.strictObject({
  ...predicateBase,
  value: z.enum(valueKinds),
  /** Money bound by contract, or paid out; without it, the status says whether money is announced, expected or estimated. */
  stage: z.enum(['committed', 'disbursed']).optional(),
})

export const Predicate = z.union([RelationPredicate, FigurePredicate])
export type RelationPredicate = z.infer<typeof RelationPredicate>
export type FigurePredicate = z.infer<typeof FigurePredicate>
export type Predicate = RelationPredicate | FigurePredicate

/** The vocabulary of a data set: families, types, predicates, and its names of statuses. */
export const Schema = z.strictObject({
  families: z.array(NodeFamily),
  types: z.array(NodeType),
  predicates: z.array(Predicate),
  statuses: z
    .array(z.strictObject({ id: z.enum(statementStatuses), label: z.string(), ja: z.string().optional() }))
    .optional(),
})
export type Schema = z.infer<typeof Schema>
