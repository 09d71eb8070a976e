import { textsEn } from '../messages/texts.en'
import { disputesMentioning } from '../model/disputes'
import type { Graph } from '../model/graph'
import {
  agreementOfEdgeOrFigure,
  statedEdgesAndFigures,
  statementsOfEdgeOrFigure,
  titleOfEdgeOrFigure,
} from '../scene/edgeOrFigure'
import { disputeDetailsAbout, groupByAsserter, type DisputeSideDetails } from '../scene/inspector/disputeDetails'
import { defineCommand } from './cliCommand'
import { countText } from './countText'
import { graphArgument, loadGraph } from './loadGraph'

const verdicts = ['contested', 'changed', 'varies'] as const

export const contestedCommand = defineCommand({
  name: 'contested',
  arguments: [graphArgument],
  options: {},
  summary:
    'list edges and figures whose statements are contested, have changed or vary, with each side and who takes it',
  async run({ positionals: paths }, environment) {
    const graph = await loadGraph(paths, environment)
    const all = statedEdgesAndFigures(graph).map((edgeOrFigure) => ({
      edgeOrFigure,
      verdict: agreementOfEdgeOrFigure(graph, edgeOrFigure).verdict,
    }))
    const printed = new Set<string>()
    for (const verdict of verdicts) {
      const matching = all.filter((each) => each.verdict === verdict)
      if (matching.length > 0) environment.writeOut(`${verdict} (${matching.length})\n`)
      for (const { edgeOrFigure } of matching)
        environment.writeOut(`${describe(graph, edgeOrFigure, printed).join('\n')}\n`)
    }
    environment.writeOut(`${all.filter(({ verdict }) => verdict === 'contested').length} contested\n`)
    return 0
  },
})

type EdgeOrFigure = Parameters<typeof titleOfEdgeOrFigure>[1]

/**
 * A line for the edge or figure, then each side of its disputes and who takes it. A recorded dispute may be about several
 * edges and figures: it is printed in full once, and later only named. `printed` collects the ids.
 */
function describe(graph: Graph, edgeOrFigure: EdgeOrFigure, printed: Set<string>): string[] {
  const { corroboration, verdict } = agreementOfEdgeOrFigure(graph, edgeOrFigure)
  const recorded = disputesMentioning(graph, statementsOfEdgeOrFigure(graph, edgeOrFigure)).map(({ id }) => id)
  const remarks = [countText(corroboration, 'independent source'), ...recorded]
  const disputes = verdict === 'contested' ? disputeDetailsAbout(graph, edgeOrFigure, textsEn) : []
  return [
    `- ${titleOfEdgeOrFigure(graph, edgeOrFigure, textsEn)} [${remarks.join('; ')}]`,
    ...disputes.flatMap(({ id, isRecorded, kind, title, sides }) => {
      const heading = `    ${textsEn.terms.disputeKinds[kind]}: ${title}`
      if (isRecorded && printed.has(id)) return [`${heading} (${id}, see above)`]
      printed.add(id)
      return [heading, ...sides.map((side) => `      ${side.claim}: ${asserterText(side)}`)]
    }),
  ]
}

/** "Donald Trump (announced, paper-1, paper-2); Kyodo (reported, paper-3)" */
const asserterText = ({ statements }: DisputeSideDetails): string =>
  groupByAsserter(statements.map(({ evidence }) => evidence))
    .map(({ asserter, statusLabel, evidence }) => {
      const documents = new Set(evidence.map(({ source }) => source.id))
      return `${asserter.name} (${[statusLabel, ...documents].join(', ')})`
    })
    .join('; ')
