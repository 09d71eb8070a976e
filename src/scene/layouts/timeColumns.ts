import { NONE, textAt } from '../../model/columns'
import { memoizeByGraph, type Graph } from '../../model/graph'
import { epochDayOf, timeColumnKind } from '../../model/timeColumn'
import type { Texts } from '../../messages/texts.en'

/** What the timeline can be laid out by: a column of the file, or one of the two that statements give. */
type TimeColumn =
  | { readonly id: 'held' | 'known'; readonly kind: 'date' }
  /** `id` is the name of the file's column with an @ in front, as in the address. */
  | { readonly id: `@${string}`; readonly kind: 'date' | 'number' }

/** A day or a number for each node, NaN where it has none. Days are counted from 1 January 1970. */
type TimeValues = Float64Array

/** Every column of a graph that the timeline can be laid out by, dates before numbers. */
export const timeColumns = memoizeByGraph((graph): readonly TimeColumn[] => {
  const statementColumns = (graph.statements.count === 0 ? [] : (['held', 'known'] as const))
    .filter((id) => timeValuesByNode(graph, id).some((each) => !Number.isNaN(each)))
    .map((id): TimeColumn => ({ id, kind: 'date' }))
  const fileColumns = [...graph.nodes.attributes].flatMap(([name, column]): TimeColumn[] => {
    const kind = timeColumnKind(name, column)
    return kind ? [{ id: `@${name}`, kind }] : []
  })
  return [
    ...statementColumns,
    ...fileColumns.filter(({ kind }) => kind === 'date'),
    ...fileColumns.filter(({ kind }) => kind === 'number'),
  ]
})

/** What a time column is called; a file's column goes by its name. */
export const timeColumnLabel = ({ id }: TimeColumn, { layouts }: Texts): string =>
  id === 'held' || id === 'known' ? layouts.timeColumns[id] : id.slice(1)

const valuesByColumn = memoizeByGraph(() => new Map<string, TimeValues>())

/** The values of a time column by node row; all NaN if the graph has no such column. Computed once. */
export function timeValuesByNode(graph: Graph, id: string): TimeValues {
  const cached = valuesByColumn(graph).get(id)
  if (cached) return cached
  const values =
    id === 'held' ? firstHeldDays(graph) : id === 'known' ? firstPublishedDays(graph) : fileColumnValues(graph, id)
  valuesByColumn(graph).set(id, values)
  return values
}

function fileColumnValues(graph: Graph, id: string): TimeValues {
  const column = id.startsWith('@') ? graph.nodes.attributes.get(id.slice(1)) : undefined
  const { count } = graph.nodes
  if (!column || column.kind === 'list') return new Float64Array(count).fill(NaN)
  if (column.kind === 'number') return column.values.map((value) => (Number.isFinite(value) ? value : NaN))
  if (column.kind === 'text') return Float64Array.from({ length: count }, (_, row) => epochDayOf(textAt(column, row)))
  const days = column.dictionary.map(epochDayOf)
  return Float64Array.from(column.codes, (code) => (code === NONE ? NaN : days[code]!))
}

/** The earliest day of the statements about each node; if there are none, of the statements that it is the object of. */
function firstHeldDays(graph: Graph): TimeValues {
  const { statements, edges, figures } = graph
  const first = new Float64Array(graph.nodes.count).fill(NaN)
  const firstAsObject = first.slice()
  for (let row = 0; row < statements.count; row++) {
    const edge = statements.edge[row]!
    // A figure may have a date as its value, which says more than the date that it holds at.
    const dayOfValue = edge === NONE ? epochDayOf(textAt(statements.value.text, row)) : NaN
    const day = Number.isNaN(dayOfValue) ? epochDayOf(textAt(statements.date, row)) : dayOfValue
    if (edge === NONE) setIfEarlier(first, figures.subject[statements.figure[row]!]!, day)
    else {
      setIfEarlier(first, edges.source[edge]!, day)
      setIfEarlier(firstAsObject, edges.target[edge]!, day)
    }
  }
  return first.map((day, node) => (Number.isNaN(day) ? firstAsObject[node]! : day))
}

/** The day of the earliest document with a statement about each node. */
function firstPublishedDays(graph: Graph): TimeValues {
  const { statements, edges, figures, sources } = graph
  const days = sources.map(({ date }) => epochDayOf(date ?? ''))
  const first = new Float64Array(graph.nodes.count).fill(NaN)
  for (let row = 0; row < statements.count; row++) {
    const edge = statements.edge[row]!
    const day = days[statements.source[row]!]!
    const ends =
      edge === NONE ? [figures.subject[statements.figure[row]!]!] : [edges.source[edge]!, edges.target[edge]!]
    for (const end of ends) setIfEarlier(first, end, day)
  }
  return first
}

function setIfEarlier(values: TimeValues, node: number, day: number): void {
  if (day < values[node]! || (Number.isNaN(values[node]) && !Number.isNaN(day))) values[node] = day
}
