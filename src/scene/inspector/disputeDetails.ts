import { standBetween } from '../../model/agreement'
import { disputesAbout } from '../../model/disputes'
import type { Graph } from '../../model/graph'
import { statementRows } from '../../model/graph'
import type { Language } from '../../model/nodeNames'
import type { Dispute, DisputeKind } from '../../model/records'
import { statementsBehind, type Bundle } from '../edgeOrFigure'
import { evidenceOf, type Evidence } from './statementEvidence'
import { plainText, statementSentence, valueText } from '../text/sentences'

/** What the kinds of dispute are called. */
export const disputeNames: Readonly<Record<DisputeKind, string>> = {
  conflict: 'Conflict',
  rounding: 'Rounding',
  change: 'Change over time',
  scope: 'Different scope',
}

/** One side of a quarrel: what it says, and who says so. */
export interface QuarrelSide {
  readonly says: string
  readonly statements: readonly SideStatement[]
}

/** A statement of a side, with its sentence, for a quarrel can go across edges and figures. */
export interface SideStatement {
  readonly evidence: Evidence
  readonly sentence: string
  /** Of what the quarrel is shown for its value, where it has one; of anything else the sentence. */
  readonly said: string | undefined
}

/** Who says something, how surely, and in which documents. */
export interface Voice {
  readonly asserter: Evidence['asserter']
  readonly statusName: string
  readonly negative: boolean
  readonly evidence: readonly Evidence[]
}

/** One thing that is said, once, with everybody who says it. */
export interface Saying {
  /** Undefined where the side's own words say it already. */
  readonly said: string | undefined
  readonly voices: readonly Voice[]
}

/** What a side says, each thing once with its voices, in the order in which they are first named. */
export function sayingsOf({ says, statements }: QuarrelSide): Saying[] {
  const own = new Map<string | undefined, SideStatement[]>()
  for (const each of statements) {
    const said = each.said === says ? undefined : each.said
    own.set(said, [...(own.get(said) ?? []), each])
  }
  return [...own].map(([said, list]) => ({ said, voices: voicesOf(list.map(({ evidence }) => evidence)) }))
}

/** Evidence by who gives it and how surely. */
export function voicesOf(evidence: readonly Evidence[]): Voice[] {
  const voices = new Map<string, Evidence[]>()
  for (const each of evidence) {
    const key = `${each.asserter.node ?? ''} ${each.asserter.name} ${each.statusName} ${each.negative}`
    voices.set(key, [...(voices.get(key) ?? []), each])
  }
  return [...voices.values()].map((list) => {
    const { asserter, statusName, negative } = list[0]!
    return { asserter, statusName, negative, evidence: list }
  })
}

/** A quarrel with its sides next to each other: recorded by the data set's editors, or seen by comparing values. */
export interface Quarrel {
  readonly id: string
  readonly title: string
  readonly kind: DisputeKind
  readonly recorded: boolean
  readonly sides: readonly QuarrelSide[]
  readonly reading: string
}

/** Every quarrel about an edge or figure: the recorded ones, then what comparing its statements finds beside them. */
export function quarrelsAbout(graph: Graph, bundle: Bundle, language: Language): Quarrel[] {
  const statements = statementsBehind(graph, bundle)
  const own = new Set(statements)
  const recorded = disputesAbout(graph, statements).map((dispute) => recordedQuarrel(graph, dispute, language, own))
  const computed = computedQuarrel(graph, statements, language)
  return [...recorded.filter(({ sides }) => sides.length > 0), ...(computed ? [computed] : [])]
}

/** A recorded dispute with those of its statements that count; `own` are the rows of what it is shown for. */
export function recordedQuarrel(
  graph: Graph,
  dispute: Dispute,
  language: Language,
  own: ReadonlySet<number> = new Set(),
): Quarrel {
  const rows = (ids: readonly string[]) => ids.flatMap((id) => statementRows(graph).get(id) ?? [])
  return {
    id: dispute.id,
    title: dispute.title,
    kind: dispute.kind,
    recorded: true,
    sides: dispute.sides
      .map(({ says, statements }) => ({
        says,
        statements: rows(statements).map((row) => sideStatement(graph, row, language, own)),
      }))
      .filter(({ statements }) => statements.length > 0),
    reading: dispute.reading,
  }
}

function sideStatement(graph: Graph, row: number, language: Language, own: ReadonlySet<number>): SideStatement {
  const evidence = evidenceOf(graph, row, language)
  const sentence = plainText(statementSentence(graph, row, language))
  const value = evidence.value && valueText(evidence.value)
  return { evidence, sentence, said: own.has(row) ? value : sentence }
}

/** Statements that stand apart by themselves, in groups that agree; undefined where none do. */
function computedQuarrel(graph: Graph, statements: Uint32Array, language: Language): Quarrel | undefined {
  const rows = Array.from(statements)
  const apart = new Set(
    rows.filter((one) => rows.some((other) => other !== one && standBetween(graph, one, other) === 'apart')),
  )
  const unrecorded = [...apart].filter((row) => disputesAbout(graph, [row]).every(({ kind }) => kind !== 'conflict'))
  if (unrecorded.length === 0) return undefined
  const sides: number[][] = []
  for (const row of apart) {
    const side = sides.find((members) => members.every((other) => standBetween(graph, row, other) !== 'apart'))
    if (side) side.push(row)
    else sides.push([row])
  }
  return {
    id: 'computed',
    title: 'These cannot all hold',
    kind: 'conflict',
    recorded: false,
    sides: sides.map((members) => {
      const list = members.map((row) => sideStatement(graph, row, language, new Set(members)))
      return { says: wordsOf(list[0]!), statements: list }
    }),
    reading: 'Found by comparing what the statements say; nobody has recorded a reading yet.',
  }
}

const wordsOf = ({ evidence: { value, negative }, sentence }: SideStatement): string =>
  value ? valueText(value) : negative ? `No: ${sentence}` : `Yes: ${sentence}`
