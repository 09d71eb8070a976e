import { createRoot } from 'react-dom/client'
import { bundledUrl } from 'virtual:kizuna-data'
import { createApp } from './app/createApp'
import { keepKeyboard } from './app/keyboard'
import { keepTheme } from './app/theme'
import { readCompiled } from './formats/kizuna/compiled'
import { AppContext } from './ui/useApp'
import { Frame } from './ui/Frame'
import { Trouble } from './ui/Trouble'
import './ui/main.css'

const root = createRoot(document.getElementById('root')!)

/** The person's own calendar day. */
function today(): string {
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

async function begin(): Promise<void> {
  const answer = await fetch(bundledUrl)
  if (!answer.ok) throw new Error(`the data set could not be loaded (${answer.status})`)
  const graph = readCompiled(await answer.text())
  const makeWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()))
  const app = createApp(graph, { makeWorker, frame, today })
  keepKeyboard(app)
  document.title = `${graph.about.title} · Kizuna`
  root.render(
    <AppContext value={app}>
      <Frame />
    </AppContext>,
  )
}

keepTheme()
begin().catch((error: unknown) =>
  root.render(<Trouble what={error instanceof Error ? error.message : String(error)} />),
)
