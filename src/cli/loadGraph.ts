import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { readCompiled } from '../formats/kizuna/readCompiledDataset'
import type { Graph } from '../model/graph'
import { InputFault, type World } from './cliCommand'
import { keptText } from './datasetCache'
import { yamlIn } from './readYamlFiles'

/** A graph from a file of any format, from a data set's folder, or the bundled one; with positions. */
export async function graphFrom(path: string | undefined, { cwd, bundled, keep }: World): Promise<Graph> {
  const where = path === undefined ? bundled : resolve(cwd, path)
  const kind = statSync(where, { throwIfNoEntry: false })
  if (!kind) throw new InputFault(`${path ?? where} is not there`)
  if (!kind.isDirectory()) {
    const { readFiles } = await import('../formats/readFiles')
    return (await readFiles([{ name: path!, bytes: new Uint8Array(readFileSync(where)) }])).graph
  }
  const files = yamlIn(where)
  const compiled = async () => (await import('./compileDataset')).compiledOf(files)
  return readCompiled(keep && where === bundled ? await keptText(files, keep, compiled) : await compiled())
}
