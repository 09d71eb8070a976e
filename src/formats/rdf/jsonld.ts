import type { Quad } from 'n3'
import { Parser } from 'n3'
import type { GraphCollector } from '../collect/graphCollector'
import { FileFault } from '../io/fileFault'
import type { InputFile } from '../io/inputFile'
import type { Subgraph, ExportProvenance } from '../format'
import { collectQuads } from './read'
import { writeNTriples } from './write'
import { dctNamespace, rdfNamespace, rdfsNamespace, kizunaNamespaces, xsdNamespace } from './rdfNamespaces'

/** Whether a text is JSON-LD: JSON with a key that only JSON-LD has. */
export const isJsonLd = ({ head }: InputFile): boolean =>
  /^\s*[[{]/.test(head) && /"@(context|graph|id)"\s*:/.test(head)

/**
 * Reads JSON-LD 1.1 (w3.org/TR/json-ld11) by the package jsonld. A context that would have to be fetched is refused:
 * opening a file asks no server.
 */
export async function collectJsonLd(file: InputFile, collector: GraphCollector): Promise<void> {
  const { toRDF } = (await import('jsonld')).default
  const document = file.json as Parameters<typeof toRDF>[0]
  try {
    const triples = await toRDF(document, { format: 'application/n-quads', documentLoader: refuse })
    collectQuads(new Parser({ format: 'N-Quads' }).parse(String(triples)) as Quad[], collector)
  } catch (error) {
    const refused = contextIn(error)
    throw new FileFault(
      file.name,
      refused
        ? `it needs the context ${refused}, which would have to be fetched`
        : `this is no valid JSON-LD: ${error instanceof Error ? error.message : String(error)}`,
      refused ? 'Put the context into the file, or expand it first.' : 'Save it again from the program that wrote it.',
    )
  }
}

class Refused extends Error {
  constructor(readonly address: string) {
    super(address)
  }
}

const refuse = (address: string): Promise<never> => Promise.reject(new Refused(address))

function contextIn(error: unknown): string | undefined {
  if (error instanceof Refused) return error.address
  const { cause, details } = (error ?? {}) as { cause?: unknown; details?: { cause?: unknown; url?: string } }
  return cause === undefined && details?.cause === undefined
    ? undefined
    : (contextIn(cause ?? details?.cause) ?? details?.url)
}

/** Writes a part as JSON-LD: the triples of `writeTurtle` in flattened form, under a context that shortens addresses. */
export function writeJsonLd(part: Subgraph, recipe: ExportProvenance): string {
  const nodes = new Map<string, Record<string, unknown[]>>()
  for (const { subject, predicate, object } of new Parser({ format: 'N-Triples' }).parse(writeNTriples(part, recipe))) {
    const known = nodes.get(subject.value) ?? {}
    nodes.set(subject.value, known)
    const isType = predicate.value === `${rdfNamespace}type`
    const value =
      object.termType !== 'Literal' ? (isType ? short(object.value) : { '@id': short(object.value) }) : valueOf(object)
    ;(known[isType ? '@type' : short(predicate.value)] ??= []).push(value)
  }
  const graph = [...nodes].map(([id, entries]) => ({ '@id': short(id), ...single(entries) }))
  return `${JSON.stringify({ '@context': prefixes, '@graph': graph }, null, 1)}\n`
}

const prefixes = { ...kizunaNamespaces, rdf: rdfNamespace, rdfs: rdfsNamespace, dct: dctNamespace, xsd: xsdNamespace }

/** An address in short form, where what is left of it cannot be mistaken for another. */
function short(iri: string): string {
  for (const [prefix, space] of Object.entries(prefixes))
    if (iri.startsWith(space) && !iri.slice(space.length).startsWith('//'))
      return `${prefix}:${iri.slice(space.length)}`
  return iri
}

function valueOf({
  value,
  language,
  datatype,
}: {
  value: string
  language: string
  datatype: { value: string }
}): unknown {
  if (language) return { '@value': value, '@language': language }
  return datatype.value === `${xsdNamespace}string` ? value : { '@value': value, '@type': short(datatype.value) }
}

const single = (entries: Record<string, unknown[]>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(entries).map(([key, values]) => [key, values.length === 1 ? values[0] : values]))
