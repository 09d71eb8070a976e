import type { TablePreview } from '../model/importReport'
import { previewTables } from './csv/previewTables'
import { detectFormat, unpackFile, type NamedBytes } from './readFiles'

/** Tables of which a person is to say what their columns are; none where anything else was given, or Kizuna wrote them. */
export function tablesNeedingColumnRoles(given: readonly NamedBytes[]): TablePreview[] {
  const files = given.flatMap((each) => unpackFile(each))
  if (!files.every((file) => detectFormat(file).id === 'csv')) return []
  const tables = previewTables(files)
  return tables.every(({ own }) => own) ? [] : tables
}
