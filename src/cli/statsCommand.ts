import { filterKeyNamed } from '../analysis/filter/filterKeys'
import { valuesAtRow } from '../analysis/filter/rowValues'
import { categoryAt } from '../model/columns'
import type { Graph } from '../model/graph'
import { statementRecordAt } from '../model/rowRecords'
import { graphCountsText } from './countText'
import { defineCommand } from './cliCommand'
import { graphArgument, loadGraph } from './loadGraph'

export const statsCommand = defineCommand({
  name: 'stats',
  arguments: [graphArgument],
  options: {},
  summary:
    'count nodes by family, type and sector, edges by predicate, and statements by predicate, status, polarity, source and part',
  async run({ positionals: paths }, environment) {
    const graph = await loadGraph(paths, environment)
    const statements = Array.from({ length: graph.statements.count }, (_, row) => statementRecordAt(graph, row))
    environment.writeOut(
      [
        `${graph.about.title}${graph.about.version ? ` (version ${graph.about.version})` : ''}`,
        graphCountsText(graph),
        ...section('Nodes by family', nodeValues(graph, 'family')),
        ...section('Nodes by type', nodeValues(graph, 'type')),
        ...section('Nodes by sector', nodeValues(graph, 'sector')),
        ...section(
          'Edges by predicate',
          Array.from({ length: graph.edges.count }, (_, row) => categoryAt(graph.edges.predicate, row) ?? ''),
        ),
        ...section(
          'Statements by predicate',
          statements.map(({ predicate }) => predicate),
        ),
        ...section(
          'Statements by status',
          statements.map(({ status }) => status),
        ),
        ...section(
          'Statements by polarity',
          statements.map(({ polarity }) => polarity ?? 'positive'),
        ),
        ...section(
          'Statements by source',
          statements.map(({ source }) => source),
        ),
        ...section(
          'Statements by part',
          statements.map(({ source, locator }) => `${source} ${locator?.split('.')[0] ?? '(no locator)'}`),
        ),
        '',
      ].join('\n'),
    )
    return 0
  },
})

/** The values of a filter key at all nodes, in the order of the nodes. */
function nodeValues(graph: Graph, name: string): string[] {
  const key = filterKeyNamed(graph, name)
  if (key?.kind !== 'words') return []
  const values = key.values(graph)
  return Array.from({ length: graph.nodes.count }, (_, row) => valuesAtRow(values, row)).flat()
}

/** A heading, then one line for each value with its count, most frequent first. */
function section(title: string, values: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  if (counts.size === 0) return []
  const rows = [...counts].sort(([one, count], [other, otherCount]) => otherCount - count || (one < other ? -1 : 1))
  return ['', title, ...rows.map(([value, count]) => `${String(count).padStart(7)}  ${value || '(none)'}`)]
}
