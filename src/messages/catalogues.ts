import type { Language } from './language'
import type { ClocksMessages } from './clocks.en'
import type { CommandsMessages } from './commands.en'
import type { ErrorsMessages } from './errors.en'
import type { ExportsMessages } from './exports.en'
import type { FilesMessages } from './files.en'
import type { FormatsMessages } from './formats.en'
import type { IssuesMessages } from './issues.en'
import type { MetricsMessages } from './metrics.en'
import type { MoneyMessages } from './money.en'
import type { ReadFaultsMessages } from './readFaults.en'
import type { SourcesMessages } from './sources.en'
import type { TablesMessages } from './tables.en'
import type { Texts } from './texts.en'
import type { ValueTypesMessages } from './valueTypes.en'
import type { WorkMessages } from './work.en'

/** The catalogues that are loaded when a panel, dialog or message needs them. */
interface LazyCatalogues {
  readonly commands: CommandsMessages
  readonly files: FilesMessages
  readonly formats: FormatsMessages
  readonly tables: TablesMessages
  readonly readFaults: ReadFaultsMessages
  readonly exports: ExportsMessages
  readonly metrics: MetricsMessages
  readonly money: MoneyMessages
  readonly sources: SourcesMessages
  readonly issues: IssuesMessages
  readonly clocks: ClocksMessages
  readonly errors: ErrorsMessages
  readonly valueTypes: ValueTypesMessages
  readonly work: WorkMessages
}

/** The catalogues of the first view, which are always loaded. */
type FirstCatalogues = Omit<Texts, 'language' | 'format'>

/** Every catalogue of one language, by namespace. To add one: write its two files, and name it here. */
export type Catalogues = LazyCatalogues & FirstCatalogues
export type Namespace = keyof Catalogues
export type LazyNamespace = keyof LazyCatalogues

/** Loads the texts of the first view. */
export const loadTexts: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: async () => (await import('./texts.en')).textsEn,
  ja: async () => (await import('./texts.ja')).textsJa,
}

type Loaders = { readonly [Space in LazyNamespace]: () => Promise<Catalogues[Space]> }

const loaders: Readonly<Record<Language, Loaders>> = {
  en: {
    commands: async () => (await import('./commands.en')).commandsEn,
    files: async () => (await import('./files.en')).filesEn,
    formats: async () => (await import('./formats.en')).formatsEn,
    tables: async () => (await import('./tables.en')).tablesEn,
    readFaults: async () => (await import('./readFaults.en')).readFaultsEn,
    exports: async () => (await import('./exports.en')).exportsEn,
    metrics: async () => (await import('./metrics.en')).metricsEn,
    money: async () => (await import('./money.en')).moneyEn,
    sources: async () => (await import('./sources.en')).sourcesEn,
    issues: async () => (await import('./issues.en')).issuesEn,
    clocks: async () => (await import('./clocks.en')).clocksEn,
    errors: async () => (await import('./errors.en')).errorsEn,
    valueTypes: async () => (await import('./valueTypes.en')).valueTypesEn,
    work: async () => (await import('./work.en')).workEn,
  },
  ja: {
    commands: async () => (await import('./commands.ja')).commandsJa,
    files: async () => (await import('./files.ja')).filesJa,
    formats: async () => (await import('./formats.ja')).formatsJa,
    tables: async () => (await import('./tables.ja')).tablesJa,
    readFaults: async () => (await import('./readFaults.ja')).readFaultsJa,
    exports: async () => (await import('./exports.ja')).exportsJa,
    metrics: async () => (await import('./metrics.ja')).metricsJa,
    money: async () => (await import('./money.ja')).moneyJa,
    sources: async () => (await import('./sources.ja')).sourcesJa,
    issues: async () => (await import('./issues.ja')).issuesJa,
    clocks: async () => (await import('./clocks.ja')).clocksJa,
    errors: async () => (await import('./errors.ja')).errorsJa,
    valueTypes: async () => (await import('./valueTypes.ja')).valueTypesJa,
    work: async () => (await import('./work.ja')).workJa,
  },
}

const loaded = new Map<string, Catalogues[LazyNamespace]>()
/** A promise that says itself how it ended, so that React's `use` takes a loaded catalogue without suspending. */
interface TrackedPromise<Value> extends Promise<Value> {
  status?: 'fulfilled'
  value?: Value
}

const loading = new Map<string, TrackedPromise<Catalogues[LazyNamespace]>>()
/** Catalogues that could not be loaded. Their promises are kept, so that a part that renders again does not load them again. */
const failed = new Set<string>()

/** A catalogue, if it has been loaded. */
export const loadedCatalogue = <Space extends LazyNamespace>(
  language: Language,
  namespace: Space,
): Catalogues[Space] | undefined => loaded.get(`${language}/${namespace}`) as Catalogues[Space] | undefined

/** Lets catalogues that could not be loaded be asked for again. */
export function retryFailedCatalogues(): void {
  for (const key of failed) loading.delete(key)
  failed.clear()
}

/** Loads a catalogue once; one that could not be loaded is asked for again after `retryFailedCatalogues`. */
export function loadCatalogue<Space extends LazyNamespace>(
  language: Language,
  namespace: Space,
): Promise<Catalogues[Space]> {
  const key = `${language}/${namespace}`
  let promise = loading.get(key)
  if (!promise) {
    const started: TrackedPromise<Catalogues[LazyNamespace]> = loaders[language][namespace]().then(
      (catalogue) => {
        loaded.set(key, catalogue)
        return Object.assign(started, { status: 'fulfilled', value: catalogue }).value
      },
      (error: unknown) => {
        failed.add(key)
        throw error
      },
    )
    promise = started
    loading.set(key, promise)
  }
  return promise as Promise<Catalogues[Space]>
}

/** Whether a namespace is loaded on demand, rather than with the first view. */
export const isLazyNamespace = (namespace: Namespace): namespace is LazyNamespace =>
  Object.hasOwn(loaders.en, namespace)

/** Whether a namespace belongs to the first view, whose catalogues come with `Texts`. */
const isFirst = (texts: Texts, namespace: Namespace): namespace is keyof FirstCatalogues => namespace in texts

/** Looks catalogues up for `formatMessage`: those of the first view, and those that were loaded since. */
export const catalogueLookup =
  (texts: Texts) =>
  (namespace: Namespace): Catalogues[Namespace] | undefined =>
    isFirst(texts, namespace) ? texts[namespace] : loadedCatalogue(texts.language, namespace)

/** Loads the catalogues in another language that are loaded in one, so that nothing on the screen waits for a switch. */
export async function loadSameCatalogues(from: Language, to: Language): Promise<void> {
  retryFailedCatalogues()
  const spaces = [...loaded.keys()].filter((key) => key.startsWith(`${from}/`)).map((key) => key.slice(from.length + 1))
  await Promise.all(spaces.map((space) => loadCatalogue(to, space as LazyNamespace)))
}
