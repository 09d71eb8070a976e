import { resolve } from 'node:path'
import { printFault } from '../formats/dataset/fault'
import type { Command } from './command'
import { datasetIn } from './files'

export const check: Command = {
  name: 'check',
  usage: '[DIR]',
  summary: 'all faults of a data set with their places; status 1 where there are any',
  run([folder], { cwd, bundled, out }) {
    const read = datasetIn(folder === undefined ? bundled : resolve(cwd, folder))
    if ('faults' in read) {
      out(`${read.faults.map(printFault).join('\n')}\n${read.faults.length} faults\n`)
      return 1
    }
    const { about, nodes, edges, figures, statements, sources } = read.graph
    out(
      `${about.title}: 0 faults; ${nodes.count} nodes, ${edges.count} edges, ${figures.count} figures, ` +
        `${statements.count} statements, ${sources.length} sources\n`,
    )
    return 0
  },
}
