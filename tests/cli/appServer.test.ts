import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startAppServer, type AppServer, type AppServerOptions } from '../../src/cli/appServer'
import { commandLine } from './environment'

const page = `<!doctype html><meta
  http-equiv="Content-Security-Policy"
  content="default-src 'self'; style-src 'self' 'sha256-abc'"
/><p>Kizuna</p>`

let place: string
let folder: string
let servers: AppServer[]

beforeEach(() => {
  servers = []
  place = mkdtempSync(join(tmpdir(), 'kizuna-app-'))
  folder = join(place, 'app')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), page)
  writeFileSync(join(folder, 'assets', 'index-abc.js'), 'export {}')
  writeFileSync(join(place, 'outside.txt'), 'secret')
})

afterEach(async () => {
  await Promise.all(servers.map(({ close }) => close()))
  rmSync(place, { recursive: true })
})

async function start(options: Partial<AppServerOptions> = {}): Promise<AppServer> {
  const server = await startAppServer({ folder, port: 0, ...options })
  servers.push(server)
  return server
}

describe('the server of the app', () => {
  it('sends the policy of the page as a header with every answer, and no type is guessed', async () => {
    const { address } = await start()
    for (const path of ['', 'assets/index-abc.js', 'assets/gone.js']) {
      const { headers } = await fetch(address + path)
      expect(headers.get('Content-Security-Policy')).toBe(
        "default-src 'self'; style-src 'self' 'sha256-abc'; frame-ancestors 'none'",
      )
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(headers.get('Referrer-Policy')).toBe('no-referrer')
      expect(headers.get('X-Frame-Options')).toBe('DENY')
      expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin')
      expect(headers.get('Cross-Origin-Embedder-Policy')).toBe('require-corp')
    }
  })

  it('lets hashed files be cached for ever, and the page be asked for each time', async () => {
    const { address } = await start()
    const [script, index] = await Promise.all([fetch(`${address}assets/index-abc.js`), fetch(address)])
    expect(script.headers.get('Cache-Control')).toContain('immutable')
    expect(script.headers.get('Content-Type')).toContain('javascript')
    expect(index.headers.get('Cache-Control')).toBe('no-cache')
  })

  it('answers 404 for what is not there, also outside of its folder', async () => {
    const { address } = await start()
    for (const path of ['assets/gone.js', 'nothing', '..%2foutside.txt', '%2e%2e/outside.txt', '%']) {
      const response = await fetch(address + path)
      expect(response.status, path).toBe(404)
      expect(await response.text()).not.toContain('secret')
    }
  })

  it('takes addresses of a hundred thousand characters', async () => {
    const { address } = await start()
    expect((await fetch(`${address}?v=1&select=${'a'.repeat(100_000)}`)).status).toBe(200)
  })

  it('can be shown in frames of the origins that are named, and of no others', async () => {
    const { address } = await start({ frameAncestors: ['https://example.org'] })
    const { headers } = await fetch(address)
    expect(headers.get('Content-Security-Policy')).toMatch(/frame-ancestors https:\/\/example\.org$/)
    expect(headers.get('X-Frame-Options')).toBeNull()
  })

  it('takes the next port where one is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const { address } = await start({ port })
    expect(Number(new URL(address).port)).toBeGreaterThan(port)
    expect(await (await fetch(address)).text()).toContain('Kizuna')
    await new Promise((resolve) => other.close(resolve))
  })

  it('says that the app is not built', async () => {
    await expect(startAppServer({ folder: join(folder, 'assets'), port: 0 })).rejects.toThrow('the app is not built')
  })
})

describe('kizuna serve', () => {
  it.each(['http', '70000', '-1', '80.5'])('says that PORT=%s is no port', async (port) => {
    const before = process.env['PORT']
    process.env['PORT'] = port
    try {
      const { status, err } = await commandLine('.')('serve')
      expect(status).toBe(2)
      expect(err).toContain(`PORT: "${port}" is not a port number from 0 to 65535`)
    } finally {
      if (before === undefined) delete process.env['PORT']
      else process.env['PORT'] = before
    }
  })

  it('says that an origin is none', async () => {
    const { status, err } = await commandLine('.')('serve', '--embed', 'example.org/page')
    expect(status).toBe(2)
    expect(err).toContain('--embed: "example.org/page" is not an origin')
  })
})
