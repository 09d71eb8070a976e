import type { Texts } from '../../messages/texts.en'
import { edgeAgreementAt, figureAgreements, type Agreement } from '../../model/agreement'
import { categoryAt, rowsOfGroup, textAt } from '../../model/columns'
import { edgeDirections } from '../../model/enumerations'
import type { Graph } from '../../model/graph'
import {
  degrees,
  incomingEdges,
  outgoingEdges,
  figuresByNode,
  memoizeByGraph,
  statementsByEdge,
  statementsByFigure,
} from '../../model/graph'
import { lineStyleOfAgreement, lineStyles, type LineStyle } from '../../model/lineStyle'
import { labelInLanguage, nodeNamesAsWritten, textInLanguage } from '../../model/nodeNames'
import type { Node } from '../../model/records'
import { nodeRecordAt, predicatesById } from '../../model/rowRecords'
import { isRelationPredicate } from '../../model/predicates'
import { nodeCardAt, type NodeCard } from '../text/nodeCard'
import { statementDetails, type Evidence } from './statementEvidence'
import {
  edgeSentence,
  relationEnding,
  figurePredicateLabel,
  relationVerb,
  type SentencePart,
  type RelationPhrasing,
} from '../text/sentences'

/** One relation of a node: its sentence read from this node, the node at its other end, its line style and agreement. */
export interface RelationDetails {
  readonly id: string
  readonly row: number
  readonly sentence: readonly SentencePart[]
  readonly other: NodeCard
  readonly line: LineStyle
  readonly agreement: Agreement
}

/** The relations of a node with the same words: predicate, direction and polarity. */
export interface RelationGroup {
  readonly key: string
  readonly title: string
  /** Rows of the edge table, for `relationDetails`. */
  readonly edges: readonly number[]
}

/** One figure of a node with its statements. */
export interface StatedFigureDetails {
  readonly id: string
  readonly name: string
  readonly agreement: Agreement
  readonly statements: readonly Evidence[]
}

export interface NodeDetails {
  readonly card: NodeCard
  readonly node: Node
  /** The node's other names as people write them. */
  readonly names: readonly string[]
  /** The name shown is Japanese and the editors' own translation. */
  readonly isOurTranslation: boolean
  readonly summary: string | undefined
  readonly sectors: readonly NodeCard[]
  readonly places: readonly NodeCard[]
  readonly figures: readonly StatedFigureDetails[]
  readonly relations: readonly RelationGroup[]
  readonly degree: number
}

/** Everything that the inspector shows of a node. */
export function nodeDetails(graph: Graph, row: number, texts: Texts): NodeDetails {
  const node = nodeRecordAt(graph, row)
  const title = labelInLanguage(texts.language, node)
  return {
    card: nodeCardAt(graph, row, texts),
    node,
    names: nodeNamesAsWritten(node).filter((name) => name !== title && !isKanaWithoutSpaces(name, node)),
    isOurTranslation: texts.language === 'ja' && node.ja !== undefined && node.ja_translated === true,
    summary: textInLanguage(texts.language, node.summary, node.summary_ja),
    sectors: facetCards(graph, row, 'sector', texts),
    places: facetCards(graph, row, 'place', texts),
    figures: Array.from(rowsOfGroup(figuresByNode(graph), row), (figure) => figureDetails(graph, figure, texts)),
    relations: relationGroups(graph, row, texts),
    degree: degrees(graph)[row]!,
  }
}

/** Whether a name is the kana without their spaces, which only search needs. */
const isKanaWithoutSpaces = (name: string, { kana }: Node): boolean =>
  kana !== undefined && name !== kana && name === kana.replaceAll(' ', '')

/** One byte a predicate, 1 if the schema marks it as membership in a sector, or as location in a place. */
const facetCodes = memoizeByGraph((graph) => {
  const codesFor = (facet: 'sector' | 'place') =>
    Uint8Array.from(graph.edges.predicate.dictionary, (id) => {
      const declared = predicatesById(graph).get(id)
      return declared && isRelationPredicate(declared) && declared.facet === facet ? 1 : 0
    })
  return { sector: codesFor('sector'), place: codesFor('place') }
})

/** The sectors or places that a node belongs to by an edge that is not denied. */
function facetCards(graph: Graph, row: number, facet: 'sector' | 'place', texts: Texts): NodeCard[] {
  const marked = facetCodes(graph)[facet]
  if (!marked.includes(1)) return []
  const edges = rowsOfGroup(outgoingEdges(graph), row).filter(
    (edge) => marked[graph.edges.predicate.codes[edge]!] === 1,
  )
  return Array.from(edges).flatMap((edge) =>
    edgeAgreementAt(graph, edge).negative ? [] : nodeCardAt(graph, graph.edges.target[edge]!, texts),
  )
}

/** A figure with all of its statements. */
export function figureDetails(graph: Graph, figure: number, texts: Texts): StatedFigureDetails {
  return {
    id: textAt(graph.figures.id, figure),
    name: figurePredicateLabel(graph, categoryAt(graph.figures.predicate, figure) ?? '', texts),
    agreement: figureAgreements(graph)[figure]!,
    statements: Array.from(rowsOfGroup(statementsByFigure(graph), figure), (row) =>
      statementDetails(graph, row, texts),
    ),
  }
}

/** The statements behind an edge. */
export const evidenceOfEdge = (graph: Graph, edge: number, texts: Texts): Evidence[] =>
  Array.from(rowsOfGroup(statementsByEdge(graph), edge), (row) => statementDetails(graph, row, texts))

const directed = edgeDirections.indexOf('directed')

/** A node's edges in groups of one predicate, direction and polarity, outgoing edges first; within a group the surest first. */
export function relationGroups(graph: Graph, row: number, texts: Texts): RelationGroup[] {
  const groups = new Map<number, { key: string; title: string; edges: number[] }>()
  const { codes, dictionary } = graph.edges.predicate
  const add = (edge: number, inverse: boolean) => {
    const { negative } = edgeAgreementAt(graph, edge)
    const key = codes[edge]! * 4 + (inverse ? 2 : 0) + (negative ? 1 : 0)
    const group = groups.get(key)
    if (group) group.edges.push(edge)
    else
      groups.set(key, {
        ...groupHeading(graph, { id: dictionary[codes[edge]!] ?? '', inverse, negative, texts }),
        edges: [edge],
      })
  }
  const { source, direction } = graph.edges
  for (const edge of rowsOfGroup(outgoingEdges(graph), row)) add(edge, false)
  for (const edge of rowsOfGroup(incomingEdges(graph), row))
    if (source[edge] !== row) add(edge, direction[edge] === directed)
  return [...groups.values()].map((group) => ({ ...group, edges: surestFirst(graph, group.edges) }))
}

/** A group's key and the words that lead from the node to its neighbours; "…" takes a neighbour's place. */
function groupHeading(graph: Graph, phrasing: Omit<RelationPhrasing, 'predicate'>): { key: string; title: string } {
  const { id, inverse, negative } = phrasing
  const withPredicate = { ...phrasing, predicate: predicatesById(graph).get(id) }
  return {
    key: `${id} ${inverse ? 'in' : 'out'} ${negative ? 'not' : ''}`,
    title: [relationVerb(withPredicate), relationEnding(withPredicate)].filter(Boolean).join(' … '),
  }
}

/** Sorts edges by line style, surest first, then by row; by row alone in a graph without statements. */
function surestFirst(graph: Graph, edges: readonly number[]): readonly number[] {
  if (graph.statements.count === 0) return [...Uint32Array.from(edges).sort()]
  const rank = new Map(
    edges.map((edge) => [edge, lineStyles.indexOf(lineStyleOfAgreement(edgeAgreementAt(graph, edge)))]),
  )
  return edges.toSorted((one, other) => rank.get(one)! - rank.get(other)! || one - other)
}

/** One relation of a node, read from that node (`from`, its row). */
export function relationDetails(graph: Graph, edge: number, from: number, texts: Texts): RelationDetails {
  const { source, target } = graph.edges
  const otherEnd = source[edge] === from ? target[edge]! : source[edge]!
  const agreement = edgeAgreementAt(graph, edge)
  return {
    id: textAt(graph.edges.id, edge),
    row: edge,
    sentence: edgeSentence(graph, edge, texts, from),
    other: nodeCardAt(graph, otherEnd, texts),
    line: lineStyleOfAgreement(agreement),
    agreement,
  }
}
