import type { Texts } from '../../messages/texts.en'
import { edgeAgreementAt, figureAgreements, type Agreement } from '../../model/agreement'
import { categoryAt, rowsOfGroup, textAt } from '../../model/columns'
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
import { labelInLanguage, allNodeNames } from '../../model/nodeNames'
import type { Node } from '../../model/records'
import { nodeRecordAt, predicatesById } from '../../model/rowRecords'
import { isRelationPredicate } from '../../model/predicates'
import { nodeCardAt, type NodeCard } from '../text/nodeCard'
import { evidenceOfStatement, type Evidence } from './statementEvidence'
import {
  edgeSentence,
  relationEnding,
  figurePredicateLabel,
  relationVerb,
  type SentencePart,
  type RelationPhrasing,
} from '../text/sentences'

/** One relation of a node: the sentence from this node, its other end, how it stands, and what stands behind it. */
export interface RelationDetails {
  readonly id: string
  readonly row: number
  readonly sentence: readonly SentencePart[]
  readonly other: NodeCard
  readonly line: LineStyle
  readonly agreement: Agreement
}

/** The relations of a node that read the same: predicate and direction. */
export interface RelationGroup {
  readonly key: string
  readonly title: string
  /** Rows of the edge table; `relationDetails` says what stands there. */
  readonly edges: readonly number[]
}

/** One figure of a node with its statements. */
export interface FigureDetails {
  readonly id: string
  readonly name: string
  readonly agreement: Agreement
  readonly statements: readonly Evidence[]
}

export interface NodeDetails {
  readonly card: NodeCard
  readonly node: Node
  /** Other names, without those that only lack diacritics. */
  readonly names: readonly string[]
  readonly summary: string | undefined
  readonly sectors: readonly NodeCard[]
  readonly places: readonly NodeCard[]
  readonly figures: readonly FigureDetails[]
  readonly relations: readonly RelationGroup[]
  readonly degree: number
}

/** Everything that the inspector says of a node. */
export function nodeDetails(graph: Graph, row: number, texts: Texts): NodeDetails {
  const node = nodeRecordAt(graph, row)
  const title = labelInLanguage(texts.language, node)
  return {
    card: nodeCardAt(graph, row, texts),
    node,
    names: allNodeNames(node).filter((name) => name !== title && isWritten(name, node)),
    summary: node.summary,
    sectors: facetCards(graph, row, 'sector', texts),
    places: facetCards(graph, row, 'place', texts),
    figures: Array.from(rowsOfGroup(figuresByNode(graph), row), (figure) => figureDetails(graph, figure, texts)),
    relations: relationGroups(graph, row, texts),
    degree: degrees(graph)[row]!,
  }
}

/** Whether a name is one that people write, and not a spelling that is there only so that search finds it. */
function isWritten(name: string, { label, ja, kana, acronym, aliases = [], family, given }: Node): boolean {
  const orders = family && given ? [`${family} ${given}`, `${given} ${family}`] : []
  return [label, ja, kana, acronym, ...aliases, ...orders].includes(name)
}

/** One byte a predicate, 1 where the schema marks it as membership in a sector or location in a place. */
const facetCodes = memoizeByGraph((graph) => {
  const of = (facet: 'sector' | 'place') =>
    Uint8Array.from(graph.edges.predicate.dictionary, (id) => {
      const declared = predicatesById(graph).get(id)
      return declared && isRelationPredicate(declared) && declared.facet === facet ? 1 : 0
    })
  return { sector: of('sector'), place: of('place') }
})

/** What the schema marks as membership or location. */
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

export function figureDetails(graph: Graph, figure: number, texts: Texts): FigureDetails {
  return {
    id: textAt(graph.figures.id, figure),
    name: figurePredicateLabel(graph, categoryAt(graph.figures.predicate, figure) ?? '', texts),
    agreement: figureAgreements(graph)[figure]!,
    statements: Array.from(rowsOfGroup(statementsByFigure(graph), figure), (row) =>
      evidenceOfStatement(graph, row, texts),
    ),
  }
}

/** The statements behind an edge. */
export const evidenceOfEdge = (graph: Graph, edge: number, texts: Texts): Evidence[] =>
  Array.from(rowsOfGroup(statementsByEdge(graph), edge), (row) => evidenceOfStatement(graph, row, texts))

/** A node's edges, out first, in groups of one predicate, direction and polarity; the surest edges first. */
export function relationGroups(graph: Graph, row: number, texts: Texts): RelationGroup[] {
  const groups = new Map<number, { key: string; title: string; edges: number[] }>()
  const { codes, dictionary } = graph.edges.predicate
  const add = (edge: number, inverse: boolean) => {
    const { negative } = edgeAgreementAt(graph, edge)
    const number = codes[edge]! * 4 + (inverse ? 2 : 0) + (negative ? 1 : 0)
    const known = groups.get(number)
    if (known) known.edges.push(edge)
    else
      groups.set(number, {
        ...groupOf(graph, { id: dictionary[codes[edge]!] ?? '', inverse, negative, texts }),
        edges: [edge],
      })
  }
  const symmetric = symmetricCodes(graph)
  for (const edge of rowsOfGroup(outgoingEdges(graph), row)) add(edge, false)
  for (const edge of rowsOfGroup(incomingEdges(graph), row))
    if (graph.edges.source[edge] !== row) add(edge, symmetric[codes[edge]!] !== 1)
  return [...groups.values()].map((group) => ({ ...group, edges: surestFirst(graph, group.edges) }))
}

function groupOf(graph: Graph, phrasing: Omit<RelationPhrasing, 'predicate'>): { key: string; title: string } {
  const { id, inverse, negative } = phrasing
  const whole = { ...phrasing, predicate: predicatesById(graph).get(id) }
  return {
    key: `${id} ${inverse ? 'in' : 'out'} ${negative ? 'not' : ''}`,
    title: [relationVerb(whole), relationEnding(whole)].filter(Boolean).join(' … '),
  }
}

/** One byte a predicate, 1 where it reads the same both ways. */
const symmetricCodes = memoizeByGraph((graph) =>
  Uint8Array.from(graph.edges.predicate.dictionary, (id) => {
    const declared = predicatesById(graph).get(id)
    return declared && isRelationPredicate(declared) && declared.symmetric === true ? 1 : 0
  }),
)

/** By the line that edges are drawn with; among equals, and without statements, in order. */
function surestFirst(graph: Graph, edges: readonly number[]): readonly number[] {
  if (graph.statements.count === 0) return [...Uint32Array.from(edges).sort()]
  const sureness = new Map(
    edges.map((edge) => [edge, lineStyles.indexOf(lineStyleOfAgreement(edgeAgreementAt(graph, edge)))]),
  )
  return edges.toSorted((one, other) => sureness.get(one)! - sureness.get(other)! || one - other)
}

/** One relation of a node, seen from that node's row. */
export function relationDetails(graph: Graph, edge: number, from: number, texts: Texts): RelationDetails {
  const { source, target } = graph.edges
  const end = source[edge] === from ? target[edge]! : source[edge]!
  const agreement = edgeAgreementAt(graph, edge)
  return {
    id: textAt(graph.edges.id, edge),
    row: edge,
    sentence: edgeSentence(graph, edge, texts, from),
    other: nodeCardAt(graph, end, texts),
    line: lineStyleOfAgreement(agreement),
    agreement,
  }
}
