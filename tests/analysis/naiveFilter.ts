import type { Filter, FilterClause, FilterTerm } from '../../src/analysis/filter/filter'

/** A graph as lists of texts, for an evaluator of filters that is slow and simple. */
export interface NaiveGraph {
  readonly nodes: readonly { readonly id: string; readonly type: string }[]
  readonly edges: readonly {
    readonly id: string
    readonly source: string
    readonly target: string
    readonly predicate: string
  }[]
  /** Predicates of figures, by node. */
  readonly figures: readonly { readonly subject: string; readonly predicate: string }[]
}

interface Passing {
  readonly node: (id: string) => boolean
  readonly edge: (id: string) => boolean
}

const everything = () => true

/** What a filter leaves: each step is evaluated on the graph of what the step above leaves, as if that were a file. */
export function naiveFilter(whole: NaiveGraph, filter: Filter): NaiveGraph {
  return filter.reduce((graph, { clause, off, whole: asksWhole }) => {
    if (off) return graph
    const { node, edge } = passing(asksWhole ? whole : graph, clause)
    const nodes = graph.nodes.filter(({ id }) => node(id))
    const left = new Set(nodes.map(({ id }) => id))
    const edges = graph.edges.filter(({ id, source, target }) => edge(id) && left.has(source) && left.has(target))
    return { nodes, edges, figures: graph.figures.filter(({ subject }) => left.has(subject)) }
  }, whole)
}

function passing(graph: NaiveGraph, clause: FilterClause): Passing {
  if (clause.kind === 'term') return passingTerm(graph, clause)
  if (clause.kind === 'not') return opposite(graph, clause.clause)
  const parts = clause.clauses.map((each) => passing(graph, each))
  const how = clause.kind === 'and' ? 'every' : 'some'
  return { node: (id) => parts[how]((part) => part.node(id)), edge: (id) => parts[how]((part) => part.edge(id)) }
}

/** "Not" of a group is the other group of what is not. */
function opposite(graph: NaiveGraph, clause: FilterClause): Passing {
  if (clause.kind === 'not') return passing(graph, clause.clause)
  if (clause.kind === 'and' || clause.kind === 'or')
    return passing(graph, {
      kind: clause.kind === 'and' ? 'or' : 'and',
      clauses: clause.clauses.map((each): FilterClause => ({ kind: 'not', clause: each })),
    })
  const matching = matchingEdges(graph, clause)
  if (matching) return { node: everything, edge: (id) => !matching.has(id) }
  const { node } = passingTerm(graph, clause)
  return { node: (id) => !node(id), edge: everything }
}

function passingTerm(graph: NaiveGraph, term: FilterTerm): Passing {
  const edges = matchingEdges(graph, term)
  if (!edges) {
    const nodes = reached(graph, matchingNodes(graph, term), term.reach)
    return { node: (id) => nodes.has(id), edge: everything }
  }
  const touched = new Set(
    graph.edges.filter(({ id }) => edges.has(id)).flatMap(({ source, target }) => [source, target]),
  )
  if (term.key === 'predicate')
    for (const { subject, predicate } of graph.figures) if (term.values.includes(predicate)) touched.add(subject)
  const nodes = reached(graph, touched, term.reach)
  return { node: (id) => nodes.has(id), edge: term.reach > 0 ? everything : (id) => edges.has(id) }
}

function reached({ edges }: NaiveGraph, from: ReadonlySet<string>, hops: number): ReadonlySet<string> {
  let found = new Set(from)
  for (let hop = 0; hop < hops; hop++)
    found = new Set([
      ...found,
      ...edges.flatMap(({ source, target }) => (found.has(source) ? [target] : found.has(target) ? [source] : [])),
    ])
  return found
}

/** The ids of the edges that match a term; undefined if the term is about nodes. */
function matchingEdges({ edges }: NaiveGraph, { key, values }: FilterTerm): ReadonlySet<string> | undefined {
  const yes = (is: boolean) => values.includes(is ? 'yes' : 'no')
  const matches = {
    predicate: ({ predicate }: NaiveGraph['edges'][number]) => values.includes(predicate),
    loop: ({ source, target }: NaiveGraph['edges'][number]) => yes(source === target),
    mutual: ({ source, target }: NaiveGraph['edges'][number]) =>
      yes(source !== target && edges.some((other) => other.source === target && other.target === source)),
  }[key]
  return matches && new Set(edges.filter(matches).map(({ id }) => id))
}

function matchingNodes(graph: NaiveGraph, { key, values }: FilterTerm): ReadonlySet<string> {
  const { nodes, edges } = graph
  const outOf = (id: string) => edges.filter(({ source }) => source === id).length
  const into = (id: string) => edges.filter(({ target }) => target === id).length
  const inRange = (number: number) => values.some((value) => isInRange(number, value))
  const matches: Record<string, (id: string, type: string) => boolean> = {
    node: (id) => values.includes(id),
    type: (_, type) => values.includes(type),
    degree: (id) => inRange(outOf(id) + into(id)),
    in: (id) => inRange(into(id)),
    out: (id) => inRange(outOf(id)),
    component: (id) =>
      inRange(componentOf(graph, id).size) ||
      (values.includes('largest') && componentOf(graph, id).has(firstOfLargest(graph)!)),
    core: (id) => values.some((value) => coreOf(graph, Number(value)).has(id)),
    isolated: (id) =>
      values.includes(edges.some(({ source, target }) => (source === id) !== (target === id)) ? 'no' : 'yes'),
  }
  return new Set(nodes.filter(({ id, type }) => matches[key]!(id, type)).map(({ id }) => id))
}

function isInRange(number: number, text: string): boolean {
  const [from, to = from] = text.split('..')
  if (text === 'largest') return false
  return number >= (from === '' ? -Infinity : Number(from)) && number <= (to === '' ? Infinity : Number(to))
}

const componentOf = (graph: NaiveGraph, id: string) => reached(graph, new Set([id]), graph.nodes.length)

const firstOfLargest = (graph: NaiveGraph): string | undefined => {
  const sizes = graph.nodes.map(({ id }) => componentOf(graph, id).size)
  return graph.nodes[sizes.indexOf(Math.max(...sizes))]?.id
}

/** The nodes that are left when all with fewer than k different neighbours are removed, again and again. */
function coreOf({ nodes, edges }: NaiveGraph, k: number): ReadonlySet<string> {
  let left = new Set(nodes.map(({ id }) => id))
  for (;;) {
    const stays = [...left].filter((id) => {
      const others = edges.flatMap(({ source, target }) => (source === id ? [target] : target === id ? [source] : []))
      return new Set(others.filter((other) => other !== id && left.has(other))).size >= k
    })
    if (stays.length === left.size) return left
    left = new Set(stays)
  }
}
