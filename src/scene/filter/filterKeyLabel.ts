import type { Texts } from '../../messages/texts.en'

/** The label of a filter key by its id: an attribute column (`@name`) shows its name, an unknown key its id. */
export function filterKeyLabel({ filter: { keys } }: Texts, key: string): string {
  if (key.startsWith('@')) return key.slice(1)
  return Object.hasOwn(keys, key) ? keys[key as keyof typeof keys] : key
}

/** The title of a key's facet: the facet of families also lists their types. */
export const facetTitle = (texts: Texts, key: string): string =>
  key === 'family' ? texts.filter.kindFacet : filterKeyLabel(texts, key)
