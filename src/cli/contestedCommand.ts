import { textsEn } from '../messages/texts.en'
import { disputesMentioning } from '../model/disputes'
import type { Graph } from '../model/graph'
import {
  agreementOfEdgeOrFigure,
  statedEdgesAndFigures,
  statementsOfEdgeOrFigure,
  titleOfEdgeOrFigure,
} from '../scene/edgeOrFigure'
import {
  disputeKindLabels,
  disputeDetailsAbout,
  groupByAsserter,
  type DisputeSideDetails,
} from '../scene/inspector/disputeDetails'
import type { CliCommand } from './cliCommand'
import { loadGraph } from './loadGraph'

const verdicts = ['contested', 'changed', 'varies'] as const

export const contestedCommand: CliCommand = {
  name: 'contested',
  usage: '[FILE|DIR]',
  summary:
    'edges and figures whose statements are contested, have changed or vary, with their sides and who takes them',
  async run([path], world) {
    const graph = await loadGraph(path, world)
    const bundles = statedEdgesAndFigures(graph).map((bundle) => ({
      bundle,
      verdict: agreementOfEdgeOrFigure(graph, bundle).verdict,
    }))
    const before = new Set<string>()
    for (const verdict of verdicts) {
      const own = bundles.filter((each) => each.verdict === verdict)
      if (own.length > 0) world.writeOut(`${verdict} (${own.length})\n`)
      for (const { bundle } of own) world.writeOut(`${told(graph, bundle, before).join('\n')}\n`)
    }
    world.writeOut(`${bundles.filter(({ verdict }) => verdict === 'contested').length} contested\n`)
    return 0
  },
}

type Bundle = Parameters<typeof titleOfEdgeOrFigure>[1]

/**
 * A line for the edge or figure, and for each side what it says and who takes it. A recorded quarrel goes across edges and
 * figures: it is told where it comes first, and named where it comes again (`before` remembers).
 */
function told(graph: Graph, bundle: Bundle, before: Set<string>): string[] {
  const { corroboration, verdict } = agreementOfEdgeOrFigure(graph, bundle)
  const recorded = disputesMentioning(graph, statementsOfEdgeOrFigure(graph, bundle)).map(({ id }) => id)
  const marks = [`${corroboration} ${corroboration === 1 ? 'origin' : 'origins'}`, ...recorded]
  const quarrels = disputeDetailsAbout(graph, bundle, textsEn)
  return [
    `- ${titleOfEdgeOrFigure(graph, bundle, textsEn)} [${marks.join('; ')}]`,
    ...(verdict === 'contested' ? quarrels : []).flatMap(({ id, isRecorded: recorded, kind, title, sides }) => {
      const head = `    ${disputeKindLabels[kind]}: ${title}`
      if (recorded && before.has(id)) return [`${head} (${id}, told above)`]
      before.add(id)
      return [head, ...sides.map((side) => `      ${side.claim}: ${who(side)}`)]
    }),
  ]
}

/** "Donald Trump (announced, paper-1, paper-2); Kyodo (reported, paper-3)" */
const who = ({ statements }: DisputeSideDetails): string =>
  groupByAsserter(statements.map(({ evidence }) => evidence))
    .map(({ asserter, statusLabel: statusName, evidence }) => {
      const documents = new Set(evidence.map(({ source }) => source.id))
      return `${asserter.name} (${[statusName, ...documents].join(', ')})`
    })
    .join('; ')
