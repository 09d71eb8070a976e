import { filterKeyNamed } from '../analysis/filter/filterKeys'
import { valuesAtRow } from '../analysis/filter/rowValues'
import type { Graph } from '../model/graph'
import { statementRecordAt } from '../model/rowRecords'
import { graphCountsText } from './countText'
import type { CliCommand } from './cliCommand'
import { loadGraph } from './loadGraph'

export const statsCommand: CliCommand = {
  name: 'stats',
  usage: '[FILE|DIR]',
  summary: 'counts by family, type, predicate, status, polarity, sector, source and part',
  async run([path], world) {
    const graph = await loadGraph(path, world)
    const { statements } = graph
    const said = Array.from({ length: statements.count }, (_, row) => statementRecordAt(graph, row))
    world.writeOut(
      [
        `${graph.about.title}${graph.about.version ? ` (version ${graph.about.version})` : ''}`,
        graphCountsText(graph),
        ...section('Nodes by family', ofNodes(graph, 'family')),
        ...section('Nodes by type', ofNodes(graph, 'type')),
        ...section('Nodes by sector', ofNodes(graph, 'sector')),
        ...section(
          'Statements by predicate',
          said.map(({ predicate }) => predicate),
        ),
        ...section(
          'Statements by status',
          said.map(({ status }) => status),
        ),
        ...section(
          'Statements by polarity',
          said.map(({ polarity }) => polarity ?? 'positive'),
        ),
        ...section(
          'Statements by source',
          said.map(({ source }) => source),
        ),
        ...section(
          'Statements by part',
          said.map(({ source, locator }) => `${source} ${locator?.split('.')[0] ?? '(no locator)'}`),
        ),
        '',
      ].join('\n'),
    )
    return 0
  },
}

function ofNodes(graph: Graph, name: string): string[] {
  const key = filterKeyNamed(graph, name)
  if (key?.kind !== 'words') return []
  const values = key.values(graph)
  return Array.from({ length: graph.nodes.count }, (_, row) => valuesAtRow(values, row)).flat()
}

/** A heading and a line a value, the most frequent first. */
function section(title: string, values: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  if (counts.size === 0) return []
  const rows = [...counts].sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1))
  return ['', title, ...rows.map(([value, count]) => `${String(count).padStart(7)}  ${value || '(none)'}`)]
}
