import type { Quad } from 'n3'
import { Parser } from 'n3'
import { message } from '../../messages/message'
import type { GraphCollector } from '../collect/graphCollector'
import { FileFault } from '../io/fileFault'
import type { InputFile } from '../io/inputFile'
import type { Subgraph, ExportProvenance } from '../format'
import { quadParser } from './parseTurtle'
import { collectQuads } from './read'
import { writeNTriples } from './write'
import {
  dctNamespace,
  rdfNamespace,
  relativeBase,
  rdfsNamespace,
  kizunaNamespaces,
  xsdNamespace,
} from './rdfNamespaces'

/**
 * Reads JSON-LD 1.1 (w3.org/TR/json-ld11) with the package jsonld. Remote contexts are refused, because opening a file must
 * not contact a server.
 */
export async function collectJsonLd(file: InputFile, collector: GraphCollector): Promise<void> {
  const { toRDF } = (await import('jsonld')).default
  const document = file.json as Parameters<typeof toRDF>[0]
  try {
    const triples = await toRDF(document, {
      format: 'application/n-quads',
      base: relativeBase,
      documentLoader: refuseRemote,
    })
    collectQuads(quadParser(collector, { format: 'N-Quads' }).parse(String(triples)) as Quad[], collector)
  } catch (error) {
    const address = remoteContextOf(error)
    throw new FileFault(
      file.name,
      address === undefined
        ? message('formats', 'jsonLdInvalid', { detail: error instanceof Error ? error.message : String(error) })
        : message('formats', 'jsonLdRemoteContext', { address }),
      address === undefined ? message('readFaults', 'exportAgain') : message('formats', 'jsonLdInlineContext'),
    )
  }
}

class RemoteContextError extends Error {
  constructor(readonly address: string) {
    super(address)
  }
}

const refuseRemote = (address: string): Promise<never> => Promise.reject(new RemoteContextError(address))

/** The address of the refused context that an error of jsonld was caused by. */
function remoteContextOf(error: unknown): string | undefined {
  if (error instanceof RemoteContextError) return error.address
  const { cause, details } = (error ?? {}) as { cause?: unknown; details?: { cause?: unknown; url?: string } }
  return cause === undefined && details?.cause === undefined
    ? undefined
    : (remoteContextOf(cause ?? details?.cause) ?? details?.url)
}

/** Writes JSON-LD: the triples of `writeTurtle` in flattened form, with a context of prefixes. */
export function writeJsonLd(part: Subgraph, provenance: ExportProvenance): string {
  const nodes = new Map<string, Record<string, unknown[]>>()
  for (const { subject, predicate, object } of new Parser({ format: 'N-Triples' }).parse(
    writeNTriples(part, provenance),
  )) {
    const entries = nodes.get(subject.value) ?? {}
    nodes.set(subject.value, entries)
    const isType = predicate.value === `${rdfNamespace}type`
    const value =
      object.termType !== 'Literal'
        ? isType
          ? compactIri(object.value)
          : { '@id': compactIri(object.value) }
        : valueOf(object)
    ;(entries[isType ? '@type' : compactIri(predicate.value)] ??= []).push(value)
  }
  const graph = [...nodes].map(([id, entries]) => ({ '@id': compactIri(id), ...unwrapSingle(entries) }))
  return `${JSON.stringify({ '@context': prefixes, '@graph': graph }, null, 1)}\n`
}

const prefixes = { ...kizunaNamespaces, rdf: rdfNamespace, rdfs: rdfsNamespace, dct: dctNamespace, xsd: xsdNamespace }

/** An IRI with a prefix, unless the rest would be read as an absolute IRI. */
function compactIri(iri: string): string {
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
  return datatype.value === `${xsdNamespace}string` ? value : { '@value': value, '@type': compactIri(datatype.value) }
}

/** Values that are alone in their list, without the list. */
const unwrapSingle = (entries: Record<string, unknown[]>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(entries).map(([key, values]) => [key, values.length === 1 ? values[0] : values]))
