import { Parser, type Quad, type Term } from 'n3'
import { NONE } from '../../model/columns'
import { pluralize } from '../../model/pluralize'
import type { GraphCollector } from '../collect/graphCollector'
import { parseNumberText } from '../collect/parseNumber'
import { FileFault, textPositionAt } from '../io/fileFault'
import type { InputFile } from '../io/inputFile'
import {
  dctNamespace,
  geoNamespace,
  idFromIri,
  labelPredicates,
  localNameOfIri,
  rdfNamespace,
  kizunaNamespaces,
  xsdNamespace,
} from './rdfNamespaces'

/** Whether a text is Turtle, TriG, N-Triples or N-Quads: directives or a triple of addresses stand at its beginning. */
export function isTurtle({ head }: InputFile): boolean {
  const text = head
    .replace(/^\ufeff/, '')
    .replace(/^(\s*#[^\n]*\n)+/, '')
    .trimStart()
  if (/^(@prefix|@base|@version|PREFIX|BASE|VERSION)\s/i.test(text)) return true
  return /^(<[^<>"{}|^`\\\s]+>|_:\w+)\s+(<[^<>"{}|^`\\\s]+>|a\s)/.test(text)
}

/** Reads Turtle and its kin by the package n3. */
export function collectTurtle(file: InputFile, collector: GraphCollector): void {
  collectQuads(quadsIn(file), collector)
}

function quadsIn(file: InputFile): Quad[] {
  try {
    return new Parser({ baseIRI: kizunaNamespaces.n }).parse(file.text)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const line = Number(/line (\d+)/.exec(error.message)?.[1] ?? 0)
    const what = error.message.replace(/ on line \d+\.?$/, '')
    const cut = /end of (file|input|stream)|eof/i.test(what)
    const offset =
      line > 0
        ? file.text
            .split('\n')
            .slice(0, line - 1)
            .join('\n').length + (line > 1 ? 1 : 0)
        : 0
    throw new FileFault(
      file.name,
      cut ? `the file stops before its end (${what})` : `this is no valid Turtle: ${what}`,
      'Save it again from the program that wrote it.',
      textPositionAt(file.text, offset),
    )
  }
}

const graphs = 'urn:kizuna:graph:'
/** What the triples say of one thing. */
interface Thing {
  readonly triples: Quad[]
}

/**
 * Puts triples into a collector. Things are nodes; a triple between two things is an edge; literals are columns; types,
 * labels and coordinates go where they belong. An rdf:Statement is no node: it gives its edge an id and columns, and one
 * that is a statement about an edge (ours) adds nothing that the edge does not have.
 */
export function collectQuads(quads: readonly Quad[], collector: GraphCollector): void {
  const things = new Map<string, Thing>()
  for (const each of quads) {
    const known = things.get(each.subject.value)
    if (known) known.triples.push(each)
    else things.set(each.subject.value, { triples: [each] })
  }
  const names = new Map<string, string>()
  for (const [id, { triples }] of things) {
    const name = labelIn(triples)
    if (name !== undefined) names.set(id, name)
  }
  const context: Context = { collector, names, statements: new Map(), reified: new Set(), plain: new Set(), sources: 0 }
  for (const [id, thing] of things) readThing(id, thing, context)
  addEdges(quads, context)
  if (context.sources > 0)
    collector.repair(
      'left out',
      pluralize(context.sources, 'statement or source', 'statements and sources'),
      'Statements and sources of Kizuna are read back from Kizuna JSON alone; the edges keep their columns.',
    )
}

interface Context {
  readonly collector: GraphCollector
  readonly names: ReadonlyMap<string, string>
  /** Reified edges by "subject predicate object". */
  readonly statements: Map<string, { readonly id: string; readonly triples: readonly Quad[] }[]>
  /** Subjects that are such statements. */
  readonly reified: Set<string>
  /** Edges that have been added. */
  readonly plain: Set<string>
  sources: number
}

function readThing(id: string, { triples }: Thing, context: Context): void {
  const types = triples
    .filter(({ predicate }) => predicate.value === `${rdfNamespace}type`)
    .map(({ object }) => object.value)
  if (types.includes(`${rdfNamespace}Statement`)) return keepStatement(id, triples, context)
  if (id.startsWith(kizunaNamespaces.d)) return void context.sources++
  if (id.startsWith(graphs)) {
    context.collector.title ??= triples.find(({ predicate }) => predicate.value === `${dctNamespace}title`)?.object
      .value
    return undefined
  }
  if (isVocabulary(id, triples, types)) return undefined
  return readNode(id, triples, types, context)
}

/** What only gives a name to a type or a predicate is no node. */
const isVocabulary = (id: string, triples: readonly Quad[], types: readonly string[]): boolean =>
  (id.startsWith(kizunaNamespaces.t) || id.startsWith(kizunaNamespaces.p)) &&
  types.length === 0 &&
  triples.every(({ predicate }) => labelPredicates.includes(predicate.value))

function keepStatement(id: string, triples: readonly Quad[], context: Context): void {
  if (id.startsWith(kizunaNamespaces.c)) return void context.sources++
  const part = (name: string) => triples.find(({ predicate }) => predicate.value === rdfNamespace + name)?.object
  const [subject, predicate, object] = [part('subject'), part('predicate'), part('object')]
  if (!subject || !predicate || !object || object.termType === 'Literal') return undefined
  context.reified.add(id)
  const key = keyOf(subject, predicate, object)
  const known = context.statements.get(key)
  if (known) known.push({ id, triples })
  else context.statements.set(key, [{ id, triples }])
}
const keyOf = (...terms: Term[]): string => terms.map(({ value }) => value).join(' ')

function readNode(id: string, triples: readonly Quad[], types: readonly string[], { collector, names }: Context): void {
  const row = collector.addNode(collector.codeOfId(nodeId(id)))
  collector.setLabel(row, names.get(id) ?? localNameOfIri(id))
  const [type] = types
  if (type !== undefined) collector.nodes.column('type').setText(row, names.get(type) ?? localNameOfIri(type))
  const numbers = new Map<string, number>()
  for (const { predicate, object } of triples) {
    if (object.termType !== 'Literal') continue
    const name = columnName(predicate.value)
    if (name === 'x' || name === 'y') numbers.set(name, parseNumberText(object.value))
    else if (labelPredicates.includes(predicate.value)) alias(collector, row, names.get(id), object)
    else put(collector.nodes, row, name, object)
  }
  collector.setPosition(row, numbers.get('x') ?? NaN, numbers.get('y') ?? NaN)
}

/** A label in another language: Japanese has a column of its own. */
function alias(collector: GraphCollector, row: number, label: string | undefined, object: Quad['object']): void {
  if (object.termType !== 'Literal' || object.value === label) return
  const name = object.language.startsWith('ja') ? 'ja' : object.language ? `label@${object.language}` : 'label (2)'
  collector.nodes.column(name).setText(row, object.value)
}

/** Ours lose their space, so that they are what they were; others keep the whole address. */
const nodeId = (iri: string): string => idFromIri(iri, kizunaNamespaces.n)

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

function put(builders: GraphCollector['nodes'], row: number, name: string, object: Quad['object']): void {
  if (object.termType !== 'Literal') return
  const builder = builders.column(name, numeric.has(object.datatype.value) ? 'number' : 'text')
  const before = builder.kind === 'text' ? builder.textAt(row) : undefined
  builder.setText(row, before === undefined ? object.value : `${before}; ${object.value}`)
}

/** The name of a thing: the first of the known predicates, in English or without a language before others. */
function labelIn(triples: readonly Quad[]): string | undefined {
  for (const predicate of labelPredicates) {
    const said = triples.flatMap(({ predicate: own, object }) =>
      own.value === predicate && object.termType === 'Literal' ? [object] : [],
    )
    const best = said.find(({ language }) => language === '' || language.startsWith('en')) ?? said[0]
    if (best) return best.value
  }
  return undefined
}

function addEdges(quads: readonly Quad[], context: Context): void {
  const { statements } = context
  for (const { subject, predicate, object } of quads) {
    const joins = object.termType !== 'Literal' && predicate.value !== `${rdfNamespace}type`
    const key = keyOf(subject, predicate, object)
    if (!joins || isAside(subject.value, context) || context.plain.has(key)) continue
    context.plain.add(key)
    for (const bearer of statements.get(key) ?? [undefined]) addEdge([subject, predicate, object], bearer, context)
  }
  for (const [key, bearers] of statements)
    if (!context.plain.has(key)) for (const bearer of bearers) addEdge(endsOf(bearer.triples), bearer, context)
}

/** What has triples of its own without being a node: evidence of ours, and edges that bear columns. */
const isAside = (iri: string, { reified }: Context): boolean =>
  reified.has(iri) ||
  [kizunaNamespaces.c, kizunaNamespaces.d, kizunaNamespaces.e, graphs].some((space) => iri.startsWith(space))

function endsOf(triples: readonly Quad[]): [Term, Term, Term] {
  const part = (name: string) => triples.find(({ predicate }) => predicate.value === rdfNamespace + name)!.object
  return [part('subject'), part('predicate'), part('object')]
}

function addEdge(
  [subject, predicate, object]: readonly [Term, Term, Term],
  bearer: { readonly id: string; readonly triples: readonly Quad[] } | undefined,
  { collector, names }: Context,
): void {
  const code = ({ value }: Term): number => {
    const own = collector.codeOfId(nodeId(value))
    if (collector.rowOfCode.at(own) === NONE)
      collector.setLabel(collector.addNode(own), names.get(value) ?? localNameOfIri(value))
    return own
  }
  const row = collector.addEdge(code(subject), code(object), true)
  collector.edges.column('predicate').setText(row, names.get(predicate.value) ?? localNameOfIri(predicate.value))
  if (!bearer) return
  collector.edgeIds.setText(row, idFromIri(bearer.id, kizunaNamespaces.e))
  for (const { predicate: name, object: value } of bearer.triples)
    if (value.termType === 'Literal') put(collector.edges, row, localNameOfIri(name.value), value)
    else if (!name.value.startsWith(rdfNamespace))
      collector.edges
        .column(localNameOfIri(name.value))
        .setText(row, names.get(value.value) ?? localNameOfIri(value.value))
}
