import type { Texts } from '../../messages/texts.en'
import { compareStatements } from '../../model/agreement'
import { disputesMentioning } from '../../model/disputes'
import type { Graph } from '../../model/graph'
import { statementRowIndex } from '../../model/graph'
import { textInLanguage } from '../../model/nodeNames'
import type { Dispute, DisputeKind } from '../../model/records'
import { statementsOfEdgeOrFigure, type EdgeOrFigure } from '../edgeOrFigure'
import { statementDetails, type Evidence } from './statementEvidence'
import { sentenceText, statementSentence } from '../text/sentences'

/** One side of a dispute: its claim, and the statements that make it. */
export interface DisputeSideDetails {
  readonly claim: string
  readonly statements: readonly DisputeSideStatement[]
}

/** A statement of a side with its whole sentence, since a dispute can span several edges and figures. */
interface DisputeSideStatement {
  readonly evidence: Evidence
  readonly sentence: string
  /** The value alone if the dispute is shown at the statement's own edge or figure, else the sentence; undefined if it has no value there. */
  readonly claimText: string | undefined
}

/** Who makes a claim, with which status, and in which documents. */
export interface AsserterGroup {
  readonly asserter: Evidence['asserter']
  readonly statusLabel: string
  /** The status with the polarity, as written within a line. */
  readonly statusText: string
  readonly negative: boolean
  readonly evidence: readonly Evidence[]
}

/** One claim with everyone who makes it. */
interface SideClaim {
  /** Undefined if it only repeats the side's own words. */
  readonly claimText: string | undefined
  readonly asserterGroups: readonly AsserterGroup[]
}

/** The distinct claims of a side with their asserters, in order of first appearance. */
export function claimsOfSide({ claim, statements }: DisputeSideDetails): SideClaim[] {
  const byClaim = new Map<string | undefined, DisputeSideStatement[]>()
  for (const each of statements) {
    const claimText = each.claimText === claim ? undefined : each.claimText
    byClaim.set(claimText, [...(byClaim.get(claimText) ?? []), each])
  }
  return [...byClaim].map(([claimText, list]) => ({
    claimText,
    asserterGroups: groupByAsserter(list.map(({ evidence }) => evidence)),
  }))
}

/** Groups evidence by asserter, status and polarity. */
export function groupByAsserter(evidence: readonly Evidence[]): AsserterGroup[] {
  const groups = new Map<string, Evidence[]>()
  for (const each of evidence) {
    const key = `${each.asserter.node ?? ''} ${each.asserter.name} ${each.statusLabel} ${each.negative}`
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups.values()].map((list) => {
    const { asserter, statusLabel, statusText, negative } = list[0]!
    return { asserter, statusLabel, statusText, negative, evidence: list }
  })
}

/** A dispute with its sides: recorded by the data set's editors, or found by comparing statements. */
export interface DisputeDetails {
  readonly id: string
  readonly title: string
  readonly kind: DisputeKind
  readonly isRecorded: boolean
  readonly sides: readonly DisputeSideDetails[]
  readonly reading: string
}

/** Every dispute about an edge or figure: the recorded ones, then one that comparing its statements finds besides. */
export function disputeDetailsAbout(graph: Graph, edgeOrFigure: EdgeOrFigure, texts: Texts): DisputeDetails[] {
  const statements = statementsOfEdgeOrFigure(graph, edgeOrFigure)
  const own = new Set(statements)
  const recorded = disputesMentioning(graph, statements).map((dispute) =>
    recordedDisputeDetails(graph, dispute, texts, own),
  )
  const computed = computedDispute(graph, statements, texts)
  return [...recorded.filter(({ sides }) => sides.length > 0), ...(computed ? [computed] : [])]
}

/** A recorded dispute with those of its statements that the graph has; `own` are the statement rows of the edge or figure shown. */
function recordedDisputeDetails(
  graph: Graph,
  dispute: Dispute,
  texts: Texts,
  own: ReadonlySet<number> = new Set(),
): DisputeDetails {
  const { language } = texts
  const rows = (ids: readonly string[]) => ids.flatMap((id) => statementRowIndex(graph).get(id) ?? [])
  return {
    id: dispute.id,
    title: textInLanguage(language, dispute.title, dispute.title_ja),
    kind: dispute.kind,
    isRecorded: true,
    sides: dispute.sides
      .map(({ says, says_ja, statements }) => ({
        claim: textInLanguage(language, says, says_ja),
        statements: rows(statements).map((row) => sideStatement(graph, row, texts, own)),
      }))
      .filter(({ statements }) => statements.length > 0),
    reading: textInLanguage(language, dispute.reading, dispute.reading_ja),
  }
}

function sideStatement(graph: Graph, row: number, texts: Texts, own: ReadonlySet<number>): DisputeSideStatement {
  const evidence = statementDetails(graph, row, texts)
  const sentence = sentenceText(statementSentence(graph, row, texts))
  const value = evidence.value && texts.format.value(evidence.value)
  return { evidence, sentence, claimText: own.has(row) ? value : sentence }
}

/** Contradicting statements that no recorded conflict covers, as sides that agree within themselves; undefined if there are none. */
function computedDispute(graph: Graph, statements: Uint32Array, texts: Texts): DisputeDetails | undefined {
  const rows = Array.from(statements)
  const contradicting = new Set(
    rows.filter((one) => rows.some((other) => other !== one && compareStatements(graph, one, other) === 'apart')),
  )
  const unrecorded = [...contradicting].filter((row) =>
    disputesMentioning(graph, [row]).every(({ kind }) => kind !== 'conflict'),
  )
  if (unrecorded.length === 0) return undefined
  const sides: number[][] = []
  for (const row of contradicting) {
    const side = sides.find((members) => members.every((other) => compareStatements(graph, row, other) !== 'apart'))
    if (side) side.push(row)
    else sides.push([row])
  }
  return {
    id: 'computed',
    title: texts.inspector.computedDispute,
    kind: 'conflict',
    isRecorded: false,
    sides: sides.map((members) => {
      const list = members.map((row) => sideStatement(graph, row, texts, new Set(members)))
      return { claim: claimOf(list[0]!, texts), statements: list }
    }),
    reading: texts.inspector.computedDisputeReading,
  }
}

function claimOf({ evidence: { value, negative }, sentence }: DisputeSideStatement, texts: Texts): string {
  if (value) return texts.format.value(value)
  return negative ? texts.inspector.denies({ sentence }) : texts.inspector.affirms({ sentence })
}
