import type { ImportOptions, TablePreview } from '../model/importReport'
import { detectFiles } from './detectFiles'
import { previewTables } from './csv/previewTables'
import { detectFormat, unpackFiles, withChosenEncoding, type NamedBytes } from './readFiles'

/**
 * Previews of tables whose columns need roles; empty if other files are among them, or if Kizuna wrote all tables. What was
 * chosen of encodings, separators and quotation marks is applied.
 */
export async function tablesNeedingColumnRoles(
  given: readonly NamedBytes[],
  choices: ImportOptions = {},
): Promise<TablePreview[]> {
  const files = (await unpackFiles(given)).map((file) => withChosenEncoding(file, choices))
  const { detected } = await detectFiles(files, detectFormat)
  if (detected.some(({ format }) => format.id !== 'csv')) return []
  const tables = previewTables(
    detected.map(({ file }) => file),
    choices.tables,
  )
  return tables.every(({ own }) => own) ? [] : tables
}
