import { z } from 'zod'
import { edgeDirections, statementPolarities, sourceReliabilities, statementStatuses } from './enumerations'
import { Slug } from './schema'

/** A cell of a column that is not part of Kizuna's own records, as opened GEXF or GraphML files have them. */
export const AttributeValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])
export type AttributeValue = z.infer<typeof AttributeValue>

/** A typed thing. `family` and `given` are the parts of a person's name; `ja` and `kana` are its Japanese names. */
export const Node = z.strictObject({
  id: z.string().min(1),
  type: z.string(),
  label: z.string(),
  family: z.string().optional(),
  given: z.string().optional(),
  ja: z.string().optional(),
  /** The Japanese name is the editors' own translation, not an established name. */
  ja_translated: z.literal(true).optional(),
  kana: z.string().optional(),
  acronym: z.string().optional(),
  aliases: z.array(z.string()).optional(),
  summary: z.string().optional(),
  summary_ja: z.string().optional(),
  /** Wikidata item, Q followed by digits; only if the match is certain. */
  wikidata: z
    .string()
    .regex(/^Q\d+$/)
    .optional(),
  /** Latitude and longitude in degrees, WGS 84. */
  coordinates: z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]).optional(),
  /** Position in layout units, y upwards. */
  x: z.number().optional(),
  y: z.number().optional(),
  attributes: z.record(z.string(), AttributeValue).optional(),
})
export type Node = z.infer<typeof Node>

/**
 * An amount with its unit (an ISO 4217 code for money, "%" for a share). A range has `low` and `high`; a single bound
 * reads "at least" or "at most"; `about` is set if the source rounds.
 */
export const Quantity = z.strictObject({
  amount: z.number().optional(),
  low: z.number().optional(),
  high: z.number().optional(),
  about: z.boolean().optional(),
  unit: z.string(),
})
export type Quantity = z.infer<typeof Quantity>

/** The value that a statement gives a figure: an amount, a date (EDTF), text, or explicitly unknown. */
export const StatementValue = z.union([
  Quantity,
  z.strictObject({ date: z.string() }),
  z.strictObject({ text: z.string() }),
  z.strictObject({ unknown: z.literal(true) }),
])
export type StatementValue = z.infer<typeof StatementValue>

/** How a value is computed from other statements: a formula over their ids, and those ids. */
export const Derivation = z.strictObject({ formula: z.string(), inputs: z.array(Slug) })
export type Derivation = z.infer<typeof Derivation>

/** How a statement that expected, planned, warned or set a date turned out. */
export const expectationOutcomeKinds = ['fulfilled', 'partly', 'delayed', 'superseded', 'contradicted', 'open'] as const
export type ExpectationOutcomeKind = (typeof expectationOutcomeKinds)[number]

/** The outcome of an earlier statement: the later statements that show it, and the editors' reading of them. */
export const Outcome = z.strictObject({
  kind: z.enum(expectationOutcomeKinds),
  /** Ids of later statements; none if nothing is known yet. */
  statements: z.array(Slug).optional(),
  /** When it was settled, as EDTF. */
  date: z.string().optional(),
  /** A sentence in the editors' words. */
  reading: z.string(),
})
export type Outcome = z.infer<typeof Outcome>

/** One source's claim: with an `object` (a node's id), with a `value`, or with both if the relation has an amount. */
export const Statement = z.strictObject({
  id: Slug,
  subject: z.string(),
  predicate: z.string(),
  object: z.string().optional(),
  value: StatementValue.optional(),
  status: z.enum(statementStatuses),
  polarity: z.enum(statementPolarities).optional(),
  /** The id of the node that asserts it, if that is not the source's author. */
  by: z.string().optional(),
  /** When it applies, as EDTF. */
  date: z.string().optional(),
  source: z.string(),
  /** Where in the source: paragraph, then sentence, as in "B4.2". */
  locator: z.string().optional(),
  /** Nuance in the editors' words. */
  note: z.string().optional(),
  derived: Derivation.optional(),
  /** The day, month or year by which something expected or planned should happen, as EDTF. */
  due: z.string().optional(),
  outcome: Outcome.optional(),
  /** Ids of the research notes that it was made from. */
  research: z.array(z.string()).optional(),
})
export type Statement = z.infer<typeof Statement>

/** Why statements differ: they contradict each other, they round, one is later, or they cover different things. */
const disputeKinds = ['conflict', 'rounding', 'change', 'scope'] as const
export type DisputeKind = (typeof disputeKinds)[number]

/** One side of a dispute: its claim in a few words, and the statements that make it. */
export const DisputeSide = z.strictObject({
  says: z.string(),
  says_ja: z.string().optional(),
  statements: z.array(Slug).min(1),
})
export type DisputeSide = z.infer<typeof DisputeSide>

/** A disagreement, or an apparent one, that comparing values cannot find: its sides, and a neutral reading. */
export const Dispute = z.strictObject({
  id: Slug,
  kind: z.enum(disputeKinds),
  title: z.string(),
  title_ja: z.string().optional(),
  sides: z.array(DisputeSide).min(1),
  /** Ids of statements that belong to the matter and take no side. */
  also: z.array(Slug).optional(),
  reading: z.string(),
  reading_ja: z.string().optional(),
  /** Ids of the research notes that it was made from. */
  research: z.array(z.string()).optional(),
})
export type Dispute = z.infer<typeof Dispute>

/** A document that says something. `origin` is the source that it reprints or relays. */
export const Source = z.strictObject({
  id: Slug,
  title: z.string(),
  /** Only for documents of the data set's own editors; other titles are quoted as published. */
  title_ja: z.string().optional(),
  publisher: z.string().optional(),
  /** A node's id if the author is in the graph, else a name. */
  author: z.string().optional(),
  date: z.string().optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  language: z.string().optional(),
  kind: z.string(),
  origin: Slug.optional(),
  reliability: z.enum(sourceReliabilities).optional(),
  /** Names of the parts that locators point to, in the document's order. */
  parts: z.array(z.strictObject({ id: z.string(), label: z.string(), label_ja: z.string().optional() })).optional(),
  note: z.string().optional(),
})
export type Source = z.infer<typeof Source>

/** An edge without statements, as in foreign files; the other edges are made from statements. */
export const EdgeRecord = z.strictObject({
  id: z.string().min(1),
  source: z.string(),
  target: z.string(),
  predicate: z.string(),
  /** `undirected` if absent and the predicate is symmetric, else `directed`. */
  direction: z.enum(edgeDirections).optional(),
  attributes: z.record(z.string(), AttributeValue).optional(),
})
export type EdgeRecord = z.infer<typeof EdgeRecord>

/** What a data set says about itself. */
export const DatasetInfo = z.strictObject({
  id: z.string(),
  title: z.string(),
  title_ja: z.string().optional(),
  description: z.string().optional(),
  description_ja: z.string().optional(),
  licence: z.string().optional(),
  languages: z.array(z.string()).optional(),
  /** The id of the source for the editors' own work: classifications, inferred links and computed figures. */
  editors: z.string().optional(),
  /** Ids of nodes to start from, for a reader who has selected nothing. */
  begin: z.array(z.string()).optional(),
  /** The first view: a filter's text, a sentence that explains it, and a layout. */
  view: z
    .strictObject({
      filter: z.string().optional(),
      /** The version of the filter's meaning: 2 if each step works on what the step above leaves; 1 without it. */
      filter_version: z.union([z.literal(1), z.literal(2)]).optional(),
      note: z.string().optional(),
      note_ja: z.string().optional(),
      layout: z.string().optional(),
    })
    .optional(),
  /** Ids of nodes that an exported part has only because they assert something in it; the first view leaves them out. */
  asserters: z.array(z.string()).optional(),
  tours: z
    .array(z.strictObject({ title: z.string(), title_ja: z.string().optional(), nodes: z.array(z.string()) }))
    .optional(),
  /** Hash of the content that it was compiled from, hexadecimal. */
  version: z.string().optional(),
})
export type DatasetInfo = z.infer<typeof DatasetInfo>
