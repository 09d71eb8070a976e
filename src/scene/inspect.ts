import { edgeAgreements, figureAgreements, type Agreement } from '../model/agreement'
import { categoryAt, groupAt, textAt } from '../model/columns'
import type { Graph } from '../model/graph'
import { degrees, edgesIn, edgesOut, figuresOf, statementsOfEdge, statementsOfFigure } from '../model/graph'
import { lineOf, lines, type Line } from '../model/line'
import { labelIn, namesOf, type Language } from '../model/names'
import type { Node } from '../model/records'
import { nodeAt, predicatesById } from '../model/rows'
import { isRelation } from '../model/predicates'
import { cardOf, type Card } from './card'
import { evidenceOf, type Evidence } from './evidence'
import { edgeSentence, ending, figureName, verb, type Piece } from './sentences'

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
    card: cardOf(graph, node.id, language)!,
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

/** What the schema marks as membership or location. */
function facetCards(graph: Graph, row: number, facet: 'sector' | 'place', language: Language): Card[] {
  const edges = groupAt(edgesOut(graph), row)
  return Array.from(edges).flatMap((edge) => {
    const declared = predicatesById(graph).get(categoryAt(graph.edges.predicate, edge) ?? '')
    if (!declared || !isRelation(declared) || declared.facet !== facet) return []
    if (edgeAgreements(graph)[edge]!.negative) return []
    return cardOf(graph, textAt(graph.nodes.id, graph.edges.target[edge]!), language) ?? []
  })
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
  const groups = new Map<string, { title: string; edges: number[] }>()
  const add = (edge: number, inverse: boolean) => {
    const id = categoryAt(graph.edges.predicate, edge) ?? ''
    const agreement = edgeAgreements(graph)[edge]!
    const predicate = predicatesById(graph).get(id)
    const both = predicate && isRelation(predicate) && predicate.symmetric === true
    const key = `${id} ${inverse && !both ? 'in' : 'out'} ${agreement.negative ? 'not' : ''}`
    const known = groups.get(key)
    if (known) {
      known.edges.push(edge)
      return
    }
    const reading = { predicate, id, inverse: inverse && !both, negative: agreement.negative, language }
    const title = [verb(reading), ending(reading)].filter(Boolean).join(' … ')
    groups.set(key, { title, edges: [edge] })
  }
  for (const edge of groupAt(edgesOut(graph), row)) add(edge, false)
  for (const edge of groupAt(edgesIn(graph), row)) if (graph.edges.source[edge] !== row) add(edge, true)
  const sureness = (edge: number): number => lines.indexOf(lineOf(edgeAgreements(graph)[edge]!))
  return [...groups].map(([key, { title, edges }]) => ({
    key,
    title,
    edges: edges.sort((one, other) => sureness(one) - sureness(other) || one - other),
  }))
}

/** One relation of a node, seen from that node's row. */
export function relationRow(graph: Graph, edge: number, from: number, language: Language): RelationRow {
  const { source, target } = graph.edges
  const end = source[edge] === from ? target[edge]! : source[edge]!
  const agreement = edgeAgreements(graph)[edge]!
  return {
    id: textAt(graph.edges.id, edge),
    row: edge,
    sentence: edgeSentence(graph, edge, language, from),
    other: cardOf(graph, textAt(graph.nodes.id, end), language)!,
    line: lineOf(agreement),
    agreement,
  }
}
