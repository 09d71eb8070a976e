import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { printFault } from '../formats/dataset/fault'
import { readFiles } from '../formats/readFiles'
import { prepare } from '../layout/prepared'
import type { Graph } from '../model/graph'
import { InputFault, type World } from './command'
import { datasetIn } from './files'

/** A graph from a file of any format, from a data set's folder, or the bundled one; with positions. */
export async function graphFrom(path: string | undefined, { cwd, bundled }: World): Promise<Graph> {
  const where = path === undefined ? bundled : resolve(cwd, path)
  const kind = statSync(where, { throwIfNoEntry: false })
  if (!kind) throw new InputFault(`${path} is not there`)
  if (!kind.isDirectory()) {
    const { graph } = await readFiles([{ name: path!, bytes: new Uint8Array(readFileSync(where)) }])
    return graph
  }
  const read = datasetIn(where)
  if ('faults' in read) throw new InputFault(`the data set has faults:\n${read.faults.map(printFault).join('\n')}`)
  return prepare(read.graph)
}
