import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, loadConfigFromFile } from 'vite'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Where the bundle of a module is, once it was loaded; for workers, which begin with it anew. */
export const fileOf = (path) =>
  pathToFileURL(join(root, 'dist/bench-node', dirname(path), `${basename(path, extname(path))}.js`))

// Benches call it between turns: what one side left behind must not be cleared away in the time of the other.
setFlagsFromString('--expose-gc')
globalThis.gc ??= runInNewContext('gc')

/**
 * A module of the program by its path from the top, bundled as users get it: what runs modules in development turns every
 * import into a property that is read anew at each use. Our build's plugins that give modules their contents go with it.
 */
export async function loadModule(path) {
  const config = join(root, 'vite.config.ts')
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, config, root, 'silent')
  const plugins = loaded.config.plugins.flat().filter((plugin) => plugin && plugin.name === 'force-kernel')
  const outDir = join(root, 'dist/bench-node', dirname(path))
  const entryFileNames = `${basename(path, extname(path))}.js`
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins,
    build: {
      ssr: join(root, path),
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      rolldownOptions: { output: { entryFileNames } },
    },
  })
  return import(fileOf(path).href)
}
