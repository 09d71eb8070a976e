import type { TablePreview } from '../model/importReport'
import { previewTables } from './csv/previewTables'
import { formatOf, unpacked, type Named } from './readFiles'

/** Tables of which a person is to say what their columns are; none where anything else was given, or Kizuna wrote them. */
export function tablesToAsk(given: readonly Named[]): TablePreview[] {
  const files = given.flatMap((each) => unpacked(each))
  if (!files.every((file) => formatOf(file).id === 'csv')) return []
  const tables = previewTables(files)
  return tables.every(({ own }) => own) ? [] : tables
}
