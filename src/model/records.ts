import { z } from 'zod'
import { Slug } from './schema'
import { polarities, reliabilities, statuses } from './enumerations'

/** A cell of a column that the data set's schema does not know: what an opened GEXF or GraphML file brings along. */
export const AttributeValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])
export type AttributeValue = z.infer<typeof AttributeValue>

/** A typed thing. `family` and `given` are the parts of a person's name; `ja` and `kana` its Japanese names. */
export const Node = z.strictObject({
  id: z.string().min(1),
  type: z.string(),
  label: z.string(),
  family: z.string().optional(),
  given: z.string().optional(),
  ja: z.string().optional(),
  kana: z.string().optional(),
  acronym: z.string().optional(),
  aliases: z.array(z.string()).optional(),
  summary: z.string().optional(),
  /** Wikidata item, where one is known with certainty: Q followed by digits. */
  wikidata: z
    .string()
    .regex(/^Q\d+$/)
    .optional(),
  /** Latitude and longitude in degrees, WGS 84. */
  coordinates: z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]).optional(),
  /** Position in the plane, in units of the layout; y grows upwards. */
  x: z.number().optional(),
  y: z.number().optional(),
  attributes: z.record(z.string(), AttributeValue).optional(),
})
export type Node = z.infer<typeof Node>

/**
 * An amount with its unit (an ISO 4217 code for money, "%" for a share). A range has `low` and `high`; one bound alone
 * reads "at least" or "at most"; `about` says that the source rounds.
 */
export const Quantity = z.strictObject({
  amount: z.number().optional(),
  low: z.number().optional(),
  high: z.number().optional(),
  about: z.boolean().optional(),
  unit: z.string(),
})
export type Quantity = z.infer<typeof Quantity>

/** What a figure's statement says: an amount, a date (EDTF), words, or that it is not known. */
export const StatementValue = z.union([
  Quantity,
  z.strictObject({ date: z.string() }),
  z.strictObject({ text: z.string() }),
  z.strictObject({ unknown: z.literal(true) }),
])
export type StatementValue = z.infer<typeof StatementValue>

/** How a derived value follows from other statements: a formula over their ids, and those ids. */
export const Derivation = z.strictObject({ formula: z.string(), inputs: z.array(Slug) })
export type Derivation = z.infer<typeof Derivation>

/** What became of a statement that expected, planned, warned or set a date. */
export const outcomeKinds = ['fulfilled', 'partly', 'delayed', 'superseded', 'contradicted', 'open'] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

/** The later statements that tell what became of an earlier one, and how we read them. */
export const Outcome = z.strictObject({
  kind: z.enum(outcomeKinds),
  /** Later statements, by id; none where nothing is known yet. */
  statements: z.array(Slug).optional(),
  /** When it was settled, as EDTF. */
  date: z.string().optional(),
  /** A sentence in our own words. */
  reading: z.string(),
})
export type Outcome = z.infer<typeof Outcome>

/** One source's claim: with an `object` (a node's id), with a `value`, or with both where the relation says how much. */
export const Statement = z.strictObject({
  id: Slug,
  subject: z.string(),
  predicate: z.string(),
  object: z.string().optional(),
  value: StatementValue.optional(),
  status: z.enum(statuses),
  polarity: z.enum(polarities).optional(),
  /** Who asserts it, as a node's id, when that is not the source's author. */
  by: z.string().optional(),
  /** When it holds, as EDTF. */
  date: z.string().optional(),
  source: z.string(),
  /** Where in the source: paragraph, then sentence, as in "B4.2". */
  locator: z.string().optional(),
  /** Nuance in our own words. */
  note: z.string().optional(),
  derived: Derivation.optional(),
  /** For what is expected or planned: the day, month or year by which it should have come about, as EDTF. */
  due: z.string().optional(),
  outcome: Outcome.optional(),
  /** Ids of the research notes that it was made from. */
  research: z.array(z.string()).optional(),
})
export type Statement = z.infer<typeof Statement>

/** Why statements stand apart: they cannot all hold, they round, one came later, or they speak of different things. */
const disputeKinds = ['conflict', 'rounding', 'change', 'scope'] as const
export type DisputeKind = (typeof disputeKinds)[number]

/** One side of a dispute, in a few words, with the statements that take it. */
export const DisputeSide = z.strictObject({ says: z.string(), statements: z.array(Slug).min(1) })
export type DisputeSide = z.infer<typeof DisputeSide>

/** A quarrel, or the end of one, that comparing values cannot see: who stands where, and a neutral reading. */
export const Dispute = z.strictObject({
  id: Slug,
  kind: z.enum(disputeKinds),
  title: z.string(),
  sides: z.array(DisputeSide).min(1),
  /** Statements that belong to the story and take no side. */
  also: z.array(Slug).optional(),
  reading: z.string(),
  /** Ids of the research notes that it was made from. */
  research: z.array(z.string()).optional(),
})
export type Dispute = z.infer<typeof Dispute>

/** A document that says something. `origin` is the source that it reprints or relays. */
export const Source = z.strictObject({
  id: Slug,
  title: z.string(),
  publisher: z.string().optional(),
  /** A node's id where the author is in the graph, else a name. */
  author: z.string().optional(),
  date: z.string().optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  language: z.string().optional(),
  kind: z.string(),
  origin: Slug.optional(),
  reliability: z.enum(reliabilities).optional(),
  /** Names of the parts that locators point to, in the document's order. */
  parts: z.array(z.strictObject({ id: z.string(), label: z.string() })).optional(),
  note: z.string().optional(),
})
export type Source = z.infer<typeof Source>

/** A line between two nodes that no statement carries, as foreign files have them; statements make the other edges. */
export const EdgeRecord = z.strictObject({
  id: z.string().min(1),
  source: z.string(),
  target: z.string(),
  predicate: z.string(),
  attributes: z.record(z.string(), AttributeValue).optional(),
})
export type EdgeRecord = z.infer<typeof EdgeRecord>

/** What a data set says of itself. */
export const DatasetInfo = z.strictObject({
  id: z.string(),
  title: z.string(),
  title_ja: z.string().optional(),
  description: z.string().optional(),
  licence: z.string().optional(),
  languages: z.array(z.string()).optional(),
  /** The source that stands for the data set's own editors: classifications, inferred links and computed figures. */
  editors: z.string().optional(),
  /** Nodes to begin with, for a reader who has selected nothing. */
  begin: z.array(z.string()).optional(),
  /** What is shown at first: a filter's text, a sentence that says why, and a layout. */
  view: z
    .strictObject({ filter: z.string().optional(), note: z.string().optional(), layout: z.string().optional() })
    .optional(),
  /** Nodes that a part keeps only because they assert something in it; the first view leaves them out. */
  asserters: z.array(z.string()).optional(),
  tours: z.array(z.strictObject({ title: z.string(), nodes: z.array(z.string()) })).optional(),
  /** Hash of the content that it was compiled from, in hexadecimal. */
  version: z.string().optional(),
})
export type DatasetInfo = z.infer<typeof DatasetInfo>
