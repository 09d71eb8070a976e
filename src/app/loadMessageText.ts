import { catalogueLookup, loadCatalogue, type LazyNamespace } from '../messages/catalogues'
import { formatMessage, namespacesOf, type Message } from '../messages/message'
import type { Texts } from '../messages/texts.en'

/** A message in words, outside of React; loads the catalogues that it needs. */
export async function loadMessageText(message: Message, texts: Texts): Promise<string> {
  const lookup = catalogueLookup(texts)
  for (const namespace of namespacesOf(message))
    if (!lookup(namespace)) await loadCatalogue(texts.language, namespace as LazyNamespace)
  return formatMessage(message, lookup)
}
