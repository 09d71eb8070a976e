import type { CategoryColumn } from '../../model/columns'
import { NONE } from '../../model/columns'
import { Ids } from './idGenerator'
import type { RoleReport } from '../../model/importReport'
import type { Collector, Sinks } from './graphCollector'
import type { Sink } from './columnBuilder'

const typeNames = ['type', 'kind', 'category', 'class', 'node_type', 'labels', 'modularity_class']
/** Columns of communities serve where none has a better name, if there are several that hold more than one node. */
const communityNames = ['group', 'community', 'cluster']
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
  /** The same where nothing is chosen. */
  readonly guess: Sink | undefined
  /** Rows that say it themselves. */
  readonly said: number
}

/** The types of nodes: from the column that was chosen, else the first whose name means a type and whose values repeat. */
export function typesIn({ nodes, nodeCount, choices, guesses, told }: Collector): Role {
  const fits = (sink: Sink) => fitting(sink, nodeCount)
  const named = guessed(nodes, [told.type, ...typeNames], fits)
  const guess = named ?? guessed(nodes, communityNames, (sink) => fits(sink) && divides(sink, nodeCount))
  if (guess && choices.type === undefined) guesses.push(`The column "${guess.name}" gives the types of nodes.`)
  return roleOf({ guess, sink: chosenIn(nodes, choices.type, guess) }, nodeCount, 'node')
}

/** The predicates of edges, likewise; else their labels, where those repeat. */
export function predicatesIn(collector: Collector, kept?: Uint32Array): Role {
  const { edges, edgeCount, edgeLabels, choices, guesses, told } = collector
  const fits = (sink: Sink) => fitting(sink, edgeCount)
  const named = guessed(edges, [told.predicate, ...predicateNames], fits)
  const guess = named ?? (fits(edgeLabels) ? edgeLabels : undefined)
  if (guess && choices.predicate === undefined)
    guesses.push(`${guess === edgeLabels ? 'The label of an edge' : `The column "${guess.name}"`} names the relation.`)
  const own = choices.predicate === edgeLabels.name && !edges.all.has(edgeLabels.name) ? edgeLabels : undefined
  return roleOf({ guess, sink: own ?? chosenIn(edges, choices.predicate, guess) }, edgeCount, 'related to', kept)
}

function chosenIn({ all }: Sinks, name: string | undefined, guess: Sink | undefined): Sink | undefined {
  if (name === undefined) return guess
  return name === '' ? undefined : (all.get(name) ?? guess)
}

/** The first column of one of these names, as it stands or in small letters, that fits. */
function guessed(
  { all }: Sinks,
  names: readonly (string | undefined)[],
  fits: (sink: Sink) => boolean,
): Sink | undefined {
  const small = new Map([...all.values()].map((sink) => [sink.name.toLowerCase(), sink]))
  for (const name of names) {
    const sink = name === undefined ? undefined : (all.get(name) ?? small.get(name))
    if (sink && fits(sink)) return sink
  }
  return undefined
}

/** Whether the column has values, and few enough different ones. */
function fitting(sink: Sink, rows: number): boolean {
  if (sink.chosen === 'skip' || sink.kind === 'list') return false
  const values = different(sink, rows)
  return values > 0 && values <= most && (values <= few || values <= rows / 4)
}

/** Whether there are several values, of which most stand in more than one row. */
function divides(sink: Sink, rows: number): boolean {
  const values = different(sink, rows)
  return values > 1 && values <= rows / 2
}

/** Number of different values; of numbers, no more than can be types are counted. */
function different(sink: Sink, rows: number): number {
  if (sink.kind !== 'number') return sink.different
  const values = new Set<number>()
  for (let row = 0; row < rows && values.size <= most; row++) if (sink.has(row)) values.add(sink.numbers.at(row))
  return values.size
}

/** So many rows tell whether numbers can be types. */
const glance = 10_000

/** Whether a column can give types or relations where a person wants it to: few values, and no measurements. */
function serves(sink: Sink, rows: number): boolean {
  if (sink.kind === 'list') return false
  const some = Math.min(rows, glance)
  const values = different(sink, some)
  if (values === 0 || values > most) return false
  if (sink.kind === 'text') return true
  for (let row = 0; row < some; row++) if (sink.has(row) && !Number.isInteger(sink.numbers.at(row))) return false
  return true
}

/** What columns were taken for, and which others could be. */
export function rolesOf(collector: Collector, types: Role, predicates: Role): readonly RoleReport[] {
  const { nodes, edges, nodeCount, edgeCount, labels, edgeLabels } = collector
  const can = ({ all }: Sinks, rows: number) => [...all.values()].filter((sink) => serves(sink, rows)).map(nameOf)
  const relations = can(edges, edgeCount)
  const named = serves(edgeLabels, edgeCount) && !edges.all.has(edgeLabels.name)
  return [
    { role: 'type', guess: types.guess?.name, own: false, columns: can(nodes, nodeCount) },
    {
      role: 'predicate',
      guess: predicates.guess?.name,
      own: false,
      columns: named ? [edgeLabels.name, ...relations] : relations,
    },
    {
      role: 'label',
      own: labels.different > 0,
      columns: [...nodes.all.values()].filter((sink) => sink.kind === 'number' || sink.different > 0).map(nameOf),
    },
  ]
}

const nameOf = ({ name }: Sink): string => name

function roleOf(
  { sink, guess }: Pick<Role, 'sink' | 'guess'>,
  rows: number,
  otherwise: string,
  kept?: Uint32Array,
): Role {
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
    guess,
    said,
  }
}
