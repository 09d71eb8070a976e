/** Vocabularies that are read and written. */
export const rdfNamespace = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
export const rdfsNamespace = 'http://www.w3.org/2000/01/rdf-schema#'
export const dctNamespace = 'http://purl.org/dc/terms/'
export const xsdNamespace = 'http://www.w3.org/2001/XMLSchema#'
export const geoNamespace = 'http://www.w3.org/2003/01/geo/wgs84_pos#'
const skosNamespace = 'http://www.w3.org/2004/02/skos/core#'

/** The base of the IRIs that Kizuna writes, followed by the ids of the data set; they do not resolve on the web. */
const kizunaBaseIri = 'urn:kizuna:'
export const kizunaNamespaces = {
  n: `${kizunaBaseIri}node:`,
  e: `${kizunaBaseIri}edge:`,
  c: `${kizunaBaseIri}statement:`,
  f: `${kizunaBaseIri}figure:`,
  d: `${kizunaBaseIri}source:`,
  t: `${kizunaBaseIri}type:`,
  p: `${kizunaBaseIri}predicate:`,
  k: `${kizunaBaseIri}column:`,
  kg: `${kizunaBaseIri}word:`,
}

/** The base of relative ids in JSON-LD that has none itself; it is taken off again. The domain cannot exist (RFC 2606). */
export const relativeBase = 'https://relative.invalid/'

/** Predicates of labels, best first. */
export const labelPredicates = [
  `${rdfsNamespace}label`,
  `${skosNamespace}prefLabel`,
  'http://schema.org/name',
  'https://schema.org/name',
  'http://xmlns.com/foaf/0.1/name',
  `${dctNamespace}title`,
  'http://purl.org/dc/elements/1.1/title',
]

/** An id as the last segment of an IRI: characters other than letters, digits and `-._~` are percent-encoded (RFC 3986). */
export const encodeIriSegment = (id: string): string =>
  encodeURIComponent(id.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** The id in an IRI of a namespace; the IRI itself if it is outside of the namespace. */
export function idFromIri(iri: string, space: string): string {
  if (!iri.startsWith(space)) return iri
  try {
    return decodeURIComponent(iri.slice(space.length))
  } catch {
    return iri
  }
}

/** The last part of an IRI, decoded. */
export function localNameOfIri(iri: string): string {
  for (const space of Object.values(kizunaNamespaces)) if (iri.startsWith(space)) return idFromIri(iri, space)
  const cut = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/'), iri.lastIndexOf(':'))
  const name = iri.slice(cut + 1)
  try {
    return decodeURIComponent(name) || iri
  } catch {
    return name || iri
  }
}
