import type { CategoryColumn } from '../../model/columns'
import { NONE } from '../../model/columns'
import { IdGenerator } from './idGenerator'
import type { ColumnRoleReport } from '../../model/importReport'
import type { GraphCollector, ColumnBuilders } from './graphCollector'
import type { ColumnBuilder } from './columnBuilder'

const typeNames = ['type', 'kind', 'category', 'class', 'node_type', 'labels', 'modularity_class']
/** Columns of communities serve where none has a better name, if there are several that hold more than one node. */
const communityNames = ['group', 'community', 'cluster']
const predicateNames = ['predicate', 'relation', 'relationship', 'type', 'kind', 'label', 'edge_type', 'interaction']
/** More different values than this are no types: they are names, or numbers. */
const most = 300
const few = 60

/** Ids made of the values of one column, row by row. */
export interface RoleColumn {
  readonly column: CategoryColumn
  /** What the file called each id. */
  readonly texts: readonly string[]
  /** The column that says so; undefined where none does. */
  readonly builder: ColumnBuilder | undefined
  /** The same where nothing is chosen. */
  readonly guess: ColumnBuilder | undefined
  /** Rows that say it themselves. */
  readonly filledCount: number
}

/** The types of nodes: from the column that was chosen, else the first whose name means a type and whose values repeat. */
export function detectNodeTypes({ nodes, nodeCount, choices, guesses, declaredColumns }: GraphCollector): RoleColumn {
  const fits = (builder: ColumnBuilder) => fitting(builder, nodeCount)
  const named = guessed(nodes, [declaredColumns.type, ...typeNames], fits)
  const guess = named ?? guessed(nodes, communityNames, (builder) => fits(builder) && divides(builder, nodeCount))
  if (guess && choices.type === undefined) guesses.push(`The column "${guess.name}" gives the types of nodes.`)
  return roleOf({ guess, builder: chosenIn(nodes, choices.type, guess) }, nodeCount, 'node')
}

/** The predicates of edges, likewise; else their labels, where those repeat. */
export function detectPredicates(collector: GraphCollector, kept?: Uint32Array): RoleColumn {
  const { edges, edgeCount, edgeLabels, choices, guesses, declaredColumns } = collector
  const fits = (builder: ColumnBuilder) => fitting(builder, edgeCount)
  const named = guessed(edges, [declaredColumns.predicate, ...predicateNames], fits)
  const guess = named ?? (fits(edgeLabels) ? edgeLabels : undefined)
  if (guess && choices.predicate === undefined)
    guesses.push(`${guess === edgeLabels ? 'The label of an edge' : `The column "${guess.name}"`} names the relation.`)
  const own = choices.predicate === edgeLabels.name && !edges.all.has(edgeLabels.name) ? edgeLabels : undefined
  return roleOf({ guess, builder: own ?? chosenIn(edges, choices.predicate, guess) }, edgeCount, 'related to', kept)
}

function chosenIn(
  { all }: ColumnBuilders,
  name: string | undefined,
  guess: ColumnBuilder | undefined,
): ColumnBuilder | undefined {
  if (name === undefined) return guess
  return name === '' ? undefined : (all.get(name) ?? guess)
}

/** The first column of one of these names, as it stands or in small letters, that fits. */
function guessed(
  { all }: ColumnBuilders,
  names: readonly (string | undefined)[],
  fits: (builder: ColumnBuilder) => boolean,
): ColumnBuilder | undefined {
  const small = new Map([...all.values()].map((builder) => [builder.name.toLowerCase(), builder]))
  for (const name of names) {
    const builder = name === undefined ? undefined : (all.get(name) ?? small.get(name))
    if (builder && fits(builder)) return builder
  }
  return undefined
}

/** Whether the column has values, and few enough different ones. */
function fitting(builder: ColumnBuilder, rows: number): boolean {
  if (builder.chosenKind === 'skip' || builder.kind === 'list') return false
  const values = different(builder, rows)
  return values > 0 && values <= most && (values <= few || values <= rows / 4)
}

/** Whether there are several values, of which most stand in more than one row. */
function divides(builder: ColumnBuilder, rows: number): boolean {
  const values = different(builder, rows)
  return values > 1 && values <= rows / 2
}

/** Number of different values; of numbers, no more than can be types are counted. */
function different(builder: ColumnBuilder, rows: number): number {
  if (builder.kind !== 'number') return builder.distinctCount
  const values = new Set<number>()
  for (let row = 0; row < rows && values.size <= most; row++) if (builder.has(row)) values.add(builder.numbers.at(row))
  return values.size
}

/** So many rows tell whether numbers can be types. */
const glance = 10_000

/** Whether a column can give types or relations where a person wants it to: few values, and no measurements. */
function serves(builder: ColumnBuilder, rows: number): boolean {
  if (builder.kind === 'list') return false
  const some = Math.min(rows, glance)
  const values = different(builder, some)
  if (values === 0 || values > most) return false
  if (builder.kind === 'text') return true
  for (let row = 0; row < some; row++) if (builder.has(row) && !Number.isInteger(builder.numbers.at(row))) return false
  return true
}

/** What columns were taken for, and which others could be. */
export function roleReportsOf(
  collector: GraphCollector,
  types: RoleColumn,
  predicates: RoleColumn,
): readonly ColumnRoleReport[] {
  const { nodes, edges, nodeCount, edgeCount, labels, edgeLabels } = collector
  const can = ({ all }: ColumnBuilders, rows: number) =>
    [...all.values()].filter((builder) => serves(builder, rows)).map(nameOf)
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
      own: labels.distinctCount > 0,
      columns: [...nodes.all.values()]
        .filter((builder) => builder.kind === 'number' || builder.distinctCount > 0)
        .map(nameOf),
    },
  ]
}

const nameOf = ({ name }: ColumnBuilder): string => name

function roleOf(
  { builder, guess }: Pick<RoleColumn, 'builder' | 'guess'>,
  rows: number,
  otherwise: string,
  kept?: Uint32Array,
): RoleColumn {
  const ids = new IdGenerator()
  const order = new Map<string, number>()
  const numberOf = (text: string): number => {
    const id = ids.idFor(text)
    if (!order.has(id)) order.set(id, order.size)
    return order.get(id)!
  }
  const length = kept?.length ?? rows
  const codes = new Uint32Array(length)
  const known = new Map<number, number>()
  let filledCount = 0
  for (let at = 0; at < length; at++) {
    const row = kept ? kept[at]! : at
    const key =
      !builder || !builder.has(row) ? NONE : builder.kind === 'number' ? builder.numbers.at(row) : builder.codes.at(row)
    let code = known.get(key)
    if (code === undefined)
      known.set(key, (code = numberOf(key === NONE ? otherwise : builder!.textAt(row) || otherwise)))
    if (key !== NONE) filledCount++
    codes[at] = code
  }
  const all = ids.entries
  return {
    column: { kind: 'category', codes, dictionary: all.map(({ id }) => id) },
    texts: all.map(({ text }) => text),
    builder,
    guess,
    filledCount,
  }
}
