import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { InputFault } from './cliCommand'

/** The YAML files of a data set's folder as bytes, by path in the folder, in the order of their paths. */
export function readYamlFiles(folder: string): ReadonlyMap<string, Buffer> {
  const names = (readdirSync(folder, { recursive: true }) as string[]).map((name) => name.replaceAll('\\', '/'))
  const yaml = names.filter((name) => /\.ya?ml$/.test(name)).sort()
  if (yaml.length === 0)
    throw new InputFault(`${folder} holds no data set: no dataset.yaml, schema.yaml, nodes/ or sources/`)
  return new Map(yaml.map((name) => [name, readFileSync(join(folder, name))]))
}
