import { searchNodes } from '../analysis/search/searchNodes'
import { nodeRowById } from '../model/graph'
import { nodeRecordAt } from '../model/rowRecords'
import { UsageFault, type CliCommand } from './cliCommand'
import { loadGraph } from './loadGraph'

export const findCommand: CliCommand = {
  name: 'find',
  usage: 'TEXT [FILE|DIR]',
  summary: 'nodes by label, alias or Japanese name, also inside words and with a typo',
  async run([text, path], world) {
    if (!text) throw new UsageFault('find needs a text')
    const graph = await loadGraph(path, world)
    const hits = searchNodes(graph, text, 20)
    for (const { node, name } of hits) {
      const { label, type } = nodeRecordAt(graph, nodeRowById(graph).get(node)!)
      world.writeOut(`${node}  ${label}${name === label ? '' : ` (${name})`}, ${type}\n`)
    }
    if (hits.length === 0) world.writeError(`nothing is called ${text}\n`)
    return hits.length > 0 ? 0 : 1
  },
}
