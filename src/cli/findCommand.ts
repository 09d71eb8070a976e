import { searchNodes } from '../analysis/search/searchNodes'
import { nodeRowIndex } from '../model/graph'
import { nodeRecordAt } from '../model/rowRecords'
import { defineCommand } from './cliCommand'
import { graphArgument, loadGraph } from './loadGraph'

const maxHits = 20

export const findCommand = defineCommand({
  name: 'find',
  arguments: [{ name: 'TEXT', required: true }, graphArgument],
  options: {},
  summary: 'find nodes by label, alias or Japanese name, also inside words and with typos; exit status 1 if none match',
  async run({ positionals: [text, ...paths] }, environment) {
    const graph = await loadGraph(paths, environment)
    const hits = searchNodes(graph, text!, maxHits)
    for (const { node, name } of hits) {
      const { label, type } = nodeRecordAt(graph, nodeRowIndex(graph).get(node)!)
      environment.writeOut(`${node}  ${label}${name === label ? '' : ` (${name})`}, ${type}\n`)
    }
    if (hits.length === 0) environment.writeError(`no node matches "${text}"\n`)
    return hits.length > 0 ? 0 : 1
  },
})
