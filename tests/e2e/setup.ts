import type { TestProject } from 'vitest/node'
import { startAppServer } from '../../src/cli/appServer'
import { needBrowser } from '../browser'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly address: string
    readonly browser: string
  }
}

/** Serves the production build as `kizuna serve` does, on a free port of loopback, and finds the browser. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startAppServer({ folder: 'dist/app', port: 0 })
  project.provide('address', server.address)
  project.provide('browser', needBrowser())
  return server.close
}
