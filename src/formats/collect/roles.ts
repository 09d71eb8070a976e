import type { CategoryColumn } from '../../model/columns'
import { NONE } from '../../model/columns'
import { Ids } from '../foreignIds'
import type { Collector, Sinks } from './collector'
import type { Sink } from './sink'

const typeNames = ['type', 'kind', 'category', 'class', 'node_type', 'labels', 'modularity_class']
const predicateNames = ['predicate', 'relation', 'relationship', 'type', 'kind', 'label', 'edge_type', 'interaction']
/** More different values than this are no types: they are names, or numbers. */
const most = 300
const few = 60

/** Ids made of the values of one column, row by row. */
export interface Role {
  readonly column: CategoryColumn
  /** What the file called each id. */
  readonly texts: readonly string[]
  /** The column that says so; undefined where none does. */
  readonly sink: Sink | undefined
  /** Rows that say it themselves. */
  readonly said: number
}

/** The types of nodes: from the column that was chosen, else the first whose name means a type and whose values repeat. */
export function typesIn({ nodes, nodeCount, choices, guesses }: Collector): Role {
  const sink = chosenIn(nodes, choices.type) ?? guessed(nodes, typeNames, nodeCount)
  if (sink && choices.type === undefined) guesses.push(`The column "${sink.name}" gives the types of nodes.`)
  return roleOf(choices.type === '' ? undefined : sink, nodeCount, 'node')
}

/** The predicates of edges, likewise; else their labels, where those repeat. */
export function predicatesIn({ edges, edgeCount, edgeLabels, choices, guesses }: Collector, kept?: Uint32Array): Role {
  const sink =
    chosenIn(edges, choices.predicate) ?? guessed(edges, predicateNames, edgeCount) ?? fitting(edgeLabels, edgeCount)
  if (sink && choices.predicate === undefined)
    guesses.push(`${sink === edgeLabels ? 'The label of an edge' : `The column "${sink.name}"`} names the relation.`)
  return roleOf(choices.predicate === '' ? undefined : sink, edgeCount, 'related to', kept)
}

const chosenIn = ({ all }: Sinks, name: string | undefined): Sink | undefined =>
  name === undefined || name === '' ? undefined : all.get(name)

function guessed({ all }: Sinks, names: readonly string[], rows: number): Sink | undefined {
  const present = new Map([...all.values()].map((sink) => [sink.name.toLowerCase(), sink]))
  for (const name of names) {
    const sink = present.get(name)
    if (sink && fitting(sink, rows)) return sink
  }
  return undefined
}

/** The column, where it has values and few enough different ones. */
function fitting(sink: Sink, rows: number): Sink | undefined {
  if (sink.chosen === 'skip' || sink.kind === 'list') return undefined
  const different = sink.kind === 'number' ? differentNumbers(sink, rows) : sink.different
  return different > 0 && different <= most && (different <= few || different <= rows / 4) ? sink : undefined
}

function differentNumbers(sink: Sink, rows: number): number {
  const values = new Set<number>()
  for (let row = 0; row < rows && values.size <= most; row++) if (sink.has(row)) values.add(sink.numbers.at(row))
  return values.size
}

function roleOf(sink: Sink | undefined, rows: number, otherwise: string, kept?: Uint32Array): Role {
  const ids = new Ids()
  const order = new Map<string, number>()
  const numberOf = (text: string): number => {
    const id = ids.of(text)
    if (!order.has(id)) order.set(id, order.size)
    return order.get(id)!
  }
  const length = kept?.length ?? rows
  const codes = new Uint32Array(length)
  const known = new Map<number, number>()
  let said = 0
  for (let at = 0; at < length; at++) {
    const row = kept ? kept[at]! : at
    const key = !sink || !sink.has(row) ? NONE : sink.kind === 'number' ? sink.numbers.at(row) : sink.codes.at(row)
    let code = known.get(key)
    if (code === undefined) known.set(key, (code = numberOf(key === NONE ? otherwise : sink!.textAt(row) || otherwise)))
    if (key !== NONE) said++
    codes[at] = code
  }
  const all = ids.all
  return {
    column: { kind: 'category', codes, dictionary: all.map(({ id }) => id) },
    texts: all.map(({ text }) => text),
    sink,
    said,
  }
}
