import { resolve } from 'node:path'
import { readCompiledDataset } from '../formats/kizuna/readCompiledDataset'
import type { Graph } from '../model/graph'
import type { CliEnvironment } from './cliCommand'
import { InputFault } from './cliFaults'
import { cachedDatasetText } from './datasetCache'
import { isFolder, readInputFile } from './fileAccess'
import { readYamlFiles } from './readYamlFiles'

/**
 * The graph of files in any format, which are read as one graph, of a data set's folder, or (without a path) of the bundled
 * data set. Graphs of data sets have positions.
 * @throws InputFault or FileFault if a path cannot be read
 */
export async function loadGraph(paths: readonly string[], environment: CliEnvironment): Promise<Graph> {
  const { cwd } = environment
  const folder = paths.find((path) => isFolder(cwd, path))
  if (folder !== undefined && paths.length > 1)
    throw new InputFault(`${folder} is a folder: a data set cannot be read together with other files. Name it alone.`)
  if (folder !== undefined || paths.length === 0) return loadDataset(folder, environment)
  const files = paths.map((path) => ({ name: path, bytes: readInputFile(cwd, path) }))
  const { readFiles } = await import('../formats/readFiles')
  return (await readFiles(files)).graph
}

async function loadDataset(path: string | undefined, { cwd, bundledFolder, cache }: CliEnvironment): Promise<Graph> {
  const folder = path === undefined ? bundledFolder : resolve(cwd, path)
  const files = readYamlFiles(folder, path)
  const compile = async () => (await import('./compileDataset')).compileDatasetFiles(files)
  const isCached = cache !== undefined && folder === bundledFolder
  return readCompiledDataset(isCached ? await cachedDatasetText(files, cache, compile) : await compile())
}

/** The last argument of every command that reads a graph. */
export const graphArgument = { name: 'FILE|DIR', repeatable: true } as const
