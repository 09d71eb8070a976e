import { catalogueLookup, loadCatalogue, type LazyNamespace } from '../messages/catalogues'
import { formatMessage, namespacesOf, type Message } from '../messages/message'
import { textsEn } from '../messages/texts.en'

/** A message in English, the language of the command line; its catalogues are loaded when first needed. */
export async function englishText(message: Message): Promise<string> {
  const lookup = catalogueLookup(textsEn)
  for (const namespace of namespacesOf(message))
    if (!lookup(namespace)) await loadCatalogue('en', namespace as LazyNamespace)
  return formatMessage(message, lookup)
}
