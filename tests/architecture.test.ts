import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cyclesOf, folders, importsOf, violationsOf, type SourceFile } from './layers'

const files: readonly SourceFile[] = (readdirSync('src', { recursive: true }) as string[])
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .filter((path) => /\.(tsx?|as)$/.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))

describe('the layers', () => {
  it('has at least one file in every folder', () => {
    const found = new Set(files.filter(({ path }) => path.split('/').length > 2).map(({ path }) => path.split('/')[1]))
    expect([...found].sort()).toEqual(Object.keys(folders).sort())
  })
  it.each(files.map((file) => [file.path, file] as const))('%s follows the rules of its folder', (_, file) => {
    expect(violationsOf(file)).toEqual([])
  })
  it('has no import cycles', () => expect(cyclesOf(files)).toEqual([]))
})

describe('the check of layers', () => {
  const file = (path: string, text: string): SourceFile => ({ path, text })
  it.each([
    ['an import from a layer above', file('src/model/x.ts', "import { View } from '../scene/view'")],
    ['a type from a layer above', file('src/scene/x.ts', "import type { App } from '../app/app'")],
    ['an import from the same layer', file('src/analysis/x.ts', "export { readGexf } from '../formats/gexf/read'")],
    ['a dynamic import', file('src/model/x.ts', "export const x = () => import('../app/app')")],
    ['a package of another folder', file('src/model/x.ts', "import { useState } from 'react'")],
    ['the clock', file('src/scene/x.ts', 'export const x = () => Date.now()')],
    ['the time of day', file('src/scene/x.ts', 'export const x = () => new Date()')],
    ['randomness', file('src/layout/x.ts', 'export const x = () => Math.random()')],
    ['the page', file('src/drawing/x.ts', "export const x = () => document.createElement('p')")],
    ['the network', file('src/formats/x.ts', "export const x = () => fetch('/x')")],
    ['a file in an unknown folder', file('src/elsewhere/x.ts', 'export const x = 1')],
    ['a long file', file('src/model/x.ts', 'export {}\n'.repeat(251))],
    ['a long file of AssemblyScript', file('src/layout/x.as', 'export {}\n'.repeat(251))],
  ])('sees %s', (_, planted) => expect(violationsOf(planted)).toHaveLength(1))

  it('allows what only looks forbidden', () => {
    const fine =
      "import { z } from 'zod'\n// Date.now() would be wrong\nexport const x = z.string(), document = new Date(0)"
    expect(violationsOf(file('src/model/x.ts', fine))).toEqual([])
  })
  it('sees a cycle, even one of types only', () => {
    const one = file('src/model/one.ts', "import type { Other } from './other'\nexport type One = Other")
    const other = file('src/model/other.ts', "export type { One as Other } from './one'")
    expect(cyclesOf([one, other])).toHaveLength(1)
  })
  it('reads every kind of import', () => {
    const text =
      "import a from 'a'\nimport type { B } from 'b'\nexport * from 'c'\nconst d = () => import('d')\nimport 'e'\nexport type { B }\na(d)"
    expect([...new Set(importsOf(file('src/x.ts', text)))].sort()).toEqual(['a', 'b', 'c', 'd', 'e'])
  })
})
