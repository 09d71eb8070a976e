import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { datasetFileSchemas, jsonSchemaOfFile } from '../formats/dataset/datasetFileSchemas'
import { kizunaJsonSchema } from '../formats/kizuna/kizunaJsonSchema'
import { defineCommand } from './cliCommand'
import { withFileFaults, writeOutputFile } from './fileAccess'

/** Every JSON Schema by file name: those of a data set's files, and that of Kizuna JSON. */
export const jsonSchemas = (): ReadonlyMap<string, string> =>
  new Map([
    ...(Object.keys(datasetFileSchemas) as (keyof typeof datasetFileSchemas)[]).map((kind): [string, string] => [
      `${kind}.schema.json`,
      jsonSchemaOfFile(kind),
    ]),
    ['kizuna.schema.json', kizunaJsonSchema()],
  ])

export const schemaCommand = defineCommand({
  name: 'schema',
  arguments: [{ name: 'DIR', required: true }],
  options: {},
  summary: 'write JSON Schemas of the YAML files and of Kizuna JSON into a folder, for editors and other programs',
  run({ positionals: [folder = ''] }, { cwd, writeOut }) {
    withFileFaults(folder, 'write', () => mkdirSync(resolve(cwd, folder), { recursive: true }))
    for (const [name, text] of jsonSchemas()) {
      const path = join(folder, name)
      writeOutputFile(cwd, path, text)
      writeOut(`${path}\n`)
    }
    return 0
  },
})
