import { z } from 'zod'
import { verdicts } from '../../model/agreement'
import { About, BareEdge, Derived, Dispute, Node, Source, Statement } from '../../model/records'
import { Schema } from '../../model/schema'
import { statuses } from '../../model/enumerations'

const verdict = z.enum(verdicts)

/** What the file says how it was made. */
export const RecipeShape = z.strictObject({
  dataset: z.strictObject({ id: z.string(), title: z.string(), version: z.string().optional() }),
  filter: z.string(),
  scope: z.enum(['shown', 'selected']),
  date: z.string(),
})

/** An edge with what its statements amount to; one without statements is bare, says nothing of them, and may have attributes. */
export const EdgeShape = z.strictObject({
  ...BareEdge.shape,
  status: z.enum(statuses).optional(),
  negative: z.boolean().optional(),
  corroboration: z.number().optional(),
  conflict: verdict.optional(),
  statements: z.array(z.string()).optional(),
})

/** A figure; `derived` is there where one of its statements was computed. */
export const FigureShape = z.strictObject({
  id: z.string(),
  subject: z.string(),
  predicate: z.string(),
  status: z.enum(statuses).optional(),
  corroboration: z.number(),
  conflict: verdict,
  statements: z.array(z.string()),
  derived: z.strictObject({ statement: z.string(), ...Derived.shape }).optional(),
})

/**
 * Kizuna JSON, version 1: a graph with all its evidence. Statements say everything; edges and figures repeat what
 * follows from them, for readers that do not compute. `asserters` are nodes outside of a part that assert something
 * in it.
 */
export const KizunaShape = z.strictObject({
  kizuna: z.literal(1),
  dataset: About,
  recipe: RecipeShape,
  schema: Schema,
  nodes: z.array(Node),
  asserters: z.array(Node).optional(),
  edges: z.array(EdgeShape),
  figures: z.array(FigureShape),
  statements: z.array(Statement),
  sources: z.array(Source),
  /** Their statements are those of the part. */
  disputes: z.array(Dispute).optional(),
})
export type KizunaShape = z.infer<typeof KizunaShape>
