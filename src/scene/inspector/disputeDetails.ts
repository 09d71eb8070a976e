import type { Texts } from '../../messages/texts.en'
import { compareStatements } from '../../model/agreement'
import { disputesMentioning } from '../../model/disputes'
import type { Graph } from '../../model/graph'
import { statementRowById } from '../../model/graph'
import type { Dispute, DisputeKind } from '../../model/records'
import { statementsOfEdgeOrFigure, type EdgeOrFigure } from '../edgeOrFigure'
import { evidenceOfStatement, type Evidence } from './statementEvidence'
import { sentenceText, statementSentence, valueText } from '../text/sentences'

/** What the kinds of dispute are called. */
export const disputeKindLabels: Readonly<Record<DisputeKind, string>> = {
  conflict: 'Conflict',
  rounding: 'Rounding',
  change: 'Change over time',
  scope: 'Different scope',
}

/** One side of a dispute: what it says, and who says so. */
export interface DisputeSideDetails {
  readonly claim: string
  readonly statements: readonly DisputeSideStatement[]
}

/** A statement of a side, with its sentence, for a dispute can go across edges and figures. */
interface DisputeSideStatement {
  readonly evidence: Evidence
  readonly sentence: string
  /** Of what the dispute is shown for its value, where it has one; of anything else the sentence. */
  readonly claimText: string | undefined
}

/** Who says something, how surely, and in which documents. */
export interface AsserterGroup {
  readonly asserter: Evidence['asserter']
  readonly statusLabel: string
  readonly negative: boolean
  readonly evidence: readonly Evidence[]
}

/** One thing that is said, once, with everybody who says it. */
interface SideClaim {
  /** Undefined where the side's own words say it already. */
  readonly claimText: string | undefined
  readonly asserterGroups: readonly AsserterGroup[]
}

/** What a side says, each thing once with its asserters, in the order in which they are first named. */
export function claimsOfSide({ claim, statements }: DisputeSideDetails): SideClaim[] {
  const own = new Map<string | undefined, DisputeSideStatement[]>()
  for (const each of statements) {
    const claimText = each.claimText === claim ? undefined : each.claimText
    own.set(claimText, [...(own.get(claimText) ?? []), each])
  }
  return [...own].map(([claimText, list]) => ({
    claimText,
    asserterGroups: groupByAsserter(list.map(({ evidence }) => evidence)),
  }))
}

/** Evidence by who gives it and how surely. */
export function groupByAsserter(evidence: readonly Evidence[]): AsserterGroup[] {
  const groups = new Map<string, Evidence[]>()
  for (const each of evidence) {
    const key = `${each.asserter.node ?? ''} ${each.asserter.name} ${each.statusLabel} ${each.negative}`
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups.values()].map((list) => {
    const { asserter, statusLabel, negative } = list[0]!
    return { asserter, statusLabel, negative, evidence: list }
  })
}

/** A dispute with its sides next to each other: recorded by the data set's editors, or seen by comparing values. */
export interface DisputeDetails {
  readonly id: string
  readonly title: string
  readonly kind: DisputeKind
  readonly isRecorded: boolean
  readonly sides: readonly DisputeSideDetails[]
  readonly reading: string
}

/** Every dispute about an edge or figure: the recorded ones, then what comparing its statements finds beside them. */
export function disputeDetailsAbout(graph: Graph, edgeOrFigure: EdgeOrFigure, texts: Texts): DisputeDetails[] {
  const statements = statementsOfEdgeOrFigure(graph, edgeOrFigure)
  const own = new Set(statements)
  const recorded = disputesMentioning(graph, statements).map((dispute) =>
    recordedDisputeDetails(graph, dispute, texts, own),
  )
  const computed = computedDispute(graph, statements, texts)
  return [...recorded.filter(({ sides }) => sides.length > 0), ...(computed ? [computed] : [])]
}

/** A recorded dispute with those of its statements that count; `own` are the rows of what it is shown for. */
function recordedDisputeDetails(
  graph: Graph,
  dispute: Dispute,
  texts: Texts,
  own: ReadonlySet<number> = new Set(),
): DisputeDetails {
  const rows = (ids: readonly string[]) => ids.flatMap((id) => statementRowById(graph).get(id) ?? [])
  return {
    id: dispute.id,
    title: dispute.title,
    kind: dispute.kind,
    isRecorded: true,
    sides: dispute.sides
      .map(({ says: claim, statements }) => ({
        claim,
        statements: rows(statements).map((row) => sideStatement(graph, row, texts, own)),
      }))
      .filter(({ statements }) => statements.length > 0),
    reading: dispute.reading,
  }
}

function sideStatement(graph: Graph, row: number, texts: Texts, own: ReadonlySet<number>): DisputeSideStatement {
  const evidence = evidenceOfStatement(graph, row, texts)
  const sentence = sentenceText(statementSentence(graph, row, texts))
  const value = evidence.value && valueText(evidence.value)
  return { evidence, sentence, claimText: own.has(row) ? value : sentence }
}

/** Statements that stand apart by themselves, in groups that agree; undefined where none do. */
function computedDispute(graph: Graph, statements: Uint32Array, texts: Texts): DisputeDetails | undefined {
  const rows = Array.from(statements)
  const apart = new Set(
    rows.filter((one) => rows.some((other) => other !== one && compareStatements(graph, one, other) === 'apart')),
  )
  const unrecorded = [...apart].filter((row) =>
    disputesMentioning(graph, [row]).every(({ kind }) => kind !== 'conflict'),
  )
  if (unrecorded.length === 0) return undefined
  const sides: number[][] = []
  for (const row of apart) {
    const side = sides.find((members) => members.every((other) => compareStatements(graph, row, other) !== 'apart'))
    if (side) side.push(row)
    else sides.push([row])
  }
  return {
    id: 'computed',
    title: 'These cannot all hold',
    kind: 'conflict',
    isRecorded: false,
    sides: sides.map((members) => {
      const list = members.map((row) => sideStatement(graph, row, texts, new Set(members)))
      return { claim: claimWordsOf(list[0]!), statements: list }
    }),
    reading: 'Found by comparing what the statements say; nobody has recorded a reading yet.',
  }
}

const claimWordsOf = ({ evidence: { value, negative }, sentence }: DisputeSideStatement): string =>
  value ? valueText(value) : negative ? `No: ${sentence}` : `Yes: ${sentence}`
