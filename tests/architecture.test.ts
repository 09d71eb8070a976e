import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cyclesOf, faultsOf, house, importsOf, type SourceFile } from './house'

const files: readonly SourceFile[] = (readdirSync('src', { recursive: true }) as string[])
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .filter((path) => /\.(tsx?|as)$/.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))

describe('the house', () => {
  it('has at least one file in every room', () => {
    const rooms = new Set(files.filter(({ path }) => path.split('/').length > 2).map(({ path }) => path.split('/')[1]))
    expect([...rooms].sort()).toEqual(Object.keys(house).sort())
  })
  it.each(files.map((file) => [file.path, file] as const))('%s keeps to its room', (_, file) => {
    expect(faultsOf(file)).toEqual([])
  })
  it('has no file that leads back to itself', () => expect(cyclesOf(files)).toEqual([]))
})

describe('the guard of the house', () => {
  const file = (path: string, text: string): SourceFile => ({ path, text })
  it.each([
    ['an import from a floor above', file('src/model/x.ts', "import { View } from '../scene/view'")],
    ['a type from a floor above', file('src/scene/x.ts', "import type { App } from '../app/app'")],
    ['an import from the same floor', file('src/analysis/x.ts', "export { readGexf } from '../formats/gexf/read'")],
    ['an import on demand', file('src/model/x.ts', "export const x = () => import('../app/app')")],
    ['a package of another room', file('src/model/x.ts', "import { useState } from 'react'")],
    ['the clock', file('src/scene/x.ts', 'export const x = () => Date.now()')],
    ['the time of day', file('src/scene/x.ts', 'export const x = () => new Date()')],
    ['chance', file('src/layout/x.ts', 'export const x = () => Math.random()')],
    ['the page', file('src/drawing/x.ts', "export const x = () => document.createElement('p')")],
    ['the network', file('src/formats/x.ts', "export const x = () => fetch('/x')")],
    ['a file without a room', file('src/cellar/x.ts', 'export const x = 1')],
    ['a long file', file('src/model/x.ts', 'export {}\n'.repeat(251))],
    ['a long file of AssemblyScript', file('src/layout/x.as', 'export {}\n'.repeat(251))],
  ])('sees %s', (_, planted) => expect(faultsOf(planted)).toHaveLength(1))

  it('lets pass what is allowed, and what only looks forbidden', () => {
    const fine =
      "import { z } from 'zod'\n// Date.now() would be wrong\nexport const x = z.string(), document = new Date(0)"
    expect(faultsOf(file('src/model/x.ts', fine))).toEqual([])
  })
  it('sees a cycle, also one of types', () => {
    const one = file('src/model/one.ts', "import type { Other } from './other'\nexport type One = Other")
    const other = file('src/model/other.ts', "export type { One as Other } from './one'")
    expect(cyclesOf([one, other])).toHaveLength(1)
  })
  it('reads every way to import', () => {
    const text =
      "import a from 'a'\nimport type { B } from 'b'\nexport * from 'c'\nconst d = () => import('d')\nimport 'e'\nexport type { B }\na(d)"
    expect([...new Set(importsOf(file('src/x.ts', text)))].sort()).toEqual(['a', 'b', 'c', 'd', 'e'])
  })
})
