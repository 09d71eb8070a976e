/** Vocabularies of the mapping. */
export const rdfNamespace = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
export const rdfsNamespace = 'http://www.w3.org/2000/01/rdf-schema#'
export const dctNamespace = 'http://purl.org/dc/terms/'
export const xsdNamespace = 'http://www.w3.org/2001/XMLSchema#'
export const geoNamespace = 'http://www.w3.org/2003/01/geo/wgs84_pos#'
const skosNamespace = 'http://www.w3.org/2004/02/skos/core#'

/** Addresses that stand for nothing on the web (RFC 6963 keeps urn:example for that); a data set's own ids follow. */
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

/** Predicates that name a thing, best first. */
export const labelPredicates = [
  `${rdfsNamespace}label`,
  `${skosNamespace}prefLabel`,
  'http://schema.org/name',
  'https://schema.org/name',
  'http://xmlns.com/foaf/0.1/name',
  `${dctNamespace}title`,
  'http://purl.org/dc/elements/1.1/title',
]

/** An id as the end of an address: everything but letters, digits and a few signs is percent-encoded (RFC 3986). */
export const encodeIriSegment = (id: string): string =>
  encodeURIComponent(id.toWellFormed()).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** The id that an address of ours stands for; the address itself where it is another's. */
export function idFromIri(iri: string, space: string): string {
  if (!iri.startsWith(space)) return iri
  try {
    return decodeURIComponent(iri.slice(space.length))
  } catch {
    return iri
  }
}

/** The last part of an address, as a word. */
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
