import { parseSync } from 'vite'

/** A source file, by its path from the top. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

interface Folder {
  /** Folders that it may import from, besides itself. */
  readonly folders: readonly string[]
  readonly packages: readonly string[]
  /** Its code does not use the clock, randomness, the network, the page or storage. */
  readonly pure: boolean
}

const base = ['messages', 'model']
const lower = [...base, 'analysis', 'formats', 'layout', 'drawing']

const maps = ['d3-geo', 'topojson-client', 'world-atlas']
const citations = ['@citation-js/core', '@citation-js/plugin-bibtex', '@citation-js/plugin-ris']

/** The folders of `src`, from the lowest layer up: each may import from the folders and packages that it names, and from no others. */
export const folders: Readonly<Record<string, Folder>> = {
  messages: { folders: [], packages: [], pure: true },
  model: { folders: ['messages'], packages: ['zod', 'edtf'], pure: true },
  analysis: { folders: base, packages: [], pure: true },
  layout: { folders: base, packages: ['virtual:force-kernel', '@dagrejs/dagre', ...maps], pure: true },
  formats: {
    folders: base,
    packages: [
      'zod',
      'yaml',
      'edtf',
      'saxes',
      'fflate',
      'pako',
      '@zip.js/zip.js',
      'papaparse',
      'hyparquet',
      'n3',
      'jsonld',
      ...citations,
    ],
    pure: true,
  },
  drawing: { folders: base, packages: [], pure: true },
  scene: { folders: lower, packages: [], pure: true },
  jobs: { folders: [...base, 'analysis', 'layout', 'formats'], packages: [], pure: true },
  app: { folders: [...lower, 'scene', 'jobs'], packages: ['zustand', 'idb'], pure: false },
  cli: { folders: [...lower, 'scene', 'jobs'], packages: ['node', 'vite', 'sirv'], pure: false },
  ui: {
    folders: [...base, 'analysis', 'layout', 'drawing', 'scene', 'app'],
    packages: [
      'react',
      'react-dom',
      'react-error-boundary',
      'sigma',
      'graphology',
      'zustand',
      'd3-sankey',
      '@fontsource-variable/inter',
    ],
    pure: false,
  },
}

/** The entry points wire everything together, so they may import everything. */
const entryPoints = new Set(['src/main.tsx', 'src/cli.ts', 'src/worker.ts', 'src/env.d.ts'])

const impure = [
  /\bDate\.now\b/,
  /\bnew Date\(\s*\)/,
  /\bMath\.random\b/,
  /\bperformance\.now\b/,
  /(?<![\w.'"-])(?:window|document|navigator|localStorage|sessionStorage|indexedDB)\b\s*[.[(]/,
  /(?<![\w.])fetch\(/,
  /\bnew (?:Worker|XMLHttpRequest|WebSocket)\b/,
]

/** Maximum number of lines of a source file. */
export const maxLines = 250

const folderOf = (path: string): string => path.split('/')[1]!
const packageOf = (name: string): string =>
  name.startsWith('node:')
    ? 'node'
    : name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/')

/** AssemblyScript (`.as`) parses as TypeScript, and follows the same rules. */
const asTypeScript = (path: string): string => path.replace(/\.as$/, '.ts')

/** Every module that a file imports: values, types, re-exports and dynamic imports. */
export function importsOf({ path, text }: SourceFile): string[] {
  const { module } = parseSync(asTypeScript(path), text)
  const reexports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
  )
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
    text.slice(start, end).replace(/^['"]|['"]$/g, ''),
  )
  return [...module.staticImports.map(({ moduleRequest }) => moduleRequest.value), ...reexports, ...dynamic]
}

/** The path that a relative import resolves to, without its extension. */
function resolved(from: string, name: string): string {
  const parts = from.split('/').slice(0, -1)
  for (const part of name.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

const withoutExtension = (path: string): string => path.replace(/\.(d\.ts|tsx?|as|css)$/, '')

/** The rules that a file breaks, as sentences. */
export function violationsOf(file: SourceFile): string[] {
  const { path, text } = file
  const lines = text.split('\n').length
  const violations = lines > maxLines ? [`${path} has ${lines} lines; the maximum is ${maxLines}`] : []
  if (entryPoints.has(path)) return violations
  const folder = folders[folderOf(path)]
  if (!folder) return [...violations, `${path} is in a folder that has no layer`]
  const allowed = [folderOf(path), ...folder.folders]
  for (const name of importsOf(file)) {
    if (name.startsWith('.')) {
      const imported = folderOf(resolved(path, name))
      if (!allowed.includes(imported))
        violations.push(`${path} imports ${name}: ${folderOf(path)} may not import ${imported}`)
    } else if (!folder.packages.includes(packageOf(name)))
      violations.push(`${path} imports ${name}: ${folderOf(path)} may not use this package`)
  }
  if (folder.pure) {
    const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    for (const pattern of impure) {
      const found = pattern.exec(code)?.[0]
      if (found) violations.push(`${path} uses ${found}, which pure code takes as an argument`)
    }
  }
  return violations
}

/** Import cycles between files, each as its path; type imports count, dynamic imports do not. */
export function cyclesOf(files: readonly SourceFile[]): string[] {
  const known = new Map(files.map((file) => [withoutExtension(file.path), file]))
  const next = new Map(
    files.map((file) => {
      const { module } = parseSync(asTypeScript(file.path), file.text)
      const reexports = module.staticExports.flatMap(({ entries }) =>
        entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
      )
      const names = [...module.staticImports.map(({ moduleRequest }) => moduleRequest.value), ...reexports]
      const paths = names
        .filter((name) => name.startsWith('.'))
        .map((name) => withoutExtension(resolved(file.path, name)))
      return [withoutExtension(file.path), paths.filter((path) => known.has(path))]
    }),
  )
  const done = new Set<string>()
  const found: string[] = []
  const visit = (at: string, trail: readonly string[]): void => {
    const start = trail.indexOf(at)
    if (start >= 0) found.push([...trail.slice(start), at].join(' -> '))
    if (start >= 0 || done.has(at)) return
    for (const each of next.get(at) ?? []) visit(each, [...trail, at])
    done.add(at)
  }
  for (const path of next.keys()) visit(path, [])
  return found
}
