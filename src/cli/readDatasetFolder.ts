import { readDataset, type DatasetRead } from '../formats/dataset/read'
import { yamlIn } from './readYamlFiles'

/** All faults of a data set's folder, or its graph. */
export const datasetIn = (folder: string): DatasetRead => datasetOf(yamlIn(folder))

/** The same of its files, by path in the folder. */
export const datasetOf = (files: ReadonlyMap<string, Buffer>): DatasetRead =>
  readDataset(new Map(Array.from(files, ([name, bytes]) => [name, bytes.toString('utf8')])))
