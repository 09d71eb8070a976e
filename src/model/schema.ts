import { z } from 'zod'
import { statuses, valueKinds } from './enumerations'

// Before any schema is made: the page's policy forbids code made from text, so zod must not try it.
z.config({ jitless: true })

/** An identifier: lower-case letters, digits and single hyphens, so that it is safe in an address, a filter and a formula. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case letters, digits and single hyphens')

/** The broadest division of nodes; the drawing gives each family of the bundled set a shape and a colour. */
export const NodeFamily = z.strictObject({ id: Slug, label: z.string(), ja: z.string().optional() })
export type NodeFamily = z.infer<typeof NodeFamily>

/** A kind of node below a family; `pictogram` names the sign that is drawn inside a large node. */
export const NodeType = z.strictObject({
  id: Slug,
  /** Empty for a type of an opened file, which belongs to no family. */
  family: z.union([Slug, z.literal('')]),
  label: z.string(),
  ja: z.string().optional(),
  description: z.string().optional(),
  pictogram: z.string().optional(),
})
export type NodeType = z.infer<typeof NodeType>

const predicateBase = {
  id: Slug,
  /** Reads between subject and object: "Donald Trump *announces* First tranche". For a figure, a noun: "Cost". */
  label: z.string(),
  ja: z.string().optional(),
  description: z.string().optional(),
  /** Types or families that may stand as subject. */
  from: z.array(Slug).min(1),
  /** A subject has one object or value at a time; different ones contest. */
  single: z.boolean().optional(),
}

/** The type of a relation: it joins two nodes. */
export const RelationPredicate = z.strictObject({
  ...predicateBase,
  /** Reads between object and subject: "First tranche *is announced by* Donald Trump". */
  inverse: z.string(),
  inverse_ja: z.string().optional(),
  /** Reads instead of the label where the polarity is negative: "does not benefit". */
  negative: z.string().optional(),
  inverse_negative: z.string().optional(),
  /** Types or families that may stand as object. */
  to: z.array(Slug).min(1),
  /** A statement of it may say how much: what a bank lends to a project. */
  amount: z.literal('money').optional(),
  /** The relation reads the same both ways, and is drawn without an arrow. */
  symmetric: z.boolean().optional(),
  /** The object is a value of this facet for the subject: membership in a sector, location in a place. */
  facet: z.enum(['sector', 'place']).optional(),
})

/** The type of a figure: it gives a node a value. */
export const FigurePredicate = z.strictObject({
  ...predicateBase,
  value: z.enum(valueKinds),
  /** Money that is bound by contract, or paid out; other money is announced, expected or estimated by its status. */
  stage: z.enum(['committed', 'disbursed']).optional(),
})

export const Predicate = z.union([RelationPredicate, FigurePredicate])
export type RelationPredicate = z.infer<typeof RelationPredicate>
export type FigurePredicate = z.infer<typeof FigurePredicate>
export type Predicate = RelationPredicate | FigurePredicate

/** What a data set declares before it says anything: families, types, predicates, and how statuses are called. */
export const Schema = z.strictObject({
  families: z.array(NodeFamily),
  types: z.array(NodeType),
  predicates: z.array(Predicate),
  statuses: z.array(z.strictObject({ id: z.enum(statuses), label: z.string(), ja: z.string().optional() })).optional(),
})
export type Schema = z.infer<typeof Schema>
