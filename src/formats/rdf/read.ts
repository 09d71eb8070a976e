import type { Quad, Term } from 'n3'
import { message } from '../../messages/message'
import { NONE } from '../../model/columns'
import type { GraphCollector } from '../collect/graphCollector'
import { parseNumberText } from '../collect/parseNumber'
import type { InputFile } from '../io/inputFile'
import { addNamedGraph, reportValuesInNamedGraphs } from './namedGraphs'
import { parseTurtle } from './parseTurtle'
import {
  dctNamespace,
  geoNamespace,
  idFromIri,
  labelPredicates,
  localNameOfIri,
  rdfNamespace,
  relativeBase,
  kizunaNamespaces,
  xsdNamespace,
} from './rdfNamespaces'

/** Reads Turtle, TriG, N-Triples and N-Quads with the package n3. */
export function collectTurtle(file: InputFile, collector: GraphCollector): void {
  collectQuads(parseTurtle(file, collector), collector)
}

const graphNamespace = 'urn:kizuna:graph:'

/**
 * Reads triples into a collector. Subjects become nodes, and triples between two resources become edges; literals become
 * columns, types, labels and positions. An rdf:Statement is not a node but gives its edge an id and columns. Statements
 * and sources of Kizuna are left out, because the columns of edges repeat them.
 */
export function collectQuads(quads: readonly Quad[], collector: GraphCollector): void {
  const subjects = new Map<string, Quad[]>()
  for (const quad of quads) {
    const own = subjects.get(quad.subject.value)
    if (own) own.push(quad)
    else subjects.set(quad.subject.value, [quad])
  }
  const names = new Map<string, string>()
  for (const [id, triples] of subjects) {
    const name = bestLabel(triples)
    if (name !== undefined) names.set(id, name)
  }
  const context: Context = {
    collector,
    names,
    statements: new Map(),
    reified: new Set(),
    edges: new Map(),
    evidenceCount: 0,
  }
  for (const [id, triples] of subjects) collectSubject(id, triples, context)
  addEdges(quads, context)
  reportValuesInNamedGraphs(collector, quads, isEdge)
  if (context.evidenceCount > 0)
    collector.repair(
      'left out',
      message('formats', 'rdfEvidence', { count: context.evidenceCount }),
      message('formats', 'rdfEvidenceLeftOut'),
    )
}

interface Context {
  readonly collector: GraphCollector
  readonly names: ReadonlyMap<string, string>
  /** Reified edges by the key of `keyOf`. */
  readonly statements: Map<string, { readonly id: string; readonly triples: readonly Quad[] }[]>
  /** The ids of reified edges. */
  readonly reified: Set<string>
  /** Rows of the edges that have been added, by the same key. */
  readonly edges: Map<string, readonly number[]>
  /** Number of statements and sources of Kizuna. */
  evidenceCount: number
}

function collectSubject(id: string, triples: readonly Quad[], context: Context): void {
  const types = triples
    .filter(({ predicate }) => predicate.value === `${rdfNamespace}type`)
    .map(({ object }) => object.value)
  if (types.includes(`${rdfNamespace}Statement`)) return addStatement(id, triples, context)
  if (id.startsWith(kizunaNamespaces.d)) return void context.evidenceCount++
  if (id.startsWith(graphNamespace)) {
    context.collector.title ??= triples.find(({ predicate }) => predicate.value === `${dctNamespace}title`)?.object
      .value
    return undefined
  }
  if (isVocabulary(id, triples, types)) return undefined
  return addNode(id, triples, types, context)
}

/** Whether a subject is only a label of a type or a predicate, and not a node. */
const isVocabulary = (id: string, triples: readonly Quad[], types: readonly string[]): boolean =>
  (id.startsWith(kizunaNamespaces.t) || id.startsWith(kizunaNamespaces.p)) &&
  types.length === 0 &&
  triples.every(({ predicate }) => labelPredicates.includes(predicate.value))

function addStatement(id: string, triples: readonly Quad[], context: Context): void {
  if (id.startsWith(kizunaNamespaces.c)) return void context.evidenceCount++
  const part = (name: string) => triples.find(({ predicate }) => predicate.value === rdfNamespace + name)?.object
  const [subject, predicate, object] = [part('subject'), part('predicate'), part('object')]
  if (!subject || !predicate || !object || object.termType === 'Literal') return undefined
  context.reified.add(id)
  const key = keyOf(subject, predicate, object)
  const same = context.statements.get(key)
  if (same) same.push({ id, triples })
  else context.statements.set(key, [{ id, triples }])
}

const keyOf = (...terms: Term[]): string => terms.map(({ value }) => value).join(' ')

function addNode(id: string, triples: readonly Quad[], types: readonly string[], { collector, names }: Context): void {
  const row = collector.addNode(collector.codeOfId(nodeId(id)))
  collector.setLabel(row, names.get(id) ?? localNameOfIri(id))
  const [type] = types
  if (type !== undefined) collector.nodes.column('type').setText(row, names.get(type) ?? localNameOfIri(type))
  const numbers = new Map<string, number>()
  for (const { predicate, object } of triples) {
    if (object.termType !== 'Literal') continue
    const name = columnName(predicate.value)
    if (name === 'x' || name === 'y') numbers.set(name, parseNumberText(object.value))
    else if (labelPredicates.includes(predicate.value)) addOtherLabel(collector, row, names.get(id), object)
    else addLiteral(collector.nodes, row, name, object)
  }
  collector.setPosition(row, numbers.get('x') ?? NaN, numbers.get('y') ?? NaN)
}

/** Puts a label in another language into a column of its own; Japanese has the column `ja`. */
function addOtherLabel(
  collector: GraphCollector,
  row: number,
  label: string | undefined,
  object: Quad['object'],
): void {
  if (object.termType !== 'Literal' || object.value === label) return
  const name = object.language.startsWith('ja') ? 'ja' : object.language ? `label@${object.language}` : 'label (2)'
  collector.nodes.column(name).setText(row, object.value)
}

/** The id of a node: the original id for IRIs that Kizuna wrote, a relative IRI as it stands, the IRI itself for others. */
const nodeId = (iri: string): string =>
  iri.startsWith(relativeBase) ? iri.slice(relativeBase.length) || iri : idFromIri(iri, kizunaNamespaces.n)

function columnName(iri: string): string {
  if (iri === `${geoNamespace}lat`) return 'latitude'
  if (iri === `${geoNamespace}long`) return 'longitude'
  if (iri === `${kizunaNamespaces.kg}x`) return 'x'
  return iri === `${kizunaNamespaces.kg}y` ? 'y' : localNameOfIri(iri)
}

const numeric = new Set(
  [
    'double',
    'decimal',
    'float',
    'integer',
    'int',
    'long',
    'short',
    'byte',
    'nonNegativeInteger',
    'positiveInteger',
  ].map((each) => xsdNamespace + each),
)

/** Sets a cell; further values of the same predicate are appended. */
function addLiteral(builders: GraphCollector['nodes'], row: number, name: string, object: Quad['object']): void {
  if (object.termType !== 'Literal') return
  const builder = builders.column(name, numeric.has(object.datatype.value) ? 'number' : 'text')
  const before = builder.kind === 'text' ? builder.textAt(row) : undefined
  builder.setText(row, before === undefined ? object.value : `${before}; ${object.value}`)
}

/** Local names of predicates of other vocabularies that give labels, best first. */
const labelNames = ['prefLabel', 'label', 'name', 'title'].map((name) => new RegExp(`[/#:]${name}$`, 'i'))

/** The label of a subject: by the first predicate that it has, preferably in English or without a language. */
function bestLabel(triples: readonly Quad[]): string | undefined {
  for (const wanted of [...labelPredicates, ...labelNames]) {
    const labels = triples.flatMap(({ predicate: { value }, object }) =>
      (typeof wanted === 'string' ? value === wanted : wanted.test(value)) && object.termType === 'Literal'
        ? [object]
        : [],
    )
    const best = labels.find(({ language }) => language === '' || language.startsWith('en')) ?? labels[0]
    if (best) return best.value
  }
  return undefined
}

function addEdges(quads: readonly Quad[], context: Context): void {
  const { statements } = context
  for (const quad of quads) {
    const { subject, predicate, object } = quad
    if (!isEdge(quad) || isNotNode(subject.value, context)) continue
    const key = keyOf(subject, predicate, object)
    let rows = context.edges.get(key)
    if (!rows) {
      const reified = statements.get(key) ?? [undefined]
      rows = reified.map((statement) => addEdge([subject, predicate, object], statement, context))
      context.edges.set(key, rows)
    }
    for (const row of rows) addNamedGraph(context.collector, row, quad)
  }
  for (const [key, reified] of statements)
    if (!context.edges.has(key)) for (const statement of reified) addEdge(endsOf(statement.triples), statement, context)
}

/** Whether a triple connects two resources. */
const isEdge = ({ predicate, object }: Quad): boolean =>
  object.termType !== 'Literal' && predicate.value !== `${rdfNamespace}type`

/** Whether a subject is not a node: a reified edge, or evidence of Kizuna. */
const isNotNode = (iri: string, { reified }: Context): boolean =>
  reified.has(iri) ||
  [kizunaNamespaces.c, kizunaNamespaces.d, kizunaNamespaces.e, graphNamespace].some((space) => iri.startsWith(space))

function endsOf(triples: readonly Quad[]): [Term, Term, Term] {
  const part = (name: string) => triples.find(({ predicate }) => predicate.value === rdfNamespace + name)!.object
  return [part('subject'), part('predicate'), part('object')]
}

/** Adds an edge with the cells of its reification, and returns its row. */
function addEdge(
  [subject, predicate, object]: readonly [Term, Term, Term],
  statement: { readonly id: string; readonly triples: readonly Quad[] } | undefined,
  { collector, names }: Context,
): number {
  const codeOf = ({ value }: Term): number => {
    const code = collector.codeOfId(nodeId(value))
    if (collector.rowOfCode.at(code) === NONE)
      collector.setLabel(collector.addNode(code), names.get(value) ?? localNameOfIri(value))
    return code
  }
  const row = collector.addEdge(codeOf(subject), codeOf(object), 'directed')
  collector.edges.column('predicate').setText(row, names.get(predicate.value) ?? localNameOfIri(predicate.value))
  if (!statement) return row
  collector.edgeIds.setText(row, idFromIri(statement.id, kizunaNamespaces.e))
  for (const { predicate: name, object: value } of statement.triples)
    if (value.termType === 'Literal') addLiteral(collector.edges, row, localNameOfIri(name.value), value)
    else if (!name.value.startsWith(rdfNamespace))
      collector.edges
        .column(localNameOfIri(name.value))
        .setText(row, names.get(value.value) ?? localNameOfIri(value.value))
  return row
}
