import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { readCompiledDataset } from '../formats/kizuna/readCompiledDataset'
import type { Graph } from '../model/graph'
import { InputFault, type CliEnvironment } from './cliCommand'
import { cachedDatasetText } from './datasetCache'
import { readYamlFiles } from './readYamlFiles'

/** A graph from a file of any format, from a data set's folder, or the bundled one; with positions. */
export async function loadGraph(
  path: string | undefined,
  { cwd, bundledFolder: bundled, cache: keep }: CliEnvironment,
): Promise<Graph> {
  const where = path === undefined ? bundled : resolve(cwd, path)
  const kind = statSync(where, { throwIfNoEntry: false })
  if (!kind) throw new InputFault(`${path ?? where} is not there`)
  if (!kind.isDirectory()) {
    const { readFiles } = await import('../formats/readFiles')
    return (await readFiles([{ name: path!, bytes: new Uint8Array(readFileSync(where)) }])).graph
  }
  const files = readYamlFiles(where)
  const compiled = async () => (await import('./compileDataset')).compileDatasetFiles(files)
  return readCompiledDataset(
    keep && where === bundled ? await cachedDatasetText(files, keep, compiled) : await compiled(),
  )
}
