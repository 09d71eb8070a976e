import { readDataset, type DatasetReadResult } from '../formats/dataset/read'
import { readYamlFiles } from './readYamlFiles'

/** All faults of a data set's folder, or its graph. `path` is the folder as the user wrote it, for error messages. */
export const readDatasetFolder = (folder: string, path = folder): DatasetReadResult =>
  readDatasetBuffers(readYamlFiles(folder, path))

/** The same for the files of a data set, by their path in the folder. */
export const readDatasetBuffers = (files: ReadonlyMap<string, Buffer>): DatasetReadResult =>
  readDataset(new Map(Array.from(files, ([name, bytes]) => [name, bytes.toString('utf8')])))
