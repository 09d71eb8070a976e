import { startTransition, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { bundledUrl } from 'virtual:kizuna-data'
import type { App } from './app/app'
import { createApp } from './app/createApp'
import { namesData } from './app/addressBar'
import { bindKeyboardShortcuts } from './app/keyboard'
import { applyDocumentLanguage, initialLanguage } from './app/languagePreference'
import { reportUncaughtErrors } from './app/uncaughtErrors'
import { initialiseTheme } from './app/themePreference'
import { readCompiledDataset } from './formats/kizuna/readCompiledDataset'
import { loadCatalogue, loadTexts } from './messages/catalogues'
import type { Language } from './messages/language'
import type { Message } from './messages/message'
import type { Graph } from './model/graph'
import { textInLanguage } from './model/nodeNames'
import { PartBoundary } from './ui/controls/PartBoundary'
import { AppContext } from './ui/controls/useApp'
import { AppFrame } from './ui/frame/AppFrame'
import { StartupError } from './ui/frame/StartupError'
import './ui/main.css'

let root: Root | undefined

function render(content: ReactNode): void {
  root ??= createRoot(document.getElementById('root')!)
  root.render(content)
}

/** Today in the reader's time zone, YYYY-MM-DD. */
function today(): string {
  const now = new Date()
  const twoDigits = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`
}

const makeWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()))

/** Why the bundled data set could not be loaded: the HTTP status. */
class DataFault extends Error {
  constructor(readonly status: number) {
    super(`the data set could not be loaded (HTTP status ${status})`)
  }
}

async function loadBundledGraph(): Promise<Graph> {
  const response = await fetch(bundledUrl)
  if (!response.ok) throw new DataFault(response.status)
  return readCompiledDataset(await response.text())
}

/** Reads what the address names; undefined if that is the bundled data set. What opens files is only loaded this early here. */
async function readNamedData(language: Language) {
  if (!namesData(location.search)) return undefined
  const opener = await import('./app/initialFile')
  const result = await opener.loadInitialData(makeWorker, (step) => void showStep(step, language))
  return { result, applyTo: (app: App) => opener.applyInitialFile(app, result) }
}

async function start(language: Language): Promise<void> {
  applyDocumentLanguage(language)
  const named = await readNamedData(language)
  const found = named && 'graph' in named.result ? named.result : undefined
  const [texts, graph] = await Promise.all([loadTexts[language](), found?.graph ?? loadBundledGraph()])
  // The browser has fetched it beside the scripts, and complains of what nobody takes.
  if (found) void fetch(bundledUrl).catch(() => undefined)
  const app = createApp(graph, { makeWorker, nextFrame, today, texts, ...found })
  named?.applyTo(app)
  bindKeyboardShortcuts(app)
  reportUncaughtErrors(app)
  keepDocumentInStep(app)
  // In slices, between which the browser can paint and handle input.
  startTransition(() =>
    render(
      <AppContext value={app}>
        <PartBoundary part={texts.frame.failure.parts.page}>
          <AppFrame />
        </PartBoundary>
      </AppContext>,
    ),
  )
}

/** Keeps the title and the language of the document in step with the open graph and the reader's language. */
function keepDocumentInStep({ workspace, session }: App): void {
  let shown: { readonly about: Graph['about']; readonly language: Language } | undefined
  const update = () => {
    const { about } = workspace.getState().graph
    const { language } = session.getState().texts
    if (shown?.about === about && shown.language === language) return
    shown = { about, language }
    document.title = `${textInLanguage(language, about.title, about.title_ja)} · Kizuna`
    applyDocumentLanguage(language)
  }
  update()
  workspace.subscribe(update)
  session.subscribe(update)
}

/** Shows what is being done before there is a graph. */
async function showStep(step: Message, language: Language): Promise<void> {
  const { loadMessageText } = await import('./app/loadMessageText')
  const text = await loadMessageText(step, await loadTexts[language]())
  const line = document.querySelector('.begin span')
  if (line) line.textContent = `${text}…`
}

/** Shows why the app could not start, in both languages if the texts of one cannot be loaded. */
async function showStartupError(error: unknown, language: Language): Promise<void> {
  const detail = error instanceof Error ? error.message : String(error)
  try {
    const errors = await loadCatalogue(language, 'errors')
    const what =
      error instanceof DataFault ? errors.dataNotLoaded({ status: error.status }) : errors.unexpected({ detail })
    render(<StartupError title={errors.startupTitle} what={what} tryAgain={errors.tryAgain} />)
  } catch {
    render(
      <StartupError
        title="Kizuna could not start · Kizunaを起動できませんでした"
        what={detail}
        tryAgain="Try again · 再試行"
      />,
    )
  }
}

initialiseTheme()
const language = initialLanguage(location.search)
start(language).catch((error: unknown) => showStartupError(error, language))
