import { resolve } from 'node:path'
import { formatDatasetFault } from '../formats/dataset/datasetFault'
import { defineCommand } from './cliCommand'
import { countText, graphCountsText } from './countText'
import { readDatasetFolder } from './readDatasetFolder'

export const checkCommand = defineCommand({
  name: 'check',
  arguments: [{ name: 'DIR' }],
  options: {},
  summary: 'list every fault of a data set with its position; exit status 1 if there are any',
  run({ positionals: [folder] }, { cwd, bundledFolder, writeOut }) {
    const result = readDatasetFolder(folder === undefined ? bundledFolder : resolve(cwd, folder), folder)
    if ('faults' in result) {
      writeOut(`${result.faults.map(formatDatasetFault).join('\n')}\n${countText(result.faults.length, 'fault')}\n`)
      return 1
    }
    writeOut(`${result.graph.about.title}: 0 faults; ${graphCountsText(result.graph)}\n`)
    return 0
  },
})
