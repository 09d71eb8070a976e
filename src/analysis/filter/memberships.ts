import { edgeAgreements } from '../../model/agreement'
import { NONE, textAt, type CategoryColumn, type ListColumn } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { isRelationPredicate } from '../../model/predicates'
import { predicatesById, nodeTypesById } from '../../model/rowRecords'
import { NO_VALUE } from './rowValues'

/** The family of each node, by its type; empty if the schema does not declare the type. */
export function nodeFamilyColumn(graph: Graph): CategoryColumn {
  const { codes, dictionary } = graph.nodes.type
  const families = dictionary.map((type) => nodeTypesById(graph).get(type)?.family ?? '')
  const distinct = [...new Set([...families, ''])]
  const codeOfType = Uint32Array.from(families, (family) => distinct.indexOf(family))
  const none = distinct.indexOf('')
  return {
    kind: 'category',
    codes: codes.map((code) => (code === NONE ? none : codeOfType[code]!)),
    dictionary: distinct,
  }
}

/** Families whose nodes are expected to have a sector and place; for other nodes, "none" would be noise. */
const familiesWithMembership = ['actor', 'project']

/** Whether any node may have a sector, or place: decided from the dictionaries, without reading rows. */
export const hasMembershipFacet = (graph: Graph, facet: 'sector' | 'place'): boolean =>
  graph.nodes.type.dictionary.some((type) => nodeTypesById(graph).get(type)?.family === facet) ||
  markedPredicates(graph, facet).includes(1)

/** The sectors, or places, of each node: the objects of the predicates that the schema marks, and the node itself if it is one. */
export function membershipColumn(graph: Graph, facet: 'sector' | 'place'): ListColumn {
  const { count } = graph.nodes
  const families = nodeFamilyColumn(graph)
  const expected = familiesWithMembership.map((family) => families.dictionary.indexOf(family))
  const own = families.dictionary.indexOf(facet)
  const edges = membershipEdges(graph, facet)
  if (own < 0 && edges.length === 0) return columnWithoutGroups(families, expected)
  const groups = Array.from<number[] | undefined>({ length: count })
  const join = (node: number, group: number) => {
    const joined = (groups[node] ??= [])
    if (!joined.includes(group)) joined.push(group)
  }
  if (own >= 0) for (let node = 0; node < count; node++) if (families.codes[node] === own) join(node, node)
  for (const edge of edges) join(graph.edges.source[edge]!, graph.edges.target[edge]!)
  return groupColumn(graph, groups, (node) => expected.includes(families.codes[node]!))
}

/** The column of a graph without groups: nodes that are expected to have one get `NO_VALUE`. */
function columnWithoutGroups({ codes }: CategoryColumn, expected: readonly number[]): ListColumn {
  const offsets = new Uint32Array(codes.length + 1)
  for (let node = 0; node < codes.length; node++)
    offsets[node + 1] = offsets[node]! + Number(expected.includes(codes[node]!))
  return { kind: 'list', codes: new Uint32Array(offsets[codes.length]!), offsets, dictionary: [NO_VALUE] }
}

/** Edges of the predicates that the schema marks, except denied ones. */
function membershipEdges(graph: Graph, facet: 'sector' | 'place'): number[] {
  const { predicate, count } = graph.edges
  const marked = markedPredicates(graph, facet)
  const found: number[] = []
  if (!marked.includes(1)) return found
  for (let edge = 0; edge < count; edge++) if (marked[predicate.codes[edge]!] === 1) found.push(edge)
  if (graph.statements.count === 0) return found
  const agreements = edgeAgreements(graph)
  return found.filter((edge) => !agreements[edge]!.negative)
}

/** One byte for each predicate of the edges, 1 if the schema marks it. */
const markedPredicates = (graph: Graph, facet: 'sector' | 'place'): Uint8Array =>
  Uint8Array.from(graph.edges.predicate.dictionary, (id) => {
    const declared = predicatesById(graph).get(id)
    return declared && isRelationPredicate(declared) && declared.facet === facet ? 1 : 0
  })

function groupColumn(
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

/** Type ids; the id of a family is replaced by all of its types, unless a type has the same id. */
export function typeIdsNamed({ schema: { types } }: Graph, values: readonly string[]): readonly string[] {
  const typeIds = new Set(types.map(({ id }) => id))
  return values.flatMap((value) => {
    const members = typeIds.has(value) ? [] : types.filter(({ family }) => family === value).map(({ id }) => id)
    return members.length > 0 ? members : [value]
  })
}
