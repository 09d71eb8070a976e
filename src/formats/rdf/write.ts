import { DataFactory, Writer, type Quad, type Quad_Object, type NamedNode } from 'n3'
import { categoryAt, NONE, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { predicatesById, statementRecordAt, nodeTypesById } from '../../model/rowRecords'
import type { Statement, StatementValue } from '../../model/records'
import { exportColumnsOf } from '../export/exportColumns'
import { listToText, type ExportColumn, type ExportCellValue } from '../io/exportColumn'
import { provenanceSentence } from '../export/evidenceText'
import type { Subgraph, ExportProvenance } from '../format'
import { rowsOfSubgraph } from '../export/subgraphRows'
import {
  dctNamespace,
  encodeIriSegment,
  rdfNamespace,
  rdfsNamespace,
  kizunaNamespaces,
  xsdNamespace,
} from './rdfNamespaces'

const { namedNode, literal, quad } = DataFactory

const iri = (space: string, id: string): NamedNode => namedNode(space + encodeIriSegment(id))
const word = (name: string): NamedNode => namedNode(kizunaNamespaces.kg + name)
const text = (value: string): Quad_Object => literal(value.toWellFormed())
const label = namedNode(`${rdfsNamespace}label`)
const type = namedNode(`${rdfNamespace}type`)

function cellOf(cell: ExportCellValue): Quad_Object {
  if (typeof cell === 'number')
    return literal(String(cell), namedNode(/e/.test(String(cell)) ? `${xsdNamespace}double` : `${xsdNamespace}decimal`))
  return text(typeof cell === 'object' ? listToText(cell) : cell)
}

/** Writes Turtle (w3.org/TR/turtle), with prefixes. */
export const writeTurtle = (part: Subgraph, provenance: ExportProvenance): string =>
  serialise(part, provenance, {
    prefixes: { ...kizunaNamespaces, rdf: rdfNamespace, rdfs: rdfsNamespace, dct: dctNamespace, xsd: xsdNamespace },
  })

/** Writes N-Triples (w3.org/TR/n-triples): one triple per line. */
export const writeNTriples = (part: Subgraph, provenance: ExportProvenance): string =>
  serialise(part, provenance, { format: 'N-Triples' })

function serialise(
  part: Subgraph,
  provenance: ExportProvenance,
  options: ConstructorParameters<typeof Writer>[0],
): string {
  const writer = new Writer(options as object)
  writer.addQuads(triplesOf(part, provenance))
  let text = ''
  writer.end((error, result) => {
    if (error) throw error
    text = result
  })
  return text
}

/**
 * A part as triples: every edge as a plain triple and as an rdf:Statement with its id and columns, and every statement of a
 * source as another rdf:Statement with status, date, document and locator. So any program can read the graph, and those
 * that look for evidence find it.
 */
function triplesOf(part: Subgraph, provenance: ExportProvenance): Quad[] {
  const { graph } = part
  const rows = rowsOfSubgraph(part)
  const attributes = exportColumnsOf(part)
  const whole = namedNode(`urn:kizuna:graph:${encodeIriSegment(provenance.dataset.id)}`)
  return [
    quad(whole, namedNode(`${dctNamespace}title`), text(provenance.dataset.title)),
    quad(whole, namedNode(`${dctNamespace}description`), text(provenanceSentence(provenance))),
    ...vocabulary(graph, rows),
    ...Array.from(rows.nodes).flatMap((row) => nodeTriples(graph, row, attributes.nodes)),
    ...Array.from(rows.edges).flatMap((row) => edgeTriples(graph, row, attributes.edges)),
    ...Array.from(rows.statements).flatMap((row) => statementTriples(graph, row)),
    ...Array.from(rows.sources).flatMap((row) => sourceTriples(graph, row)),
  ]
}

/** The labels of the types and predicates in use. */
function vocabulary(graph: Graph, { nodes, edges }: ReturnType<typeof rowsOfSubgraph>): Quad[] {
  const types = new Set(Array.from(nodes, (row) => categoryAt(graph.nodes.type, row) ?? ''))
  const predicates = new Set(Array.from(edges, (row) => categoryAt(graph.edges.predicate, row) ?? ''))
  const labelled = (space: string, id: string, name: string) => quad(iri(space, id), label, text(name))
  return [
    ...[...types].map((id) => labelled(kizunaNamespaces.t, id, nodeTypesById(graph).get(id)?.label ?? id)),
    ...[...predicates].map((id) => labelled(kizunaNamespaces.p, id, predicatesById(graph).get(id)?.label ?? id)),
  ]
}

/** Columns that have a triple of their own. */
const withOwnTriple = new Set(['type', 'type_label', 'predicate', 'predicate_label', 'evidence', 'figures'])

const columns = (graph: Graph, row: number, attributes: readonly ExportColumn[], subject: NamedNode): Quad[] =>
  attributes.flatMap(({ id, cell }) => {
    const value = withOwnTriple.has(id) ? undefined : cell(graph, row)
    return value === undefined ? [] : [quad(subject, iri(kizunaNamespaces.k, id), cellOf(value))]
  })

function nodeTriples(graph: Graph, row: number, attributes: readonly ExportColumn[]): Quad[] {
  const { nodes } = graph
  const subject = iri(kizunaNamespaces.n, textAt(nodes.id, row))
  const [x, y] = [nodes.x[row]!, nodes.y[row]!]
  return [
    quad(subject, type, iri(kizunaNamespaces.t, categoryAt(nodes.type, row) ?? '')),
    quad(subject, label, text(textAt(nodes.label, row))),
    ...columns(graph, row, attributes, subject),
    ...(Number.isFinite(x) && Number.isFinite(y)
      ? [quad(subject, word('x'), cellOf(x)), quad(subject, word('y'), cellOf(y))]
      : []),
  ]
}

function edgeTriples(graph: Graph, row: number, attributes: readonly ExportColumn[]): Quad[] {
  const { nodes, edges } = graph
  const [from, to] = [
    iri(kizunaNamespaces.n, textAt(nodes.id, edges.source[row]!)),
    iri(kizunaNamespaces.n, textAt(nodes.id, edges.target[row]!)),
  ]
  const predicate = iri(kizunaNamespaces.p, categoryAt(edges.predicate, row) ?? '')
  const edge = iri(kizunaNamespaces.e, textAt(edges.id, row))
  return [quad(from, predicate, to), ...reified(edge, from, predicate, to), ...columns(graph, row, attributes, edge)]
}

const reified = (subject: NamedNode, from: NamedNode, predicate: NamedNode, to: Quad_Object): Quad[] => [
  quad(subject, type, namedNode(`${rdfNamespace}Statement`)),
  quad(subject, namedNode(`${rdfNamespace}subject`), from),
  quad(subject, namedNode(`${rdfNamespace}predicate`), predicate),
  quad(subject, namedNode(`${rdfNamespace}object`), to),
]

function statementTriples(graph: Graph, row: number): Quad[] {
  const statement = statementRecordAt(graph, row)
  const { id, subject, predicate, object, value, status, source } = statement
  const at = iri(kizunaNamespaces.c, id)
  const to = object === undefined ? valueOf(value) : iri(kizunaNamespaces.n, object)
  const edge = graph.statements.edge[row]!
  return [
    ...reified(at, iri(kizunaNamespaces.n, subject), iri(kizunaNamespaces.p, predicate), to),
    ...(edge === NONE ? [] : [quad(at, word('edge'), iri(kizunaNamespaces.e, textAt(graph.edges.id, edge)))]),
    quad(at, word('status'), word(`status-${status}`)),
    quad(at, namedNode(`${dctNamespace}source`), iri(kizunaNamespaces.d, source)),
    ...qualifiers(statement).map(([name, value]) => quad(at, name, value)),
  ]
}

function qualifiers({ polarity, by, date, locator, note }: Statement): [NamedNode, Quad_Object][] {
  const pairs: [NamedNode, Quad_Object | undefined][] = [
    [word('polarity'), polarity && text(polarity)],
    [word('by'), by === undefined ? undefined : iri(kizunaNamespaces.n, by)],
    [namedNode(`${dctNamespace}date`), date === undefined ? undefined : dateLiteral(date)],
    [word('locator'), locator === undefined ? undefined : text(locator)],
    [word('note'), note === undefined ? undefined : text(note)],
  ]
  return pairs.filter((each): each is [NamedNode, Quad_Object] => each[1] !== undefined)
}

/** A date with the type of its precision; anything else in EDTF stays text. */
function dateLiteral(date: string): Quad_Object {
  const kind = /^\d{4}-\d\d-\d\d$/.test(date)
    ? 'date'
    : /^\d{4}-\d\d$/.test(date)
      ? 'gYearMonth'
      : /^\d{4}$/.test(date)
        ? 'gYear'
        : undefined
  return kind ? literal(date, namedNode(xsdNamespace + kind)) : text(date)
}

function valueOf(value: StatementValue | undefined): Quad_Object {
  if (value === undefined || 'unknown' in value) return word('unknown')
  if ('date' in value) return dateLiteral(value.date)
  if ('text' in value) return text(value.text)
  const { amount, low, high, about, unit } = value
  if (amount !== undefined && !about) return literal(`${amount} ${unit}`, word('quantity'))
  return literal(`${about ? 'about ' : ''}${amount ?? `${low ?? ''}..${high ?? ''}`} ${unit}`, word('quantity'))
}

function sourceTriples(graph: Graph, row: number): Quad[] {
  const { id, title, publisher, date, url, origin } = graph.sources[row]!
  const at = iri(kizunaNamespaces.d, id)
  return [
    quad(at, type, word('Source')),
    quad(at, label, text(title)),
    ...(publisher ? [quad(at, namedNode(`${dctNamespace}publisher`), text(publisher))] : []),
    ...(date ? [quad(at, namedNode(`${dctNamespace}date`), dateLiteral(date))] : []),
    ...(url ? [quad(at, word('url'), literal(url, namedNode(`${xsdNamespace}anyURI`)))] : []),
    ...(origin ? [quad(at, word('origin'), iri(kizunaNamespaces.d, origin))] : []),
  ]
}
