import { z } from 'zod'
import { DatasetInfo, Dispute, Node, Source, Statement } from '../../model/records'
import { Schema } from '../../model/schema'

/** dataset.yaml */
export const DatasetYaml = DatasetInfo.omit({ version: true })
/** schema.yaml */
export const SchemaYaml = Schema
/** An entry of nodes/*.yaml; positions are computed and attributes are for opened files. */
export const NodeEntry = Node.omit({ x: true, y: true, attributes: true })
/** A statement in sources/*.yaml: its source is the file, and a computed value gives a formula in a value's place. */
export const StatementEntry = Statement.omit({ source: true, derived: true }).extend({
  formula: z.string().optional(),
  unit: z.string().optional(),
})
export type StatementEntry = z.infer<typeof StatementEntry>

/** An entry of disputes.yaml. */
export const DisputeEntry = Dispute

/** An entry of left-out.yaml: a research note that no statement was made from, and why. */
export const LeftOutEntry = z.strictObject({ research: z.string(), reason: z.string().min(10) })
export type LeftOutEntry = z.infer<typeof LeftOutEntry>

/** What a file of each kind must look like, as JSON Schema for editors that complete and check YAML. */
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

/** JSON Schema (draft 2020-12) of one kind of file. */
export const jsonSchemaOfFile = (kind: keyof typeof datasetFileSchemas): string =>
  `${JSON.stringify({ title: `Kizuna data set: ${kind}`, ...z.toJSONSchema(datasetFileSchemas[kind]) }, null, 2)}\n`
