import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import sirv from 'sirv'
import { UsageFault } from './cliFaults'

export interface AppServerOptions {
  /** The built app, with its index.html. */
  readonly folder: string
  /** The port on loopback; 0 for any free one. */
  readonly port: number
  /** Origins whose pages may show the app in a frame; none if absent. */
  readonly frameAncestors?: readonly string[]
}

export interface AppServer {
  /** Such as `http://127.0.0.1:4173/`. */
  readonly address: string
  readonly close: () => Promise<void>
}

/** Addresses of views may be long; Node answers 431 beyond 16 KB if it is not told otherwise. */
const maxHeaderBytes = 1 << 20

/** How many ports after a taken one are tried. */
const triedPorts = 20

/**
 * Serves the built app on 127.0.0.1 with the headers that a public host should send too: the whole content security policy,
 * isolation, no guessing of types, and hashed files that may be cached for ever. What is not there is a 404.
 * @throws UsageFault if the app is not built, or if the port and those after it are taken
 */
export async function startAppServer({ folder, port, frameAncestors = [] }: AppServerOptions): Promise<AppServer> {
  const page = join(folder, 'index.html')
  if (!existsSync(page)) throw new UsageFault(`${page} is missing: the app is not built`)
  const headers = appHeaders(readFileSync(page, 'utf8'), frameAncestors)
  const setHeaders = (response: ServerResponse, path: string) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    response.setHeader('Cache-Control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
  }
  const files = sirv(folder, { etag: true, dev: true, setHeaders })
  const server = createServer({ maxHeaderSize: maxHeaderBytes }, (request, response) =>
    files(request, response, () => {
      setHeaders(response, '')
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' })
      response.end('There is no such file.\n')
    }),
  )
  const taken = await listen(server, port)
  return {
    address: `http://127.0.0.1:${taken}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Listens on the port, or on the next free one; gives the port. */
async function listen(server: Server, port: number): Promise<number> {
  for (let candidate = port; ; candidate++) {
    const fault = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      server.once('error', resolve)
      server.listen(candidate, '127.0.0.1', () => {
        server.off('error', resolve)
        resolve(undefined)
      })
    })
    if (!fault) return (server.address() as AddressInfo).port
    const isTaken = fault.code === 'EADDRINUSE' || fault.code === 'EACCES'
    if (!isTaken || candidate >= Math.min(port + triedPorts, 65_535))
      throw new UsageFault(`port ${port} cannot be used: ${fault.message}`)
  }
}

/**
 * The headers of every answer. The policy is the one that the page itself declares, and says who may frame it, which a page
 * cannot.
 */
export function appHeaders(page: string, frameAncestors: readonly string[]): Readonly<Record<string, string>> {
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(page)?.[1] ?? "default-src 'self'"
  const isEmbeddable = frameAncestors.length > 0
  return {
    'Content-Security-Policy': `${policy}; frame-ancestors ${isEmbeddable ? frameAncestors.join(' ') : "'none'"}`,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': isEmbeddable ? 'cross-origin' : 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    ...(!isEmbeddable && { 'X-Frame-Options': 'DENY' }),
  }
}
