import { catalogueLookup, loadCatalogue, type LazyNamespace } from '../src/messages/catalogues'
import { formatMessage, type Message } from '../src/messages/message'
import { textsEn } from '../src/messages/texts.en'

const lazyNamespaces: readonly LazyNamespace[] = [
  'commands',
  'files',
  'formats',
  'readFaults',
  'tables',
  'exports',
  'metrics',
  'money',
  'sources',
  'issues',
  'clocks',
  'errors',
  'valueTypes',
  'work',
]
await Promise.all(lazyNamespaces.map((namespace) => loadCatalogue('en', namespace)))

/** A message in English; text that is already in words stays. */
export const inEnglish = (message: Message | string): string =>
  typeof message === 'string' ? message : formatMessage(message, catalogueLookup(textsEn))
