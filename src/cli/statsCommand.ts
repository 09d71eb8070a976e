import { keyNamed } from '../analysis/filter/filterKeys'
import { valuesAt } from '../analysis/filter/rowValues'
import type { Graph } from '../model/graph'
import { statementAt } from '../model/rowRecords'
import { amountsIn } from './countText'
import type { Command } from './cliCommand'
import { graphFrom } from './loadGraph'

export const stats: Command = {
  name: 'stats',
  usage: '[FILE|DIR]',
  summary: 'counts by family, type, predicate, status, polarity, sector, source and part',
  async run([path], world) {
    const graph = await graphFrom(path, world)
    const { statements } = graph
    const said = Array.from({ length: statements.count }, (_, row) => statementAt(graph, row))
    world.out(
      [
        `${graph.about.title}${graph.about.version ? ` (version ${graph.about.version})` : ''}`,
        amountsIn(graph),
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
  const key = keyNamed(graph, name)
  if (key?.kind !== 'words') return []
  const values = key.values(graph)
  return Array.from({ length: graph.nodes.count }, (_, row) => valuesAt(values, row)).flat()
}

/** A heading and a line a value, the most frequent first. */
function section(title: string, values: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  if (counts.size === 0) return []
  const rows = [...counts].sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1))
  return ['', title, ...rows.map(([value, count]) => `${String(count).padStart(7)}  ${value || '(none)'}`)]
}
