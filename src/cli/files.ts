import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDataset, type DatasetRead } from '../formats/dataset/read'
import { InputFault } from './command'

/** All faults of a data set's folder, or its graph. */
export function datasetIn(folder: string): DatasetRead {
  const names = (readdirSync(folder, { recursive: true }) as string[]).map((name) => name.replaceAll('\\', '/'))
  const yaml = names.filter((name) => /\.ya?ml$/.test(name))
  if (yaml.length === 0)
    throw new InputFault(`${folder} holds no data set: no dataset.yaml, schema.yaml, nodes/ or sources/`)
  return readDataset(new Map(yaml.map((name) => [name, readFileSync(join(folder, name), 'utf8')])))
}
