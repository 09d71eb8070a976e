import { readDataset, type DatasetReadResult } from '../formats/dataset/read'
import { readYamlFiles } from './readYamlFiles'

/** All faults of a data set's folder, or its graph. */
export const readDatasetFolder = (folder: string): DatasetReadResult => readDatasetBuffers(readYamlFiles(folder))

/** The same of its files, by path in the folder. */
export const readDatasetBuffers = (files: ReadonlyMap<string, Buffer>): DatasetReadResult =>
  readDataset(new Map(Array.from(files, ([name, bytes]) => [name, bytes.toString('utf8')])))
