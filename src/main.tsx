import { applyDocumentLanguage, initialLanguage } from './app/languagePreference'
import { loadTexts } from './messages/catalogues'
import { startTransition, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { bundledUrl } from 'virtual:kizuna-data'
import { createApp } from './app/createApp'
import { fileUrlInQuery } from './app/addressBar'
import { bindKeyboardShortcuts } from './app/keyboard'
import { initialiseTheme } from './app/themePreference'
import { readCompiledDataset } from './formats/kizuna/readCompiledDataset'
import type { Graph } from './model/graph'
import { AppContext } from './ui/controls/useApp'
import { AppFrame } from './ui/frame/AppFrame'
import { StartupError } from './ui/frame/StartupError'
import './ui/main.css'

let root: Root | undefined

function show(what: ReactNode): void {
  root ??= createRoot(document.getElementById('root')!)
  root.render(what)
}

/** The person's own calendar day. */
function today(): string {
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

const makeWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()))

/** The data set that comes with the program. */
async function bundled(): Promise<Graph> {
  const answer = await fetch(bundledUrl)
  if (!answer.ok) throw new Error(`the data set could not be loaded (${answer.status})`)
  return readCompiledDataset(await answer.text())
}

async function begin(): Promise<void> {
  const from = fileUrlInQuery(location.search)
  // Only an address that asks for a file needs what opens one before there is a program.
  const opener = from === undefined ? undefined : await import('./app/initialFile')
  const asked = opener && (await opener.loadInitialFile(from!, makeWorker, say))
  const language = initialLanguage(location.search)
  const [texts, graph] = await Promise.all([loadTexts[language](), asked && 'graph' in asked ? asked.graph : bundled()])
  const app = createApp(graph, {
    makeWorker,
    nextFrame: frame,
    today,
    texts,
    fileUrl: asked && 'graph' in asked ? from : undefined,
  })
  if (asked) opener!.applyInitialFile(app, asked)
  bindKeyboardShortcuts(app)
  const entitle = (title: string) => (document.title = `${title} · Kizuna`)
  entitle(graph.about.title)
  app.workspace.subscribe((now) => entitle(now.graph.about.title))
  applyDocumentLanguage(language)
  app.session.subscribe((now) => applyDocumentLanguage(now.texts.language))
  // In slices, between which the page may draw and take keys.
  startTransition(() =>
    show(
      <AppContext value={app}>
        <AppFrame />
      </AppContext>,
    ),
  )
}

/** What is being done before there is a graph to show. */
function say(words: string): void {
  const line = document.querySelector('.begin span')
  if (line) line.textContent = `${words} …`
}

initialiseTheme()
begin().catch((error: unknown) => show(<StartupError what={error instanceof Error ? error.message : String(error)} />))
