import { readFileSync } from 'node:fs'
import { readFiles, type NamedBytes } from '../../src/formats/readFiles'
import { FileFault } from '../../src/formats/io/fileFault'
import { edgeRecordAt, nodeRecordAt, nodeTypesById, predicatesById } from '../../src/model/rowRecords'
import { inEnglish } from '../text'

/** A file of this folder. */
export const caseFile = (name: string): NamedBytes => ({
  name,
  bytes: new Uint8Array(readFileSync(`tests/cases/${name}`)),
})
export const textCase = (name: string, text: string): NamedBytes => ({ name, bytes: new TextEncoder().encode(text) })
export const jsonCase = (value: unknown): NamedBytes => textCase('graph.json', JSON.stringify(value))

const rowsOf = <Row>(count: number, at: (row: number) => Row): Row[] =>
  Array.from({ length: count }, (_, row) => at(row))

/** What was read, in short texts. */
export async function readCases(...files: readonly NamedBytes[]) {
  const { graph, report } = await readFiles(files)
  const nodes = rowsOf(graph.nodes.count, (row) => nodeRecordAt(graph, row))
  const labelOf = new Map(nodes.map(({ id, label }) => [id, label]))
  const edges = rowsOf(graph.edges.count, (row) => edgeRecordAt(graph, row))
  const relationOf = (id: string) => predicatesById(graph).get(id)?.label
  return {
    graph,
    format: report.format,
    title: graph.about.title,
    labels: nodes.map(({ label }) => label),
    types: nodes.map(({ type }) => nodeTypesById(graph).get(type)?.label),
    places: nodes.map(({ x, y }) => (x === undefined ? undefined : [x, y])),
    nodes,
    edges,
    /** "Ida WROTE Loom". */
    sentences: edges.map(
      ({ source, target, predicate }) => `${labelOf.get(source)} ${relationOf(predicate)} ${labelOf.get(target)}`,
    ),
    nodeColumn: (name: string) =>
      nodes.map(({ attributes = {} }) => (Object.hasOwn(attributes, name) ? attributes[name] : undefined)),
    edgeColumn: (name: string) => edges.map(({ attributes }) => attributes?.[name]),
    columns: report.columns.map(({ of, name }) => `${of}:${name}`),
    said: [
      ...report.guesses.map((each) => inEnglish(each)),
      ...report.repairs.map(
        ({ count, examples, how }) =>
          `${count} ${examples.map((each) => (typeof each === 'string' ? each : inEnglish(each))).join(', ')}: ${inEnglish(how)}`,
      ),
    ].join('\n'),
  }
}

/** Why files are refused: what is wrong and the remedy. */
export async function refusalOf(...files: readonly NamedBytes[]): Promise<string> {
  try {
    await readFiles(files)
  } catch (error) {
    if (error instanceof FileFault) return `${error.file}: ${inEnglish(error.what)}. ${inEnglish(error.remedy)}`
    throw error
  }
  return 'opened'
}
