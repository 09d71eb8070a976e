import { message } from '../../messages/message'
import type { GraphCollector } from '../collect/graphCollector'
import type { InputFile } from '../io/inputFile'
import { linesOf } from '../io/lineReader'
import { sifCells } from './sifCells'

/**
 * Reads the Simple Interaction Format (Cytoscape manual, "Supported Network File Formats"): a node, an interaction, and the
 * nodes at the other ends of so many directed edges; or a node alone.
 */
export function collectSif(file: InputFile, collector: GraphCollector): void {
  const hasTabs = file.text.includes('\t')
  collector.declaredColumns.predicate = 'interaction'
  const nodeOf = (id: string): number => {
    const code = collector.codeOfId(id)
    collector.ensureNode(code)
    return code
  }
  for (const { text } of linesOf(file)) {
    const [id, interaction, ...targets] = sifCells(text.replace(/^\ufeff/, ''), hasTabs)
    if (id === undefined) continue
    const source = nodeOf(id)
    if (interaction !== undefined && targets.length === 0)
      collector.repair('left out', `${id} ${interaction}`, message('formats', 'sifWithoutTarget'))
    for (const target of targets) {
      const row = collector.addEdge(source, nodeOf(target), 'directed')
      collector.edges.column('interaction').setText(row, interaction!)
    }
  }
}
