import { NONE, textAt } from '../../model/columns'
import { perGraph, type Graph } from '../../model/graph'
import { dayOf, momentKind } from '../../model/timeColumn'

/** What nodes can be laid out along. */
export interface TimeColumn {
  /** As the address has it; columns of a file carry an @. */
  readonly id: string
  readonly label: string
  readonly kind: 'date' | 'number'
}

/** A day or a number for each node; NaN where it has none. Days are counted from 1 January 1970. */
export type Moments = Float64Array

/** Every column of a graph that places in time can come from, dates before numbers. */
export const timeColumns = perGraph((graph): readonly TimeColumn[] => {
  const own: TimeColumn[] = [
    { id: 'held', label: 'when it holds, or happened', kind: 'date' },
    { id: 'known', label: 'when it was first written of', kind: 'date' },
  ]
  const said = graph.statements.count === 0 ? [] : own
  const told = said.filter(({ id }) => momentsOf(graph, id).some((each) => !Number.isNaN(each)))
  const brought = [...graph.nodes.attributes].flatMap(([name, column]): TimeColumn[] => {
    const kind = momentKind(name, column)
    return kind ? [{ id: `@${name}`, label: name, kind }] : []
  })
  const dates = brought.filter(({ kind }) => kind === 'date')
  return [...told, ...dates, ...brought.filter(({ kind }) => kind === 'number')]
})

const known = perGraph(() => new Map<string, Moments>())

/** The moments of a column, by node row; none for a column that the graph has not. Computed once. */
export function momentsOf(graph: Graph, id: string): Moments {
  const kept = known(graph).get(id)
  if (kept) return kept
  const moments = id === 'held' ? held(graph) : id === 'known' ? published(graph) : brought(graph, id)
  known(graph).set(id, moments)
  return moments
}

function brought(graph: Graph, id: string): Moments {
  const column = id.startsWith('@') ? graph.nodes.attributes.get(id.slice(1)) : undefined
  const { count } = graph.nodes
  if (!column || column.kind === 'list') return new Float64Array(count).fill(NaN)
  if (column.kind === 'number') return column.values.map((value) => (Number.isFinite(value) ? value : NaN))
  if (column.kind === 'text') return Float64Array.from({ length: count }, (_, row) => dayOf(textAt(column, row)))
  const days = column.dictionary.map(dayOf)
  return Float64Array.from(column.codes, (code) => (code === NONE ? NaN : days[code]!))
}

/** The first day of anything that is said of a node; where nothing is, of anything that is said to it. */
function held(graph: Graph): Moments {
  const { statements, edges, figures } = graph
  const first = new Float64Array(graph.nodes.count).fill(NaN)
  const beside = first.slice()
  for (let row = 0; row < statements.count; row++) {
    const edge = statements.edge[row]!
    const own = textAt(statements.value.text, row)
    const said = edge === NONE ? dayOf(own) : NaN
    const day = Number.isNaN(said) ? dayOf(textAt(statements.date, row)) : said
    if (edge === NONE) earlier(first, figures.subject[statements.figure[row]!]!, day)
    else {
      earlier(first, edges.source[edge]!, day)
      earlier(beside, edges.target[edge]!, day)
    }
  }
  return first.map((day, node) => (Number.isNaN(day) ? beside[node]! : day))
}

/** The day of the first document that says anything of a node. */
function published(graph: Graph): Moments {
  const { statements, edges, figures, sources } = graph
  const days = sources.map(({ date }) => dayOf(date ?? ''))
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

function earlier(moments: Moments, node: number, day: number): void {
  if (day < moments[node]! || (Number.isNaN(moments[node]) && !Number.isNaN(day))) moments[node] = day
}
