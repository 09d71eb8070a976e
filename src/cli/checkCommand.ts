import { resolve } from 'node:path'
import { printFault } from '../formats/dataset/datasetFault'
import type { Command } from './cliCommand'
import { amount, amountsIn } from './countText'
import { datasetIn } from './readDatasetFolder'

export const check: Command = {
  name: 'check',
  usage: '[DIR]',
  summary: 'all faults of a data set with their places; status 1 where there are any',
  run([folder], { cwd, bundled, out }) {
    const read = datasetIn(folder === undefined ? bundled : resolve(cwd, folder))
    if ('faults' in read) {
      out(`${read.faults.map(printFault).join('\n')}\n${amount(read.faults.length, 'fault')}\n`)
      return 1
    }
    out(`${read.graph.about.title}: 0 faults; ${amountsIn(read.graph)}\n`)
    return 0
  },
}
