import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readDatasetFolder } from '../../src/cli/readDatasetFolder'
import type { LeftOutEntry } from '../../src/formats/dataset/datasetFileSchemas'
import { disputesMentioning } from '../../src/model/disputes'
import {
  agreementOfEdgeOrFigure,
  statedEdgesAndFigures,
  idOfEdgeOrFigure,
  statementsOfEdgeOrFigure,
} from '../../src/scene/edgeOrFigure'
import type { Dispute } from '../../src/model/records'
import { statementRecordAt } from '../../src/model/rowRecords'
import research from './research.json' with { type: 'json' }

const read = readDatasetFolder('graph-data/us-japan-investment')
if ('faults' in read) throw new Error('the bundled data set has faults: see npx kizuna check')
const { graph } = read
const leftOut = parse(readFileSync('graph-data/us-japan-investment/left-out.yaml', 'utf8')) as LeftOutEntry[]
const said = Array.from({ length: graph.statements.count }, (_, row) => statementRecordAt(graph, row))

describe('the research behind the bundled data set', () => {
  it('is complete: every note is in a statement or left out with a reason', () => {
    const kept = new Set(said.flatMap((each) => each.research ?? []))
    const out = new Map(leftOut.map((each) => [each.research, each.reason]))
    expect(research.statements.filter((id) => !kept.has(id) && !out.has(id))).toEqual([])
    expect([...kept].filter((id) => !research.statements.includes(id))).toEqual([])
    expect(research.statements.length).toBe(1161)
  })

  it('has the required number of documents, nodes and statements', () => {
    const beside = said.filter(
      ({ source }) => source !== 'japan-foresight-2026-02-18' && source !== graph.about.editors,
    )
    const documents = new Set(beside.map(({ source }) => source))
    expect(documents.size).toBeGreaterThanOrEqual(220)
    expect(beside.length).toBeGreaterThanOrEqual(1050)
    expect(graph.nodes.count - 117).toBeGreaterThanOrEqual(330)
    for (const { id, reliability } of graph.sources)
      if (id !== graph.about.editors) expect(reliability, id).toBeDefined()
    expect(graph.schema.predicates.length).toBeLessThanOrEqual(95)
  })

  it('has every group of disagreements, recorded as a dispute and computed where it arises', async () => {
    const behind = statedEdgesAndFigures(graph).map((bundle) => ({
      verdict: agreementOfEdgeOrFigure(graph, bundle).verdict,
      disputes: disputesMentioning(graph, statementsOfEdgeOrFigure(graph, bundle)),
    }))
    const told = (dispute: Dispute) => {
      const verdicts = behind.flatMap(({ verdict, disputes }) => (disputes.includes(dispute) ? [verdict] : []))
      const counts = ['contested', 'changed', 'varies', 'agreed', 'single'].flatMap((verdict) => {
        const count = verdicts.filter((each) => each === verdict).length
        return count > 0 ? [`${count} ${verdict}`] : []
      })
      return `${dispute.id} (${dispute.kind}; ${dispute.sides.length} sides; ${counts.join(', ')})`
    }
    const lines = research.groups.map((group) => {
      const disputes = graph.disputes.filter((each) => each.research?.includes(group))
      return `${group}: ${disputes.map(told).join('; ') || 'MISSING'}`
    })
    expect(lines.filter((line) => line.includes('MISSING'))).toEqual([])
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('groups.txt')
  })

  it.each([
    ['ohio-gas-plant--cost', 'varies'],
    ['funding-window--time-allowed', 'contested'],
    ['texas-oil-port--in-sector--crude-oil-export', 'contested'],
    ['texas-oil-port--in-sector--lng-export', 'contested'],
    ['ohio-gas-plant--capacity', 'varies'],
  ])('finds %s to be %s', (id, verdict) => {
    const found = statedEdgesAndFigures(graph).find((bundle) => idOfEdgeOrFigure(graph, bundle) === id)
    expect(found && agreementOfEdgeOrFigure(graph, found).verdict).toBe(verdict)
  })
})
