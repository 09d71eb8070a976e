import { z } from 'zod'
import { DatasetInfo, Dispute, Node, Source, Statement } from '../../model/records'
import { Schema } from '../../model/schema'

/** dataset.yaml */
export const DatasetYaml = DatasetInfo.omit({ version: true })
/** schema.yaml */
export const SchemaYaml = Schema
/** An entry of nodes/*.yaml. Positions are computed, and only opened files have attributes. */
export const NodeEntry = Node.omit({ x: true, y: true, attributes: true })
/** A statement in sources/*.yaml. Its source is that of the file, and a computed one has a formula instead of a value. */
export const StatementEntry = Statement.omit({ source: true, derived: true }).extend({
  formula: z.string().optional(),
  unit: z.string().optional(),
})
export type StatementEntry = z.infer<typeof StatementEntry>

/** An entry of disputes.yaml. */
export const DisputeEntry = Dispute

/** An entry of left-out.yaml: a research note that no statement uses, and why. */
export const LeftOutEntry = z.strictObject({ research: z.string(), reason: z.string().min(10) })
export type LeftOutEntry = z.infer<typeof LeftOutEntry>

/** The schema of each kind of file. */
export const datasetFileSchemas: Readonly<
  Record<'dataset' | 'schema' | 'nodes' | 'source' | 'disputes' | 'left-out', z.ZodType>
> = {
  dataset: DatasetYaml,
  schema: SchemaYaml,
  nodes: z.array(NodeEntry),
  source: Source.extend({ statements: z.array(StatementEntry).optional() }),
  disputes: z.array(DisputeEntry),
  'left-out': z.array(LeftOutEntry),
}

/** JSON Schema (draft 2020-12) of one kind of file, for editors that complete and check YAML. */
export const jsonSchemaOfFile = (kind: keyof typeof datasetFileSchemas): string =>
  `${JSON.stringify({ title: `Kizuna data set: ${kind}`, ...z.toJSONSchema(datasetFileSchemas[kind]) }, null, 2)}\n`
