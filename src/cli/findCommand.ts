import { searchNodes } from '../analysis/search/searchNodes'
import { nodeRows } from '../model/graph'
import { nodeAt } from '../model/rowRecords'
import { UsageFault, type Command } from './cliCommand'
import { graphFrom } from './loadGraph'

export const find: Command = {
  name: 'find',
  usage: 'TEXT [FILE|DIR]',
  summary: 'nodes by label, alias or Japanese name, also inside words and with a typo',
  async run([text, path], world) {
    if (!text) throw new UsageFault('find needs a text')
    const graph = await graphFrom(path, world)
    const hits = searchNodes(graph, text, 20)
    for (const { node, name } of hits) {
      const { label, type } = nodeAt(graph, nodeRows(graph).get(node)!)
      world.out(`${node}  ${label}${name === label ? '' : ` (${name})`}, ${type}\n`)
    }
    if (hits.length === 0) world.err(`nothing is called ${text}\n`)
    return hits.length > 0 ? 0 : 1
  },
}
