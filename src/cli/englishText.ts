import { catalogueLookup, loadCatalogue, type LazyNamespace } from '../messages/catalogues'
import { formatMessage, namespacesOf, type Message } from '../messages/message'
import { textsEn } from '../messages/texts.en'

/** A message in English, the language of the command line. Loads its catalogues when needed; returns text as it is. */
export async function englishText(message: Message | string): Promise<string> {
  if (typeof message === 'string') return message
  const lookup = catalogueLookup(textsEn)
  for (const namespace of namespacesOf(message))
    if (!lookup(namespace)) await loadCatalogue('en', namespace as LazyNamespace)
  return formatMessage(message, lookup)
}
