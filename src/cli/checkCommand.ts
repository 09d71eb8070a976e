import { resolve } from 'node:path'
import { formatDatasetFault } from '../formats/dataset/datasetFault'
import type { CliCommand } from './cliCommand'
import { countText, graphCountsText } from './countText'
import { readDatasetFolder } from './readDatasetFolder'

export const checkCommand: CliCommand = {
  name: 'check',
  usage: '[DIR]',
  summary: 'all faults of a data set with their places; status 1 where there are any',
  run([folder], { cwd, bundledFolder: bundled, writeOut: out }) {
    const read = readDatasetFolder(folder === undefined ? bundled : resolve(cwd, folder))
    if ('faults' in read) {
      out(`${read.faults.map(formatDatasetFault).join('\n')}\n${countText(read.faults.length, 'fault')}\n`)
      return 1
    }
    out(`${read.graph.about.title}: 0 faults; ${graphCountsText(read.graph)}\n`)
    return 0
  },
}
