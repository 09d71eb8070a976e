import { disputesAbout } from '../model/disputes'
import type { Graph } from '../model/graph'
import { agreementBehind, bundlesOf, statementsBehind, titleOf } from '../scene/edgeOrFigure'
import { disputeNames, quarrelsAbout, voicesOf, type QuarrelSide } from '../scene/inspector/disputeDetails'
import type { Command } from './cliCommand'
import { graphFrom } from './loadGraph'

const verdicts = ['contested', 'changed', 'varies'] as const

export const contested: Command = {
  name: 'contested',
  usage: '[FILE|DIR]',
  summary:
    'edges and figures whose statements are contested, have changed or vary, with their sides and who takes them',
  async run([path], world) {
    const graph = await graphFrom(path, world)
    const bundles = bundlesOf(graph).map((bundle) => ({ bundle, verdict: agreementBehind(graph, bundle).verdict }))
    const before = new Set<string>()
    for (const verdict of verdicts) {
      const own = bundles.filter((each) => each.verdict === verdict)
      if (own.length > 0) world.out(`${verdict} (${own.length})\n`)
      for (const { bundle } of own) world.out(`${told(graph, bundle, before).join('\n')}\n`)
    }
    world.out(`${bundles.filter(({ verdict }) => verdict === 'contested').length} contested\n`)
    return 0
  },
}

type Bundle = Parameters<typeof titleOf>[1]

/**
 * A line for the edge or figure, and for each side what it says and who takes it. A recorded quarrel goes across edges and
 * figures: it is told where it comes first, and named where it comes again (`before` remembers).
 */
function told(graph: Graph, bundle: Bundle, before: Set<string>): string[] {
  const { corroboration, verdict } = agreementBehind(graph, bundle)
  const recorded = disputesAbout(graph, statementsBehind(graph, bundle)).map(({ id }) => id)
  const marks = [`${corroboration} ${corroboration === 1 ? 'origin' : 'origins'}`, ...recorded]
  const quarrels = quarrelsAbout(graph, bundle, 'en')
  return [
    `- ${titleOf(graph, bundle, 'en')} [${marks.join('; ')}]`,
    ...(verdict === 'contested' ? quarrels : []).flatMap(({ id, recorded, kind, title, sides }) => {
      const head = `    ${disputeNames[kind]}: ${title}`
      if (recorded && before.has(id)) return [`${head} (${id}, told above)`]
      before.add(id)
      return [head, ...sides.map((side) => `      ${side.says}: ${who(side)}`)]
    }),
  ]
}

/** "Donald Trump (announced, paper-1, paper-2); Kyodo (reported, paper-3)" */
const who = ({ statements }: QuarrelSide): string =>
  voicesOf(statements.map(({ evidence }) => evidence))
    .map(({ asserter, statusName, evidence }) => {
      const documents = new Set(evidence.map(({ source }) => source.id))
      return `${asserter.name} (${[statusName, ...documents].join(', ')})`
    })
    .join('; ')
