import { buildGraph } from '../src/model/buildGraph'
import type { Graph } from '../src/model/graph'
import type { Node, Source, Statement } from '../src/model/records'
import type { Schema } from '../src/model/schema'
import type { Status } from '../src/model/enumerations'

const families = ['actor', 'project', 'policy', 'event', 'place', 'sector', 'idea']

/** A schema in which each family has one type of its own name, and predicates join anything. */
export const schema: Schema = {
  families: families.map((id) => ({ id, label: id })),
  types: families.map((id) => ({ id, family: id, label: id })),
  predicates: [
    { id: 'knows', label: 'knows', inverse: 'is known by', from: families, to: families },
    { id: 'in-sector', label: 'is in', inverse: 'has', from: families, to: ['sector'], facet: 'sector' },
    { id: 'located-in', label: 'is in', inverse: 'hosts', from: families, to: ['place'], facet: 'place' },
    { id: 'cost', label: 'Cost', from: families, value: 'money', single: true },
    { id: 'size', label: 'Size', from: families, value: 'quantity', single: true },
    { id: 'led-by', label: 'is led by', inverse: 'leads', from: families, to: families, single: true },
    { id: 'part-of', label: 'is part of', inverse: 'includes', from: families, to: families },
    { id: 'says', label: 'Words', from: families, value: 'text' },
  ],
}

export const sources: readonly Source[] = [
  { id: 'paper', title: 'Paper', kind: 'news' },
  { id: 'note', title: 'Note', kind: 'press-release' },
  { id: 'reprint', title: 'Reprint', kind: 'news', origin: 'note' },
]

/**
 * A graph from lines such as `ann knows bob expected paper`, `plant cost 33 estimated note` and `ann knows bob -reported paper`
 * (a minus before the status denies). A name's family stands behind a colon where it is first used: `plant:project`.
 */
export function graphOf(...lines: string[]): Graph {
  const nodes = new Map<string, Node>()
  const node = (word: string) => {
    const [id, type = 'actor'] = word.split(':')
    if (!nodes.has(id!)) nodes.set(id!, { id: id!, type, label: id! })
    return id!
  }
  const statements = lines.flatMap((line, index): Statement[] => {
    const [subject, predicate, object, status = 'reported', source = 'paper', date] = line.split(' ')
    const about = node(subject!)
    if (predicate === undefined) return []
    const amount = Number(object)
    return [
      {
        id: `s${index}`,
        subject: about,
        predicate,
        ...(Number.isNaN(amount) ? { object: node(object!) } : { value: { amount, unit: 'USD' } }),
        status: status.replace('-', '') as Status,
        ...(status.startsWith('-') ? { polarity: 'negative' as const } : {}),
        source,
        ...(date ? { date } : {}),
      },
    ]
  })
  return buildGraph({
    about: { id: 'sample', title: 'Sample' },
    schema,
    nodes: [...nodes.values()],
    statements,
    sources,
  })
}
