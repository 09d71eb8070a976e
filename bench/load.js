import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadConfigFromFile, runnerImport } from 'vite'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** A module of the program by its path from the top, in TypeScript as it stands, with what our build gives to modules. */
export async function loadModule(path) {
  const file = join(root, 'vite.config.ts')
  const { config } = await loadConfigFromFile({ command: 'serve', mode: 'development' }, file, root, 'silent')
  const plugins = config.plugins.flat().filter((plugin) => plugin && plugin.name === 'force-kernel')
  const { module } = await runnerImport(join(root, path), { root, plugins })
  return module
}
