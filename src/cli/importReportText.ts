import { describeRepair, type ImportColumnReport, type ImportReport, type Repair } from '../model/importReport'
import { countText } from './countText'
import { englishText } from './englishText'

/** What was read, repaired and guessed, one line for each. */
export async function importReportText(report: ImportReport): Promise<string> {
  const { format, nodes, edges, repairs, guesses, gaps, columns } = report
  const lines = [
    `${format}: ${countText(nodes, 'node')}, ${countText(edges, 'edge')}`,
    ...(await Promise.all(repairs.map(repairText))),
    ...columns.flatMap(unparsedValuesLine),
    ...(await Promise.all([...guesses, ...gaps].map(englishText))),
  ]
  return `${lines.join('\n')}\n`
}

async function repairText(repair: Repair): Promise<string> {
  const examples = await Promise.all(repair.examples.map(englishText))
  const more = repair.count > examples.length ? ' ...' : ''
  const how = await englishText(repair.how)
  return `${await englishText(describeRepair(repair))} (${examples.join(', ')}${more}): ${how}`
}

function unparsedValuesLine({ of, name, kind, unparsed }: ImportColumnReport): string[] {
  if (!unparsed) return []
  const { count, example } = unparsed
  return [`${countText(count, 'value')} of the ${of} column "${name}" could not be read as ${kind}: "${example}"`]
}
