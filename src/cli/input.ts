import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { printFault, type Fault } from '../formats/dataset/fault'
import { readDataset } from '../formats/dataset/read'
import { readFile } from '../formats/formats'
import { prepare } from '../layout/prepared'
import type { Graph } from '../model/graph'
import { InputFault, type World } from './command'

/** The YAML files of a data set, by path in its folder. */
export function filesOf(folder: string): ReadonlyMap<string, string> {
  const names = (readdirSync(folder, { recursive: true }) as string[]).map((name) => name.replaceAll('\\', '/'))
  const yaml = names.filter((name) => /\.ya?ml$/.test(name))
  return new Map(yaml.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

/** All faults of a data set's folder, or its graph. */
export function datasetIn(folder: string): { readonly graph: Graph } | { readonly faults: readonly Fault[] } {
  const files = filesOf(folder)
  if (files.size === 0)
    throw new InputFault(`${folder} holds no data set: no dataset.yaml, schema.yaml, nodes/ or sources/`)
  return readDataset(files)
}

/** A graph from a file of any format, from a data set's folder, or the bundled one; with positions. */
export function graphFrom(path: string | undefined, { cwd, bundled }: World): Graph {
  const where = path === undefined ? bundled : resolve(cwd, path)
  const kind = statSync(where, { throwIfNoEntry: false })
  if (!kind) throw new InputFault(`${path} is not there`)
  if (!kind.isDirectory()) return readFile(new Uint8Array(readFileSync(where)), path!)
  const read = datasetIn(where)
  if ('faults' in read) throw new InputFault(`the data set has faults:\n${read.faults.map(printFault).join('\n')}`)
  return prepare(read.graph)
}
