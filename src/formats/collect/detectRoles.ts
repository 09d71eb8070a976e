import { untypedNode } from './foreignFamilies'
import { message } from '../../messages/message'
import type { CategoryColumn } from '../../model/columns'
import { NONE } from '../../model/columns'
import { IdGenerator } from './idGenerator'
import type { ColumnRoleReport } from '../../model/importReport'
import type { GraphCollector, ColumnBuilders } from './graphCollector'
import type { ColumnBuilder } from './columnBuilder'

const typeNames = ['type', 'kind', 'category', 'class', 'node_type', 'labels', 'modularity_class']
/** Columns of communities are used if no column has a better name and most communities have several nodes. */
const communityNames = ['group', 'community', 'cluster']
const predicateNames = ['predicate', 'relation', 'relationship', 'type', 'kind', 'label', 'edge_type', 'interaction']
/** Columns with more distinct values are names or numbers, not types. */
const maxTypes = 300
/** Up to this many distinct values are types in a graph of any size; more must repeat four times on average. */
const fewTypes = 60

/** Ids made of the values of a column: the types of nodes, or the predicates of edges. */
export interface RoleColumn {
  readonly column: CategoryColumn
  /** The original text of each id. */
  readonly texts: readonly string[]
  /** The column that the ids come from; undefined if there is none. */
  readonly builder: ColumnBuilder | undefined
  /** The column that would be used if nothing were chosen. */
  readonly guess: ColumnBuilder | undefined
  /** Number of rows that have a value in the column. */
  readonly filledCount: number
}

/** The types of nodes: from the chosen column, else from the first column with a name for types and repeating values. */
export function detectNodeTypeColumn({
  nodes,
  nodeCount,
  choices,
  guesses,
  declaredColumns,
}: GraphCollector): RoleColumn {
  const fits = (builder: ColumnBuilder) => hasTypes(builder, nodeCount)
  const named = findColumn(nodes, [declaredColumns.type, ...typeNames], fits)
  const guess =
    named ?? findColumn(nodes, communityNames, (builder) => fits(builder) && hasCommunities(builder, nodeCount))
  if (guess && choices.type === undefined) guesses.push(message('files', 'typesFromColumn', { column: guess.name }))
  return roleColumn({ guess, builder: chosenColumn(nodes, choices.type, guess) }, nodeCount, untypedNode.label)
}

/** The predicates of edges, likewise; else the labels of edges if those repeat. `kept` are the rows of kept edges. */
export function detectPredicateColumn(collector: GraphCollector, kept?: Uint32Array): RoleColumn {
  const { edges, edgeCount, edgeLabels, choices, guesses, declaredColumns } = collector
  const fits = (builder: ColumnBuilder) => hasTypes(builder, edgeCount)
  const named = findColumn(edges, [declaredColumns.predicate, ...predicateNames], fits)
  const guess = named ?? (fits(edgeLabels) ? edgeLabels : undefined)
  if (guess && choices.predicate === undefined)
    guesses.push(
      guess === edgeLabels
        ? message('files', 'relationsFromEdgeLabels')
        : message('files', 'relationsFromColumn', { column: guess.name }),
    )
  const chosenLabels = choices.predicate === edgeLabels.name && !edges.all.has(edgeLabels.name) ? edgeLabels : undefined
  return roleColumn(
    { guess, builder: chosenLabels ?? chosenColumn(edges, choices.predicate, guess) },
    edgeCount,
    'related to',
    kept,
  )
}

function chosenColumn(
  { all }: ColumnBuilders,
  name: string | undefined,
  guess: ColumnBuilder | undefined,
): ColumnBuilder | undefined {
  if (name === undefined) return guess
  return name === '' ? undefined : (all.get(name) ?? guess)
}

/** The first column with one of these names, case-sensitively or not, that fits. */
function findColumn(
  { all }: ColumnBuilders,
  names: readonly (string | undefined)[],
  fits: (builder: ColumnBuilder) => boolean,
): ColumnBuilder | undefined {
  const byLowerCase = new Map([...all.values()].map((builder) => [builder.name.toLowerCase(), builder]))
  for (const name of names) {
    const builder = name === undefined ? undefined : (all.get(name) ?? byLowerCase.get(name))
    if (builder && fits(builder)) return builder
  }
  return undefined
}

/** Whether a column has values, and few enough distinct ones to be types. */
function hasTypes(builder: ColumnBuilder, rows: number): boolean {
  if (builder.chosenKind === 'skip' || builder.kind === 'list') return false
  const count = distinctCount(builder, rows)
  return count > 0 && count <= maxTypes && (count <= fewTypes || count <= rows / 4)
}

/** Whether a column has at least two values, with two rows each on average. */
function hasCommunities(builder: ColumnBuilder, rows: number): boolean {
  const count = distinctCount(builder, rows)
  return count > 1 && count <= rows / 2
}

/** Number of distinct values. Numbers are counted only up to one more than can be types. */
function distinctCount(builder: ColumnBuilder, rows: number): number {
  if (builder.kind !== 'number') return builder.distinctCount
  const values = new Set<number>()
  for (let row = 0; row < rows && values.size <= maxTypes; row++)
    if (builder.has(row)) values.add(builder.numbers.at(row))
  return values.size
}

/** Maximum number of rows that are tested for being types. */
const sampleSize = 10_000

/** Whether a column can be chosen for types or relations: few distinct values, and no fractions. */
function canBeRole(builder: ColumnBuilder, rows: number): boolean {
  if (builder.kind === 'list') return false
  const count = Math.min(rows, sampleSize)
  const values = distinctCount(builder, count)
  if (values === 0 || values > maxTypes) return false
  if (builder.kind === 'text') return true
  for (let row = 0; row < count; row++) if (builder.has(row) && !Number.isInteger(builder.numbers.at(row))) return false
  return true
}

/** Which columns give types, relations and labels, and which others could. */
export function roleReportsOf(
  collector: GraphCollector,
  types: RoleColumn,
  predicates: RoleColumn,
): readonly ColumnRoleReport[] {
  const { nodes, edges, nodeCount, edgeCount, labels, edgeLabels } = collector
  const candidates = ({ all }: ColumnBuilders, rows: number) =>
    [...all.values()].filter((builder) => canBeRole(builder, rows)).map(nameOf)
  const relations = candidates(edges, edgeCount)
  const labelsQualify = canBeRole(edgeLabels, edgeCount) && !edges.all.has(edgeLabels.name)
  return [
    { role: 'type', guess: types.guess?.name, own: false, columns: candidates(nodes, nodeCount) },
    {
      role: 'predicate',
      guess: predicates.guess?.name,
      own: false,
      columns: labelsQualify ? [edgeLabels.name, ...relations] : relations,
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

/** Makes ids of the values of a column. Rows without a value get the id of `fallback`. */
function roleColumn(
  { builder, guess }: Pick<RoleColumn, 'builder' | 'guess'>,
  rows: number,
  fallback: string,
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
  const codeOfValue = new Map<number, number>()
  let filledCount = 0
  for (let at = 0; at < length; at++) {
    const row = kept ? kept[at]! : at
    const key =
      !builder || !builder.has(row) ? NONE : builder.kind === 'number' ? builder.numbers.at(row) : builder.codes.at(row)
    let code = codeOfValue.get(key)
    if (code === undefined)
      codeOfValue.set(key, (code = numberOf(key === NONE ? fallback : builder!.textAt(row) || fallback)))
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
