import { z } from 'zod'
import { KizunaJson } from './kizunaJson'

/** JSON Schema (draft 2020-12) of Kizuna JSON. */
export const kizunaJsonSchema = (): string =>
  `${JSON.stringify({ title: 'Kizuna JSON, version 1', ...z.toJSONSchema(KizunaJson) }, null, 2)}\n`
