import { textsEn } from '../messages/texts.en'
import { parseArgs } from 'node:util'
import { expectationStatusLabels } from '../scene/issues/expectations'
import { issueCounts, issueLists, issuesInList } from '../scene/issues/issueLists'
import { UsageFault, type CliCommand } from './cliCommand'
import { loadGraph } from './loadGraph'

const names = issueLists.map(({ id }) => id)

export const issuesCommand: CliCommand = {
  name: 'ledger',
  usage: `[FILE|DIR] [--list ${names.join('|')}] [--date YYYY-MM-DD]`,
  summary: 'worklists of what is unclear: their counts, or the rows of one; --date says what is due by when',
  async run(args, world) {
    const { values, positionals } = parsed(args)
    const today = values.date ?? world.today()
    if (!isDay(today)) throw new UsageFault(`--date: "${today}" is no day such as 2026-02-17`)
    const list = issueLists.find(({ id }) => id === values.list)
    if (values.list !== undefined && !list) throw new UsageFault(`--list takes one of ${names.join(', ')}`)
    const graph = await loadGraph(positionals[0], world)
    if (!list) {
      const counts = issueCounts(graph)
      for (const { id, label, what } of issueLists)
        world.writeOut(`${String(counts[id]).padStart(5)}  ${id.padEnd(12)}  ${label}: ${what}\n`)
      return 0
    }
    for (const { title, detail, expectationStatus: standing } of issuesInList(graph, list.id, {
      today,
      texts: textsEn,
    }))
      world.writeOut(
        `- ${standing ? `[${expectationStatusLabels[standing].toLowerCase()}] ` : ''}${title}${detail && `\n    ${detail}`}\n`,
      )
    return 0
  },
}

/** A day that the calendar has: 2026-02-30 and 2026-13-01 are none. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { list: { type: 'string' }, date: { type: 'string' } },
    })
  } catch (error) {
    throw new UsageFault(error instanceof Error ? error.message : String(error))
  }
}
