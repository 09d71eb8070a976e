import { existsSync } from 'node:fs'
import { preview } from 'vite'
import type { TestProject } from 'vitest/node'
import { needBrowser } from '../browser'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly address: string
    readonly browser: string
  }
}

/** Serves the production build on a free port of loopback, and finds the browser. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync('dist/app/index.html'))
    throw new Error('the app is not built: run "npm run build" first, or "npm test" for everything')
  const server = await preview({ logLevel: 'warn', preview: { port: 0, host: '127.0.0.1' } })
  project.provide('address', server.resolvedUrls!.local[0]!)
  project.provide('browser', needBrowser())
  return () => server.close()
}
