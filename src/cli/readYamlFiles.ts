import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { InputFault } from './cliFaults'
import { withFileFaults } from './fileAccess'

/**
 * The YAML files of a data set's folder as bytes, by their path in the folder, sorted by path. `path` is the folder as the
 * user wrote it.
 * @throws InputFault if the folder cannot be read or has no YAML file
 */
export function readYamlFiles(folder: string, path = folder): ReadonlyMap<string, Buffer> {
  return withFileFaults(path, 'read', () => {
    const names = (readdirSync(folder, { recursive: true }) as string[]).map((name) => name.replaceAll('\\', '/'))
    const yaml = names.filter((name) => /\.ya?ml$/.test(name)).sort()
    if (yaml.length === 0)
      throw new InputFault(
        `${path} is not a data set: it has no YAML files. Name a graph file, or a folder with dataset.yaml, schema.yaml, nodes/ and sources/.`,
      )
    return new Map(yaml.map((name) => [name, readFileSync(join(folder, name))]))
  })
}
