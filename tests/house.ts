import { parseSync } from 'vite'

/** A source file, by its path from the top. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

interface Room {
  /** Folders that it may import from, beside itself. */
  readonly folders: readonly string[]
  readonly packages: readonly string[]
  /** On floors 0 to 2 nothing reaches for clock, chance, network, page or storage. */
  readonly pure: boolean
}

const ground = ['model', 'messages']
const first = ['model', 'messages', 'analysis', 'formats', 'layout', 'drawing']

const maps = ['d3-geo', 'topojson-client', 'world-atlas']
const citations = ['@citation-js/core', '@citation-js/plugin-bibtex', '@citation-js/plugin-ris']

/** Floor by floor: a folder may import from the folders and packages that it names, and from no others. */
export const house: Readonly<Record<string, Room>> = {
  messages: { folders: [], packages: [], pure: true },
  model: { folders: ['messages'], packages: ['zod', 'edtf'], pure: true },
  analysis: { folders: ground, packages: [], pure: true },
  layout: { folders: ground, packages: ['virtual:force-kernel', '@dagrejs/dagre', ...maps], pure: true },
  formats: {
    folders: ground,
    packages: ['zod', 'yaml', 'edtf', 'saxes', 'fflate', 'papaparse', 'n3', 'jsonld', ...citations],
    pure: true,
  },
  drawing: { folders: ground, packages: [], pure: true },
  scene: { folders: first, packages: [], pure: true },
  jobs: { folders: ['model', 'messages', 'analysis', 'layout', 'formats'], packages: [], pure: true },
  app: { folders: [...first, 'scene', 'jobs'], packages: ['zustand'], pure: false },
  cli: { folders: [...first, 'scene', 'jobs'], packages: ['node', 'vite'], pure: false },
  ui: {
    folders: ['model', 'messages', 'analysis', 'layout', 'drawing', 'scene', 'app'],
    packages: ['react', 'react-dom', 'sigma', 'graphology', 'zustand', 'd3-sankey', '@fontsource-variable/inter'],
    pure: false,
  },
}

/** The files that put everything together may import everything. */
const wiring = new Set(['src/main.tsx', 'src/cli.ts', 'src/worker.ts', 'src/env.d.ts'])

const impure = [
  /\bDate\.now\b/,
  /\bnew Date\(\s*\)/,
  /\bMath\.random\b/,
  /\bperformance\.now\b/,
  /(?<![\w.'"-])(?:window|document|navigator|localStorage|sessionStorage|indexedDB)\b\s*[.[(]/,
  /(?<![\w.])fetch\(/,
  /\bnew (?:Worker|XMLHttpRequest|WebSocket)\b/,
]

export const longest = 250

const folderOf = (path: string): string => path.split('/')[1]!
const packageOf = (name: string): string =>
  name.startsWith('node:')
    ? 'node'
    : name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/')

/** AssemblyScript, in files that end in `.as`, reads like TypeScript, and keeps to the same rules. */
const asScript = (path: string): string => path.replace(/\.as$/, '.ts')

/** Every module that a file names: imports of values and of types, re-exports, and imports on demand. */
export function importsOf({ path, text }: SourceFile): string[] {
  const { module } = parseSync(asScript(path), text)
  const again = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
  )
  const later = module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
    text.slice(start, end).replace(/^['"]|['"]$/g, ''),
  )
  return [...module.staticImports.map(({ moduleRequest }) => moduleRequest.value), ...again, ...later]
}

/** The path that a relative import leads to, without the ending of its file. */
function resolved(from: string, name: string): string {
  const parts = from.split('/').slice(0, -1)
  for (const part of name.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

const withoutEnding = (path: string): string => path.replace(/\.(d\.ts|tsx?|as|css)$/, '')

/** What a file has wrong with its room. */
export function faultsOf(file: SourceFile): string[] {
  const { path, text } = file
  const lines = text.split('\n').length
  const faults = lines > longest ? [`${path} has ${lines} lines; ${longest} can be read in one sitting`] : []
  if (wiring.has(path)) return faults
  const room = house[folderOf(path)]
  if (!room) return [...faults, `${path} stands in no room of the house`]
  const own = [folderOf(path), ...room.folders]
  for (const name of importsOf(file)) {
    if (name.startsWith('.')) {
      const folder = folderOf(resolved(path, name))
      if (!own.includes(folder)) faults.push(`${path} imports ${name}: ${folderOf(path)} may not use ${folder}`)
    } else if (!room.packages.includes(packageOf(name)))
      faults.push(`${path} imports ${name}: ${folderOf(path)} may not use this package`)
  }
  if (room.pure) {
    const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    for (const pattern of impure) {
      const found = pattern.exec(code)?.[0]
      if (found) faults.push(`${path} reaches for ${found}, which floors 0 to 2 are given`)
    }
  }
  return faults
}

/** Cycles of files, each as the way round; imports of types count, imports on demand do not tie. */
export function cyclesOf(files: readonly SourceFile[]): string[] {
  const known = new Map(files.map((file) => [withoutEnding(file.path), file]))
  const next = new Map(
    files.map((file) => {
      const { module } = parseSync(asScript(file.path), file.text)
      const again = module.staticExports.flatMap(({ entries }) =>
        entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
      )
      const names = [...module.staticImports.map(({ moduleRequest }) => moduleRequest.value), ...again]
      const paths = names.filter((name) => name.startsWith('.')).map((name) => withoutEnding(resolved(file.path, name)))
      return [withoutEnding(file.path), paths.filter((path) => known.has(path))]
    }),
  )
  const done = new Set<string>()
  const found: string[] = []
  const walk = (at: string, way: readonly string[]): void => {
    const start = way.indexOf(at)
    if (start >= 0) found.push([...way.slice(start), at].join(' -> '))
    if (start >= 0 || done.has(at)) return
    for (const each of next.get(at) ?? []) walk(each, [...way, at])
    done.add(at)
  }
  for (const path of next.keys()) walk(path, [])
  return found
}
