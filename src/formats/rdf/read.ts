import { Parser, type Quad, type Term } from 'n3'
import { NONE } from '../../model/columns'
import { counted } from '../../model/pluralize'
import type { Collector } from '../collect/graphCollector'
import { numberOf } from '../collect/parseNumber'
import { FileFault, placeAt } from '../io/fileFault'
import type { FileIn } from '../io/inputFile'
import { dct, geo, idIn, labels, localName, rdf, spaces, xsd } from './rdfNamespaces'

/** Whether a text is Turtle, TriG, N-Triples or N-Quads: directives or a triple of addresses stand at its beginning. */
export function isTurtle({ head }: FileIn): boolean {
  const text = head
    .replace(/^\ufeff/, '')
    .replace(/^(\s*#[^\n]*\n)+/, '')
    .trimStart()
  if (/^(@prefix|@base|@version|PREFIX|BASE|VERSION)\s/i.test(text)) return true
  return /^(<[^<>"{}|^`\\\s]+>|_:\w+)\s+(<[^<>"{}|^`\\\s]+>|a\s)/.test(text)
}

/** Reads Turtle and its kin by the package n3. */
export function collectTurtle(file: FileIn, collector: Collector): void {
  collectQuads(quadsIn(file), collector)
}

function quadsIn(file: FileIn): Quad[] {
  try {
    return new Parser({ baseIRI: spaces.n }).parse(file.text)
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
      placeAt(file.text, offset),
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
export function collectQuads(quads: readonly Quad[], collector: Collector): void {
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
    collector.mend(
      'left out',
      counted(context.sources, 'statement or source', 'statements and sources'),
      'Statements and sources of Kizuna are read back from Kizuna JSON alone; the edges keep their columns.',
    )
}

interface Context {
  readonly collector: Collector
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
  const types = triples.filter(({ predicate }) => predicate.value === `${rdf}type`).map(({ object }) => object.value)
  if (types.includes(`${rdf}Statement`)) return keepStatement(id, triples, context)
  if (id.startsWith(spaces.d)) return void context.sources++
  if (id.startsWith(graphs)) {
    context.collector.title ??= triples.find(({ predicate }) => predicate.value === `${dct}title`)?.object.value
    return undefined
  }
  if (isVocabulary(id, triples, types)) return undefined
  return readNode(id, triples, types, context)
}

/** What only gives a name to a type or a predicate is no node. */
const isVocabulary = (id: string, triples: readonly Quad[], types: readonly string[]): boolean =>
  (id.startsWith(spaces.t) || id.startsWith(spaces.p)) &&
  types.length === 0 &&
  triples.every(({ predicate }) => labels.includes(predicate.value))

function keepStatement(id: string, triples: readonly Quad[], context: Context): void {
  if (id.startsWith(spaces.c)) return void context.sources++
  const part = (name: string) => triples.find(({ predicate }) => predicate.value === rdf + name)?.object
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
  const row = collector.node(collector.codeOf(nodeId(id)))
  collector.labelText(row, names.get(id) ?? localName(id))
  const [type] = types
  if (type !== undefined) collector.nodes.named('type').text(row, names.get(type) ?? localName(type))
  const numbers = new Map<string, number>()
  for (const { predicate, object } of triples) {
    if (object.termType !== 'Literal') continue
    const name = columnName(predicate.value)
    if (name === 'x' || name === 'y') numbers.set(name, numberOf(object.value))
    else if (labels.includes(predicate.value)) alias(collector, row, names.get(id), object)
    else put(collector.nodes, row, name, object)
  }
  collector.place(row, numbers.get('x') ?? NaN, numbers.get('y') ?? NaN)
}

/** A label in another language: Japanese has a column of its own. */
function alias(collector: Collector, row: number, label: string | undefined, object: Quad['object']): void {
  if (object.termType !== 'Literal' || object.value === label) return
  const name = object.language.startsWith('ja') ? 'ja' : object.language ? `label@${object.language}` : 'label (2)'
  collector.nodes.named(name).text(row, object.value)
}

/** Ours lose their space, so that they are what they were; others keep the whole address. */
const nodeId = (iri: string): string => idIn(iri, spaces.n)

function columnName(iri: string): string {
  if (iri === `${geo}lat`) return 'latitude'
  if (iri === `${geo}long`) return 'longitude'
  if (iri === `${spaces.kg}x`) return 'x'
  return iri === `${spaces.kg}y` ? 'y' : localName(iri)
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
  ].map((each) => xsd + each),
)

function put(sinks: Collector['nodes'], row: number, name: string, object: Quad['object']): void {
  if (object.termType !== 'Literal') return
  const sink = sinks.named(name, numeric.has(object.datatype.value) ? 'number' : 'text')
  const before = sink.kind === 'text' ? sink.textAt(row) : undefined
  sink.text(row, before === undefined ? object.value : `${before}; ${object.value}`)
}

/** The name of a thing: the first of the known predicates, in English or without a language before others. */
function labelIn(triples: readonly Quad[]): string | undefined {
  for (const predicate of labels) {
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
    const joins = object.termType !== 'Literal' && predicate.value !== `${rdf}type`
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
  reified.has(iri) || [spaces.c, spaces.d, spaces.e, graphs].some((space) => iri.startsWith(space))

function endsOf(triples: readonly Quad[]): [Term, Term, Term] {
  const part = (name: string) => triples.find(({ predicate }) => predicate.value === rdf + name)!.object
  return [part('subject'), part('predicate'), part('object')]
}

function addEdge(
  [subject, predicate, object]: readonly [Term, Term, Term],
  bearer: { readonly id: string; readonly triples: readonly Quad[] } | undefined,
  { collector, names }: Context,
): void {
  const code = ({ value }: Term): number => {
    const own = collector.codeOf(nodeId(value))
    if (collector.rowOfCode.at(own) === NONE)
      collector.labelText(collector.node(own), names.get(value) ?? localName(value))
    return own
  }
  const row = collector.edge(code(subject), code(object), true)
  collector.edges.named('predicate').text(row, names.get(predicate.value) ?? localName(predicate.value))
  if (!bearer) return
  collector.edgeIds.text(row, idIn(bearer.id, spaces.e))
  for (const { predicate: name, object: value } of bearer.triples)
    if (value.termType === 'Literal') put(collector.edges, row, localName(name.value), value)
    else if (!name.value.startsWith(rdf))
      collector.edges.named(localName(name.value)).text(row, names.get(value.value) ?? localName(value.value))
}
