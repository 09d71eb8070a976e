import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { runnerImport, type Plugin } from 'vite'
import type * as Compiler from './src/cli/compileDataset'
import { defineConfig } from 'vitest/config'

const kernelFolder = fileURLToPath(new URL('src/layout/kernel', import.meta.url))

/** The WebAssembly of the force layout, from its AssemblyScript in files that end in `.as`; the compiler wants `.ts`. */
async function compileKernel(): Promise<string> {
  const { default: compiler } = await import('assemblyscript/asc')
  const said: string[] = []
  let wasm: Uint8Array | undefined
  const options =
    '-O3 --noAssert --runtime stub --importMemory --maximumMemory 65536 --enable simd --disableWarning 112'
  const { error } = await compiler.main(['kernel.ts', ...options.split(' '), '-u', 'abort=', '-o', 'kernel.wasm'], {
    stderr: { write: (text) => void said.push(String(text)) },
    readFile: (name) =>
      /^\w+\.ts$/.test(name) ? readFileSync(join(kernelFolder, name.replace(/\.ts$/, '.as')), 'utf8') : null,
    writeFile: (_, contents) => {
      wasm = contents as Uint8Array
    },
    listFiles: () => [],
  })
  if (error || !wasm) throw new Error(`The force kernel does not compile.\n${said.join('')}`, { cause: error })
  return Buffer.from(wasm).toString('base64')
}

let compiledKernel: Promise<string> | undefined

/** Gives modules the kernel as text; compiled when first asked for, once a process. */
export function forceKernel(): Plugin {
  return {
    name: 'force-kernel',
    resolveId: { filter: { id: /^virtual:force-kernel$/ }, handler: () => '\0force-kernel' },
    load: {
      filter: { id: /^\0force-kernel$/ },
      async handler() {
        compiledKernel ??= compileKernel()
        return `export const kernel = '${await compiledKernel}'`
      },
    },
  }
}

const dataset = 'graph-data/us-japan-investment'
const virtual = 'virtual:kizuna-data'

/** The compiler of data sets is the command line's; it is loaded as the app's own modules are. */
async function compile(root: string): Promise<string> {
  const { module } = await runnerImport<typeof Compiler>(join(root, 'src/cli/compileDataset.ts'), {
    plugins: [forceKernel()],
  })
  return module.compileDataset(join(root, dataset))
}

/** Gives the app the address of the compiled data set; in development it is compiled when asked for. */
function kizunaData(): Plugin {
  let root = ''
  let building = false
  return {
    name: 'kizuna-data',
    configResolved(config) {
      root = config.root
      building = config.command === 'build'
    },
    resolveId: (id) => (id === virtual ? `\0${virtual}` : undefined),
    async load(id) {
      if (id !== `\0${virtual}`) return undefined
      if (!building) return `export const bundledUrl = '/${dataset}.json'`
      const reference = this.emitFile({ type: 'asset', name: 'us-japan-investment.json', source: await compile(root) })
      return `export const bundledUrl = import.meta.ROLLUP_FILE_URL_${reference}`
    },
    // The data are fetched beside the scripts, not after them.
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle }) {
        const name = Object.keys(bundle ?? {}).find((file) => file.endsWith('.json'))
        if (name === undefined) return []
        const href = `./${name}`
        return [{ tag: 'link', attrs: { rel: 'preload', as: 'fetch', crossorigin: true, href }, injectTo: 'head' }]
      },
    },
    configureServer(server) {
      server.middlewares.use(`/${dataset}.json`, async (_, response) => {
        response.setHeader('Content-Type', 'application/json')
        try {
          response.end(await compile(root))
        } catch (error) {
          response.statusCode = 500
          response.end(String(error))
        }
      })
      server.watcher.add(join(root, dataset))
      server.watcher.on('all', (_, path) => {
        if (path.endsWith('.yaml')) server.ws.send({ type: 'full-reload' })
      })
    },
  }
}

/** What citation-js would fetch with has no place in a bibliography that is written from what is there. */
const nothingFetched = (): Plugin => ({
  name: 'nothing-fetched',
  enforce: 'pre',
  resolveId: (id) => (['sync-fetch', 'node-fetch'].includes(id) ? '\0nothing-fetched' : undefined),
  load: (id) => (id === '\0nothing-fetched' ? 'export default undefined; export const Headers = undefined' : undefined),
})

/** npm links a program that may be run. Its first run keeps the bundled data set as it is compiled; one with faults is said by `check`. */
const executable = (): Plugin => ({
  name: 'executable',
  writeBundle({ dir }) {
    const program = join(dir!, 'cli.js')
    chmodSync(program, 0o755)
    spawnSync(process.execPath, [program, 'stats'], { stdio: 'ignore' })
  },
})

const isolated = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
}

const script = (name: string, test: RegExp, priority: number) => ({
  name,
  test,
  priority,
  tags: ['$initial' as const],
})

/** What the first view needs, in three scripts. */
const firstScripts = [
  script('react', /node_modules\/(react|react-dom|scheduler|zustand|use-sync-external-store)\//, 2),
  script('drawing', /node_modules\/(sigma|graphology|graphology-utils|events)\//, 2),
  script('first', /./, 1),
]

/**
 * The scripts that the program's own stands on are run as they come, each in a task of its own, and not all in one with it,
 * which would hold up the page.
 */
const separately = (): Plugin => ({
  name: 'separately',
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html.replace(
        /<link rel="modulepreload" crossorigin href="([^"]+)">/g,
        '<script type="module" async crossorigin src="$1"></script>',
      ),
  },
})

/**
 * The built page allows only its own style block, by its hash, and no web sockets; both are for the development server. The
 * server of the command line sends the same policy as a header, which binds workers too.
 */
const strictPolicy = (): Plugin => ({
  name: 'strict-policy',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => {
      const hashes = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
        ([, text]) => `'sha256-${createHash('sha256').update(text!).digest('base64')}'`,
      )
      return html.replace("'unsafe-inline'", hashes.join(' ')).replace("connect-src 'self' ws:", "connect-src 'self'")
    },
  },
})

const app = {
  base: './',
  plugins: [react(), kizunaData(), separately(), strictPolicy(), nothingFetched(), forceKernel()],
  worker: { format: 'es' as const, plugins: () => [forceKernel()] },
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    modulePreload: { polyfill: false },
    rolldownOptions: { checks: { bundlerTimings: false }, output: { codeSplitting: { groups: firstScripts } } },
  },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1', headers: isolated },
}

const small = ['zod', 'yaml', 'edtf', 'saxes', 'fflate', 'papaparse', 'n3', 'nearley']

const cli = {
  plugins: [executable(), forceKernel()],
  logLevel: 'warn' as const,
  // Small packages are carried along: looking for their hundred files takes longer than reading them. Node cannot read
  // those of maps as they are: JSON, and names that only a bundler finds.
  ssr: { noExternal: [...small, 'world-atlas', 'topojson-client'] },
  build: {
    ssr: 'src/cli.ts',
    outDir: 'dist/cli',
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'cli.js', banner: '#!/usr/bin/env node' } },
  },
}

const tests = {
  projects: [
    {
      plugins: [forceKernel()],
      test: {
        name: 'unit',
        include: ['tests/**/*.test.ts'],
        exclude: ['tests/e2e/**'],
        setupFiles: 'tests/chance.ts',
        testTimeout: 60_000,
      },
    },
    {
      test: {
        name: 'e2e',
        include: ['tests/e2e/**/*.test.ts'],
        globalSetup: 'tests/e2e/setup.ts',
        fileParallelism: false,
        testTimeout: 60_000,
        hookTimeout: 60_000,
        // Parts are loaded when they are needed; how long that takes is the machine's business.
        expect: { poll: { timeout: 30_000, interval: 50 } },
      },
    },
  ],
}

export default defineConfig(({ mode }) => ({ ...(mode === 'cli' ? cli : app), test: tests }))
