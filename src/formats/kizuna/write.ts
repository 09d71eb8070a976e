import type { Agreement } from '../../model/agreement'
import { edgeAgreements, figureAgreements } from '../../model/agreement'
import { rowsOfGroup, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { statementsByEdge, statementsByFigure } from '../../model/graph'
import { figureKeysAt, statementRecordAt } from '../../model/rowRecords'
import { ByteWriter } from '../io/byteWriter'
import type { Subgraph, ExportProvenance } from '../format'
import { disputesOfSubgraph, rowsOfSubgraph } from '../export/subgraphRows'
import { estimatedJsonLength } from '../json/write'
import { edgeRecordWriter, nodeRecordWriter, type RecordWriter } from './recordWriters'

/** Writes a part as Kizuna JSON: one record a line, in a fixed order, so that exports can be compared line by line. */
export function writeKizunaJson(part: Subgraph, recipe: ExportProvenance): Uint8Array {
  const { graph } = part
  const rows = rowsOfSubgraph(part)
  const disputes = disputesOfSubgraph(part, rows)
  const to = new ByteWriter(estimatedJsonLength(part))
  const head = Object.entries({ kizuna: 1, dataset: graph.about, recipe, schema: graph.schema })
  to.text(`{\n${head.map(([key, value]) => `"${key}": ${JSON.stringify(value)}`).join(',\n')}`)
  const writeNode = nodeRecordWriter(graph)
  writeList(to, 'nodes', rows.nodes, writeNode)
  if (rows.asserters.length > 0) writeList(to, 'asserters', rows.asserters, writeNode)
  writeList(
    to,
    'edges',
    rows.edges,
    edgeRecordWriter(graph, (row) => edgeEvidence(graph, row)),
  )
  writeRecords(to, 'figures', rows.figures, (row) => figureRecord(graph, row))
  writeRecords(to, 'statements', rows.statements, (row) => statementRecordAt(graph, row))
  writeRecords(to, 'sources', rows.sources, (row) => graph.sources[row]!)
  if (disputes.length > 0) writeRecords(to, 'disputes', [...disputes.keys()], (row) => disputes[row]!)
  to.text('\n}\n')
  return to.writtenBytes()
}

/** Writes a list under its key, one record a line. */
function writeList(to: ByteWriter, key: string, rows: readonly number[], write: RecordWriter): void {
  to.text(`,\n"${key}": [`)
  rows.forEach((row, at) => {
    to.text(at > 0 ? ',\n' : '\n')
    write(to, row)
  })
  to.text(rows.length > 0 ? '\n]' : ']')
}

function writeRecords(to: ByteWriter, key: string, rows: readonly number[], recordAt: (row: number) => unknown): void {
  writeList(to, key, rows, (writer, row) => writer.text(JSON.stringify(recordAt(row))))
}

/** The agreement of the statements of an edge, and their ids, as fields with a comma before them. */
function edgeEvidence(graph: Graph, row: number): string {
  const { negative, ...rest } = agreementFields(edgeAgreements(graph)[row]!)
  const statements = statementIds(graph, rowsOfGroup(statementsByEdge(graph), row))
  return `,${JSON.stringify({ ...rest, ...(negative && { negative }), statements }).slice(1, -1)}`
}

function figureRecord(graph: Graph, row: number) {
  const statements = rowsOfGroup(statementsByFigure(graph), row)
  const { negative: _, ...rest } = agreementFields(figureAgreements(graph)[row]!)
  const computed = Array.from(statements, (each) => statementRecordAt(graph, each)).find(({ derived }) => derived)
  return {
    ...figureKeysAt(graph, row),
    ...rest,
    statements: statementIds(graph, statements),
    ...(computed && { derived: { statement: computed.id, ...computed.derived! } }),
  }
}

const agreementFields = ({ status, negative, corroboration, verdict }: Agreement) => ({
  ...(status && { status }),
  negative,
  corroboration,
  conflict: verdict,
})

const statementIds = ({ statements }: Graph, rows: Uint32Array): string[] =>
  Array.from(rows, (row) => textAt(statements.id, row))
