import { message } from '../../messages/message'
import { FileFault } from '../io/fileFault'
import type { InputFile } from '../io/inputFile'
import type { JsonObject } from '../json/jsonCells'

/** Rows by file: the reader of nodes and edges reads them, and evidence is added from the same rows. */
const rowsOfFile = new WeakMap<InputFile, readonly JsonObject[]>()

/** The rows of a file that were read before. */
export const readParquetRows = (file: InputFile): readonly JsonObject[] => rowsOfFile.get(file) ?? []

/**
 * Reads the rows of a Parquet file, with plain values: whole numbers beyond 2^53 as text, dates as ISO 8601, bytes left out.
 * @throws FileFault if the file is damaged or packed by a method other than Snappy
 */
export async function loadParquetRows(file: InputFile): Promise<readonly JsonObject[]> {
  const { parquetReadObjects } = await import('hyparquet')
  const { bytes } = file
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
  try {
    const rows = (await parquetReadObjects({ file: buffer })).map((row) => plainOf(row) as JsonObject)
    rowsOfFile.set(file, rows)
    return rows
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new FileFault(
      file.name,
      message('formats', 'parquetUnreadable', { detail: detail.slice(0, 200) }),
      message('formats', 'parquetWriteAgain'),
    )
  }
}

function plainOf(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  if (typeof value === 'number') return Number.isNaN(value) ? null : value
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '')
  if (ArrayBuffer.isView(value)) return null
  if (Array.isArray(value)) return value.map(plainOf)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainOf(inner)]))
}
