import type { TablePreview } from '../model/importReport'
import { detectFiles } from './detectFiles'
import { previewTables } from './csv/previewTables'
import { detectFormat, unpackFiles, type NamedBytes } from './readFiles'

/** Previews of tables whose columns need roles; empty if other files are among them, or if Kizuna wrote all tables. */
export async function tablesNeedingColumnRoles(given: readonly NamedBytes[]): Promise<TablePreview[]> {
  const files = await unpackFiles(given)
  const { detected } = await detectFiles(files, detectFormat)
  if (detected.some(({ format }) => format.id !== 'csv')) return []
  const tables = previewTables(detected.map(({ file }) => file))
  return tables.every(({ own }) => own) ? [] : tables
}
