import { disputesAbout } from '../model/disputes'
import type { Graph } from '../model/graph'
import { agreementBehind, bundlesOf, statementsBehind, titleOf } from '../scene/bundles'
import { disputeNames, quarrelsAbout } from '../scene/quarrels'
import type { Command } from './command'
import { graphFrom } from './input'

const verdicts = ['contested', 'changed', 'varies'] as const

export const contested: Command = {
  name: 'contested',
  usage: '[FILE|DIR]',
  summary:
    'edges and figures whose statements are contested, have changed or vary, with their sides and who takes them',
  async run([path], world) {
    const graph = await graphFrom(path, world)
    const bundles = bundlesOf(graph).map((bundle) => ({ bundle, verdict: agreementBehind(graph, bundle).verdict }))
    for (const verdict of verdicts) {
      const own = bundles.filter((each) => each.verdict === verdict)
      if (own.length > 0) world.out(`${verdict} (${own.length})\n`)
      for (const { bundle } of own) world.out(`${told(graph, bundle).join('\n')}\n`)
    }
    world.out(`${bundles.filter(({ verdict }) => verdict === 'contested').length} contested\n`)
    return 0
  },
}

type Bundle = Parameters<typeof titleOf>[1]

/** A line for the edge or figure, and for each side what it says and who takes it. */
function told(graph: Graph, bundle: Bundle): string[] {
  const { corroboration, verdict } = agreementBehind(graph, bundle)
  const recorded = disputesAbout(graph, statementsBehind(graph, bundle)).map(({ id }) => id)
  const marks = [`${corroboration} ${corroboration === 1 ? 'origin' : 'origins'}`, ...recorded]
  const quarrels = quarrelsAbout(graph, bundle, 'en')
  return [
    `- ${titleOf(graph, bundle, 'en')} [${marks.join('; ')}]`,
    ...(verdict === 'contested' ? quarrels : []).flatMap(({ kind, title, sides }) => [
      `    ${disputeNames[kind]}: ${title}`,
      ...sides.map(({ says, statements }) => {
        const who = statements.map(
          ({ evidence: { asserter, statusName, source } }) => `${asserter.name} (${statusName}, ${source.id})`,
        )
        return `      ${says}: ${[...new Set(who)].join('; ')}`
      }),
    ]),
  ]
}
