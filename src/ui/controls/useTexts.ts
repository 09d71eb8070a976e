import { use } from 'react'
import {
  catalogueLookup,
  isLazyNamespace,
  loadCatalogue,
  type Catalogues,
  type LazyNamespace,
} from '../../messages/catalogues'
import { formatMessage, namespacesOf, type Message } from '../../messages/message'
import type { Texts } from '../../messages/texts.en'
import { useSession } from './useApp'

/** The texts of the first view in the reader's language. */
export const useTexts = (): Texts => useSession(({ texts }) => texts)

/** The texts of a namespace that is loaded on demand; suspends until they are there. */
export function useMessages<Space extends LazyNamespace>(namespace: Space): Catalogues[Space] {
  const { language } = useTexts()
  return use(loadCatalogue(language, namespace))
}

/** A function that puts messages into words; suspends until the catalogues that `messages` need are there. */
export function useMessageText(messages: readonly (Message | undefined)[]): (message: Message) => string {
  const texts = useTexts()
  const lookup = catalogueLookup(texts)
  for (const namespace of new Set(messages.flatMap((each) => (each ? namespacesOf(each) : []))))
    if (isLazyNamespace(namespace)) use(loadCatalogue(texts.language, namespace))
  return (message) => formatMessage(message, lookup)
}
