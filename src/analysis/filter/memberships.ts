import { edgeAgreements } from '../../model/agreement'
import { NONE, textAt, type CategoryColumn, type ListColumn } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { isRelationPredicate } from '../../model/predicates'
import { predicatesById, nodeTypesById } from '../../model/rowRecords'
import { NO_VALUE } from './rowValues'

/** The family of each node by its type; empty where the schema does not know the type. */
export function nodeFamilyColumn(graph: Graph): CategoryColumn {
  const { codes, dictionary } = graph.nodes.type
  const families = dictionary.map((type) => nodeTypesById(graph).get(type)?.family ?? '')
  const different = [...new Set([...families, ''])]
  const ofType = Uint32Array.from(families, (family) => different.indexOf(family))
  const none = different.indexOf('')
  return { kind: 'category', codes: codes.map((code) => (code === NONE ? none : ofType[code]!)), dictionary: different }
}

/** Families whose nodes are expected to belong somewhere; of other nodes it would be noise to say that they do not. */
const classified = ['actor', 'project']

/** Whether anything may belong to a sector, or a place: asked of what the graph has words for, and not row by row. */
export const hasMembershipFacet = (graph: Graph, facet: 'sector' | 'place'): boolean =>
  graph.nodes.type.dictionary.some((type) => nodeTypesById(graph).get(type)?.family === facet) ||
  markedPredicates(graph, facet).includes(1)

/** Values of a membership (sector, place): the objects of the predicates that the schema marks, and the node itself. */
export function membershipColumn(graph: Graph, facet: 'sector' | 'place'): ListColumn {
  const { count } = graph.nodes
  const families = nodeFamilyColumn(graph)
  const expected = classified.map((family) => families.dictionary.indexOf(family))
  const own = families.dictionary.indexOf(facet)
  const edges = edgesOf(graph, facet)
  if (own < 0 && edges.length === 0) return nowhere(families, expected)
  const groups = Array.from<number[] | undefined>({ length: count })
  const join = (node: number, group: number) => {
    const known = (groups[node] ??= [])
    if (!known.includes(group)) known.push(group)
  }
  if (own >= 0) for (let node = 0; node < count; node++) if (families.codes[node] === own) join(node, node)
  for (const edge of edges) join(graph.edges.source[edge]!, graph.edges.target[edge]!)
  return listOf(graph, groups, (node) => expected.includes(families.codes[node]!))
}

/** Where there are no groups: nodes that should be in one are in none. */
function nowhere({ codes }: CategoryColumn, expected: readonly number[]): ListColumn {
  const offsets = new Uint32Array(codes.length + 1)
  for (let node = 0; node < codes.length; node++)
    offsets[node + 1] = offsets[node]! + Number(expected.includes(codes[node]!))
  return { kind: 'list', codes: new Uint32Array(offsets[codes.length]!), offsets, dictionary: [NO_VALUE] }
}

/** Edges of the predicates that the schema marks, without those that are denied. */
function edgesOf(graph: Graph, facet: 'sector' | 'place'): number[] {
  const { predicate, count } = graph.edges
  const marked = markedPredicates(graph, facet)
  const found: number[] = []
  if (!marked.includes(1)) return found
  for (let edge = 0; edge < count; edge++) if (marked[predicate.codes[edge]!] === 1) found.push(edge)
  if (graph.statements.count === 0) return found
  const agreements = edgeAgreements(graph)
  return found.filter((edge) => !agreements[edge]!.negative)
}

/** One byte for each predicate that edges have, 1 where the schema marks it. */
const markedPredicates = (graph: Graph, facet: 'sector' | 'place'): Uint8Array =>
  Uint8Array.from(graph.edges.predicate.dictionary, (id) => {
    const declared = predicatesById(graph).get(id)
    return declared && isRelationPredicate(declared) && declared.facet === facet ? 1 : 0
  })

function listOf(
  graph: Graph,
  groups: readonly (readonly number[] | undefined)[],
  isExpected: (node: number) => boolean,
): ListColumn {
  const codeOf = new Map<number, number>()
  const dictionary = [NO_VALUE]
  const offsets = new Uint32Array(groups.length + 1)
  const codes: number[] = []
  groups.forEach((own, node) => {
    for (const group of own ?? []) {
      let code = codeOf.get(group)
      if (code === undefined) {
        codeOf.set(group, (code = dictionary.length))
        dictionary.push(textAt(graph.nodes.id, group))
      }
      codes.push(code)
    }
    if (!own && isExpected(node)) codes.push(0)
    offsets[node + 1] = codes.length
  })
  return { kind: 'list', codes: Uint32Array.from(codes), offsets, dictionary }
}

/** Types by their ids; the name of a family, where no type is called so, stands for all of its types. */
export function typeIdsNamed({ schema: { types } }: Graph, values: readonly string[]): readonly string[] {
  const known = new Set(types.map(({ id }) => id))
  return values.flatMap((value) => {
    const own = known.has(value) ? [] : types.filter(({ family }) => family === value).map(({ id }) => id)
    return own.length > 0 ? own : [value]
  })
}
