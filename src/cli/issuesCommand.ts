import { issuesEn } from '../messages/issues.en'
import { textsEn } from '../messages/texts.en'
import { issueCounts, issueLists, issuesInList } from '../scene/issues/issueLists'
import { defineCommand } from './cliCommand'
import { UsageFault } from './cliFaults'
import { graphArgument, loadGraph } from './loadGraph'

export const issuesCommand = defineCommand({
  name: 'issues',
  arguments: [graphArgument],
  options: {
    list: {
      kind: 'choice',
      value: 'LIST',
      choices: issueLists,
      summary: 'the list to print; without it, the number of issues in each list',
    },
    date: {
      kind: 'date',
      summary: 'with --list expectations: the day on which an expectation is judged to be due; today without it',
    },
  },
  summary: 'count open questions and unverified claims, or print one list of them',
  extraHelp: () => ['Lists:', ...issueLists.map((id) => `  ${id.padEnd(12)}  ${issuesEn.descriptions[id]}`)].join('\n'),
  async run({ values, positionals: paths }, environment) {
    const today = values.date ?? environment.today()
    if (values.date !== undefined && values.list !== 'expectations')
      throw new UsageFault('--date needs --list expectations')
    const list = issueLists.find((id) => id === values.list)
    const graph = await loadGraph(paths, environment)
    if (!list) {
      const counts = issueCounts(graph)
      for (const id of issueLists) {
        const text = `${issuesEn.lists[id]}: ${issuesEn.descriptions[id]}`
        environment.writeOut(`${String(counts[id]).padStart(5)}  ${id.padEnd(12)}  ${text}\n`)
      }
      return 0
    }
    const options = { today, texts: textsEn, issues: issuesEn }
    for (const { title, details, expectationStatus } of issuesInList(graph, list, options)) {
      const status = expectationStatus ? `[${textsEn.terms.expectationStatuses[expectationStatus].toLowerCase()}] ` : ''
      environment.writeOut(`- ${status}${title}${details.length > 0 ? `\n    ${details.join('; ')}` : ''}\n`)
    }
    return 0
  },
})
