import { figureAgreements, type Agreement } from '../../model/agreement'
import { categoryAt, groupAt, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { degrees, edgesIn, edgesOut, figuresOf, perGraph, statementsOfEdge, statementsOfFigure } from '../../model/graph'
import { lineOf, lines, type Line } from '../../model/lineStyle'
import { labelIn, namesOf, type Language } from '../../model/nodeNames'
import type { Node } from '../../model/records'
import { nodeAt, predicatesById } from '../../model/rowRecords'
import { isRelation } from '../../model/predicates'
import { agreementAt } from '../../model/edgeAgreement'
import { cardAt, type Card } from '../text/nodeCard'
import { evidenceOf, type Evidence } from './statementEvidence'
import { edgeSentence, ending, figureName, verb, type Piece, type Reading } from '../text/sentences'

/** One relation of a node: the sentence from this node, its other end, how it stands, and what stands behind it. */
export interface RelationRow {
  readonly id: string
  readonly row: number
  readonly sentence: readonly Piece[]
  readonly other: Card
  readonly line: Line
  readonly agreement: Agreement
}

/** The relations of a node that read the same: predicate and direction. */
export interface RelationGroup {
  readonly key: string
  readonly title: string
  /** Rows of the edge table; `relationRow` says what stands there. */
  readonly edges: readonly number[]
}

/** One figure of a node with its statements. */
export interface FigureRow {
  readonly id: string
  readonly name: string
  readonly agreement: Agreement
  readonly statements: readonly Evidence[]
}

export interface NodeSheet {
  readonly card: Card
  readonly node: Node
  /** Other names, without those that only lack diacritics. */
  readonly names: readonly string[]
  readonly summary: string | undefined
  readonly sectors: readonly Card[]
  readonly places: readonly Card[]
  readonly figures: readonly FigureRow[]
  readonly relations: readonly RelationGroup[]
  readonly degree: number
}

/** Everything that the inspector says of a node. */
export function nodeSheet(graph: Graph, row: number, language: Language): NodeSheet {
  const node = nodeAt(graph, row)
  const title = labelIn(language, node)
  return {
    card: cardAt(graph, row, language),
    node,
    names: namesOf(node).filter((name) => name !== title && isWritten(name, node)),
    summary: node.summary,
    sectors: facetCards(graph, row, 'sector', language),
    places: facetCards(graph, row, 'place', language),
    figures: Array.from(groupAt(figuresOf(graph), row), (figure) => figureRow(graph, figure, language)),
    relations: relationGroups(graph, row, language),
    degree: degrees(graph)[row]!,
  }
}

/** Whether a name is one that people write, and not a spelling that is there only so that search finds it. */
function isWritten(name: string, { label, ja, kana, acronym, aliases = [], family, given }: Node): boolean {
  const orders = family && given ? [`${family} ${given}`, `${given} ${family}`] : []
  return [label, ja, kana, acronym, ...aliases, ...orders].includes(name)
}

/** One byte a predicate, 1 where the schema marks it as membership in a sector or location in a place. */
const facetCodes = perGraph((graph) => {
  const of = (facet: 'sector' | 'place') =>
    Uint8Array.from(graph.edges.predicate.dictionary, (id) => {
      const declared = predicatesById(graph).get(id)
      return declared && isRelation(declared) && declared.facet === facet ? 1 : 0
    })
  return { sector: of('sector'), place: of('place') }
})

/** What the schema marks as membership or location. */
function facetCards(graph: Graph, row: number, facet: 'sector' | 'place', language: Language): Card[] {
  const marked = facetCodes(graph)[facet]
  if (!marked.includes(1)) return []
  const edges = groupAt(edgesOut(graph), row).filter((edge) => marked[graph.edges.predicate.codes[edge]!] === 1)
  return Array.from(edges).flatMap((edge) =>
    agreementAt(graph, edge).negative ? [] : cardAt(graph, graph.edges.target[edge]!, language),
  )
}

export function figureRow(graph: Graph, figure: number, language: Language): FigureRow {
  return {
    id: textAt(graph.figures.id, figure),
    name: figureName(graph, categoryAt(graph.figures.predicate, figure) ?? '', language),
    agreement: figureAgreements(graph)[figure]!,
    statements: Array.from(groupAt(statementsOfFigure(graph), figure), (row) => evidenceOf(graph, row, language)),
  }
}

/** The statements behind an edge. */
export const edgeEvidence = (graph: Graph, edge: number, language: Language): Evidence[] =>
  Array.from(groupAt(statementsOfEdge(graph), edge), (row) => evidenceOf(graph, row, language))

/** A node's edges, out first, in groups of one predicate, direction and polarity; the surest edges first. */
export function relationGroups(graph: Graph, row: number, language: Language): RelationGroup[] {
  const groups = new Map<number, { key: string; title: string; edges: number[] }>()
  const { codes, dictionary } = graph.edges.predicate
  const add = (edge: number, inverse: boolean) => {
    const { negative } = agreementAt(graph, edge)
    const number = codes[edge]! * 4 + (inverse ? 2 : 0) + (negative ? 1 : 0)
    const known = groups.get(number)
    if (known) known.edges.push(edge)
    else
      groups.set(number, {
        ...groupOf(graph, { id: dictionary[codes[edge]!] ?? '', inverse, negative, language }),
        edges: [edge],
      })
  }
  const symmetric = symmetricCodes(graph)
  for (const edge of groupAt(edgesOut(graph), row)) add(edge, false)
  for (const edge of groupAt(edgesIn(graph), row))
    if (graph.edges.source[edge] !== row) add(edge, symmetric[codes[edge]!] !== 1)
  return [...groups.values()].map((group) => ({ ...group, edges: surestFirst(graph, group.edges) }))
}

function groupOf(graph: Graph, reading: Omit<Reading, 'predicate'>): { key: string; title: string } {
  const { id, inverse, negative } = reading
  const whole = { ...reading, predicate: predicatesById(graph).get(id) }
  return {
    key: `${id} ${inverse ? 'in' : 'out'} ${negative ? 'not' : ''}`,
    title: [verb(whole), ending(whole)].filter(Boolean).join(' … '),
  }
}

/** One byte a predicate, 1 where it reads the same both ways. */
const symmetricCodes = perGraph((graph) =>
  Uint8Array.from(graph.edges.predicate.dictionary, (id) => {
    const declared = predicatesById(graph).get(id)
    return declared && isRelation(declared) && declared.symmetric === true ? 1 : 0
  }),
)

/** By the line that edges are drawn with; among equals, and without statements, in order. */
function surestFirst(graph: Graph, edges: readonly number[]): readonly number[] {
  if (graph.statements.count === 0) return [...Uint32Array.from(edges).sort()]
  const sureness = new Map(edges.map((edge) => [edge, lines.indexOf(lineOf(agreementAt(graph, edge)))]))
  return edges.toSorted((one, other) => sureness.get(one)! - sureness.get(other)! || one - other)
}

/** One relation of a node, seen from that node's row. */
export function relationRow(graph: Graph, edge: number, from: number, language: Language): RelationRow {
  const { source, target } = graph.edges
  const end = source[edge] === from ? target[edge]! : source[edge]!
  const agreement = agreementAt(graph, edge)
  return {
    id: textAt(graph.edges.id, edge),
    row: edge,
    sentence: edgeSentence(graph, edge, language, from),
    other: cardAt(graph, end, language),
    line: lineOf(agreement),
    agreement,
  }
}
