import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { datasetFileSchemas, jsonSchemaOfFile } from '../formats/dataset/datasetFileSchemas'
import { kizunaJsonSchema } from '../formats/kizuna/kizunaJsonSchema'
import { UsageFault, type CliCommand } from './cliCommand'

/** Every JSON Schema by file name: those of a data set's files, and of Kizuna JSON. */
export const jsonSchemas = (): ReadonlyMap<string, string> =>
  new Map([
    ...(Object.keys(datasetFileSchemas) as (keyof typeof datasetFileSchemas)[]).map((kind): [string, string] => [
      `${kind}.schema.json`,
      jsonSchemaOfFile(kind),
    ]),
    ['kizuna.schema.json', kizunaJsonSchema()],
  ])

export const schemaCommand: CliCommand = {
  name: 'schema',
  usage: 'DIR',
  summary: 'writes JSON Schemas of the YAML files and of Kizuna JSON, for editors and for other programs',
  run([folder], { cwd, writeOut: out }) {
    if (!folder) throw new UsageFault('schema needs a folder to write to')
    const target = resolve(cwd, folder)
    mkdirSync(target, { recursive: true })
    for (const [name, text] of jsonSchemas()) {
      writeFileSync(join(target, name), text)
      out(`${join(folder, name)}\n`)
    }
    return 0
  },
}
