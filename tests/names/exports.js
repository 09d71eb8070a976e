import { readdirSync, readFileSync } from 'node:fs'
import { parseSync } from 'vite'

/**
 * Every name that a module of `src` exports from its own code, with its path from the top: values and types, each once a
 * file. Re-exports and the ambient declarations of packages are left out.
 *
 * @returns {{ path: string, name: string }[]} in order of path, then of name
 */
export function exportedNames() {
  const paths = readdirSync('src', { recursive: true })
    .map((name) => `src/${String(name).replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .sort()
  return paths.flatMap((path) => namesIn(path, readFileSync(path, 'utf8')))
}

/** The names that one module exports, each once, in alphabetical order. */
export function namesIn(path, text) {
  const { module } = parseSync(path, text)
  const entries = module.staticExports.flatMap((each) => each.entries)
  const names = entries.filter((entry) => !entry.moduleRequest).map((entry) => entry.exportName.name)
  return [...new Set(names)].sort().map((name) => ({ path, name }))
}
