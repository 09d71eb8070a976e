import { z } from 'zod'
import { agreementVerdicts } from '../../model/agreement'
import { DatasetInfo, EdgeRecord, Derivation, Dispute, Node, Source, Statement } from '../../model/records'
import { Schema } from '../../model/schema'
import { statementStatuses } from '../../model/enumerations'

const verdict = z.enum(agreementVerdicts)

/** How the export was made. */
const RecipeShape = z.strictObject({
  dataset: z.strictObject({ id: z.string(), title: z.string(), version: z.string().optional() }),
  filter: z.string(),
  scope: z.enum(['shown', 'selected']),
  date: z.string(),
})

/** An edge with the agreement of its statements. Without statements it has none of these fields, but may have attributes. */
const EdgeShape = z.strictObject({
  ...EdgeRecord.shape,
  status: z.enum(statementStatuses).optional(),
  negative: z.boolean().optional(),
  corroboration: z.number().optional(),
  conflict: verdict.optional(),
  statements: z.array(z.string()).optional(),
})

/** A figure; `derived` if one of its statements was computed. */
const FigureShape = z.strictObject({
  id: z.string(),
  subject: z.string(),
  predicate: z.string(),
  status: z.enum(statementStatuses).optional(),
  corroboration: z.number(),
  conflict: verdict,
  statements: z.array(z.string()),
  derived: z.strictObject({ statement: z.string(), ...Derivation.shape }).optional(),
})

/**
 * Kizuna JSON, version 1: a graph with all its evidence. Edges and figures repeat what follows from the statements, for
 * programs that do not compute it. `asserters` are nodes outside a part that assert a statement in it.
 */
export const KizunaJson = z.strictObject({
  kizuna: z.literal(1),
  dataset: DatasetInfo,
  recipe: RecipeShape,
  schema: Schema,
  nodes: z.array(Node),
  asserters: z.array(Node).optional(),
  edges: z.array(EdgeShape),
  figures: z.array(FigureShape),
  statements: z.array(Statement),
  sources: z.array(Source),
  /** Reduced to statements of the part. */
  disputes: z.array(Dispute).optional(),
})
export type KizunaJson = z.infer<typeof KizunaJson>
