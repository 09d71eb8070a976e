import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { exportedNames, namesIn, type ExportedName } from './exports.js'

/** Base names that any folder may have: every format has a reader and a writer. */
const conventional = new Set(['read', 'write'])

/** Those that occur more than once, each with every place. */
function repeated(entries: readonly (readonly [name: string, path: string])[]): string[] {
  const places = new Map<string, string[]>()
  for (const [name, path] of entries) places.set(name, [...(places.get(name) ?? []), path])
  return [...places].flatMap(([name, paths]) => (paths.length > 1 ? [`${name}: ${paths.join(', ')}`] : []))
}

const byName = (names: readonly ExportedName[]) => names.map(({ name, path }) => [name, path] as const)

const moduleFiles = (readdirSync('src', { recursive: true }) as string[])
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
const baseNameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.tsx?$/, '')

describe('names', () => {
  it('no two modules export the same name', () => expect(repeated(byName(exportedNames()))).toEqual([]))

  it('no two modules have the same base name, whatever its case', () => {
    const entries = moduleFiles
      .map((path) => [baseNameOf(path).toLowerCase(), path] as const)
      .filter(([name]) => !conventional.has(name))
    expect(repeated(entries)).toEqual([])
  })
})

describe('the check of names', () => {
  it('finds types, values, functions and lists of names, and leaves out what is exported from elsewhere', () => {
    const text =
      "export type A = 1\nexport const b = 1, c = 2\nexport function d() {}\nconst e = 1\nexport { e as f }\nexport { g } from './g'\nexport * from './h'"
    expect(namesIn('src/x.ts', text).map(({ name }) => name)).toEqual(['A', 'b', 'c', 'd', 'f'])
  })
  it('names both places of a name that is exported twice', () => {
    const names = [...namesIn('src/x.ts', 'export const one = 1'), ...namesIn('src/y.ts', 'export type one = 1')]
    expect(repeated(byName(names))).toEqual(['one: src/x.ts, src/y.ts'])
  })
  it('sees most of the program', () => expect(exportedNames().length).toBeGreaterThan(1000))
})
