import { NONE, textAt } from '../../model/columns'
import { memoizeByGraph, type Graph } from '../../model/graph'
import { epochDayOf, timeColumnKind } from '../../model/timeColumn'

/** What nodes can be laid out along. */
interface TimeColumn {
  /** As the address has it; columns of a file carry an @. */
  readonly id: string
  readonly label: string
  readonly kind: 'date' | 'number'
}

/** A day or a number for each node; NaN where it has none. Days are counted from 1 January 1970. */
type TimeValues = Float64Array

/** Every column of a graph that places in time can come from, dates before numbers. */
export const timeColumns = memoizeByGraph((graph): readonly TimeColumn[] => {
  const own: TimeColumn[] = [
    { id: 'held', label: 'when it holds, or happened', kind: 'date' },
    { id: 'known', label: 'when it was first written of', kind: 'date' },
  ]
  const said = graph.statements.count === 0 ? [] : own
  const told = said.filter(({ id }) => timeValuesByNode(graph, id).some((each) => !Number.isNaN(each)))
  const brought = [...graph.nodes.attributes].flatMap(([name, column]): TimeColumn[] => {
    const kind = timeColumnKind(name, column)
    return kind ? [{ id: `@${name}`, label: name, kind }] : []
  })
  const dates = brought.filter(({ kind }) => kind === 'date')
  return [...told, ...dates, ...brought.filter(({ kind }) => kind === 'number')]
})

const valuesByColumn = memoizeByGraph(() => new Map<string, TimeValues>())

/** The time values of a column, by node row; none for a column that the graph has not. Computed once. */
export function timeValuesByNode(graph: Graph, id: string): TimeValues {
  const known = valuesByColumn(graph).get(id)
  if (known) return known
  const values = id === 'held' ? firstHeldDays(graph) : id === 'known' ? firstPublishedDays(graph) : brought(graph, id)
  valuesByColumn(graph).set(id, values)
  return values
}

function brought(graph: Graph, id: string): TimeValues {
  const column = id.startsWith('@') ? graph.nodes.attributes.get(id.slice(1)) : undefined
  const { count } = graph.nodes
  if (!column || column.kind === 'list') return new Float64Array(count).fill(NaN)
  if (column.kind === 'number') return column.values.map((value) => (Number.isFinite(value) ? value : NaN))
  if (column.kind === 'text') return Float64Array.from({ length: count }, (_, row) => epochDayOf(textAt(column, row)))
  const days = column.dictionary.map(epochDayOf)
  return Float64Array.from(column.codes, (code) => (code === NONE ? NaN : days[code]!))
}

/** The first day of anything that is said of a node; where nothing is, of anything that is said to it. */
function firstHeldDays(graph: Graph): TimeValues {
  const { statements, edges, figures } = graph
  const first = new Float64Array(graph.nodes.count).fill(NaN)
  const beside = first.slice()
  for (let row = 0; row < statements.count; row++) {
    const edge = statements.edge[row]!
    const own = textAt(statements.value.text, row)
    const said = edge === NONE ? epochDayOf(own) : NaN
    const day = Number.isNaN(said) ? epochDayOf(textAt(statements.date, row)) : said
    if (edge === NONE) earlier(first, figures.subject[statements.figure[row]!]!, day)
    else {
      earlier(first, edges.source[edge]!, day)
      earlier(beside, edges.target[edge]!, day)
    }
  }
  return first.map((day, node) => (Number.isNaN(day) ? beside[node]! : day))
}

/** The day of the first document that says anything of a node. */
function firstPublishedDays(graph: Graph): TimeValues {
  const { statements, edges, figures, sources } = graph
  const days = sources.map(({ date }) => epochDayOf(date ?? ''))
  const first = new Float64Array(graph.nodes.count).fill(NaN)
  for (let row = 0; row < statements.count; row++) {
    const edge = statements.edge[row]!
    const day = days[statements.source[row]!]!
    const ends =
      edge === NONE ? [figures.subject[statements.figure[row]!]!] : [edges.source[edge]!, edges.target[edge]!]
    for (const end of ends) earlier(first, end, day)
  }
  return first
}

function earlier(values: TimeValues, node: number, day: number): void {
  if (day < values[node]! || (Number.isNaN(values[node]) && !Number.isNaN(day))) values[node] = day
}
