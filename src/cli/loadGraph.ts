import { resolve } from 'node:path'
import { readCompiledDataset } from '../formats/kizuna/readCompiledDataset'
import type { Graph } from '../model/graph'
import type { CliEnvironment } from './cliCommand'
import { cachedDatasetText } from './datasetCache'
import { isFolder, readInputFile } from './fileAccess'
import { readYamlFiles } from './readYamlFiles'

/**
 * The graph of a file in any format, of a data set's folder, or (without a path) of the bundled data set. Graphs of data
 * sets have positions.
 * @throws InputFault or FileFault if the path cannot be read
 */
export async function loadGraph(
  path: string | undefined,
  { cwd, bundledFolder, cache }: CliEnvironment,
): Promise<Graph> {
  if (path !== undefined && !isFolder(cwd, path)) {
    const bytes = readInputFile(cwd, path)
    const { readFiles } = await import('../formats/readFiles')
    return (await readFiles([{ name: path, bytes }])).graph
  }
  const folder = path === undefined ? bundledFolder : resolve(cwd, path)
  const files = readYamlFiles(folder, path)
  const compile = async () => (await import('./compileDataset')).compileDatasetFiles(files)
  const isCached = cache !== undefined && folder === bundledFolder
  return readCompiledDataset(isCached ? await cachedDatasetText(files, cache, compile) : await compile())
}
