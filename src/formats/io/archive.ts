import { message, type Message } from '../../messages/message'
import { FileFault } from './fileFault'
import { limits } from './limits'

/** A file from disk, drag and drop, or the network. */
export interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array
}

export const isGzip = ({ bytes }: NamedBytes): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/** Whether the bytes are a zip archive: those of an entry, or of the end record of an archive without entries. */
export const isZip = ({ bytes }: NamedBytes): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))

const archiveFault = (name: string, what: Message, remedy: Message): FileFault => new FileFault(name, what, remedy)
const again = message('readFaults', 'saveOrDownloadAgain')
const unpackFirst = message('readFaults', 'unpackFirst')
const tooLarge = (name: string): FileFault => archiveFault(name, message('readFaults', 'archiveTooLarge'), unpackFirst)

/**
 * Unpacks a gzip file with all its members (RFC 1952), whose checksums and lengths are checked.
 * @throws FileFault if it is cut off, damaged, or unpacks to more than `limits.unpackedBytes`
 */
export async function unpackGzip(file: NamedBytes): Promise<NamedBytes> {
  const { Inflate } = await import('pako')
  const inflate = new Inflate({ windowBits: 31, chunkSize: 1 << 20 })
  const chunks: Uint8Array[] = []
  let length = 0
  inflate.onData = (chunk) => {
    length += chunk.length
    if (length > limits.unpackedBytes) throw tooLarge(file.name)
    chunks.push(chunk)
  }
  inflate.push(file.bytes, true)
  if (inflate.err !== 0) {
    // -5 is Z_BUF_ERROR: more input was expected.
    const what = inflate.err === -5 ? 'gzipCutOff' : 'gzipDamaged'
    throw archiveFault(file.name, message('readFaults', what), again)
  }
  return { name: file.name.replace(/\.gz$/i, ''), bytes: joinChunks(chunks, length) }
}

function joinChunks(chunks: readonly Uint8Array[], length: number): Uint8Array {
  if (chunks.length === 1) return chunks[0]!
  const joined = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    joined.set(chunk, at)
    at += chunk.length
  }
  return joined
}

/** Documentation, and files that operating systems add to archives. */
const notGraphFile = /(^|\/)(__MACOSX\/|\.|readme|license)|\/$/i

/**
 * Unpacks the files of a zip archive, in their order; entries of one name are files of their own. Checksums and lengths are
 * checked. Hidden files and documentation are left out.
 * @throws FileFault, which names the entry, if the archive is damaged, encrypted, packed by another method than deflate,
 * without files, or unpacks to more than `limits.unpackedBytes`
 */
export async function unpackZip({ name, bytes }: NamedBytes): Promise<NamedBytes[]> {
  const { Uint8ArrayReader, ZipReader, configure } = await import('@zip.js/zip.js/index-native.js')
  configure({ useWebWorkers: false })
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { checkSignature: true })
  const entries = await reader.getEntries().catch(() => {
    throw archiveFault(name, message('readFaults', 'brokenArchive'), again)
  })
  const files = entries.filter(({ filename, directory }) => !directory && !notGraphFile.test(filename))
  if (files.length === 0) {
    const what = entries.length === 0 ? 'emptyZip' : 'emptyArchive'
    throw archiveFault(name, message('readFaults', what), message('readFaults', 'chooseGraphFile'))
  }
  if (files.length > limits.archiveEntries)
    throw archiveFault(
      name,
      message('readFaults', 'tooManyEntries', { count: files.length, limit: limits.archiveEntries }),
      unpackFirst,
    )
  const remaining = { bytes: limits.unpackedBytes }
  const unpacked: NamedBytes[] = []
  for (const entry of files) unpacked.push(await unpackEntry(name, entry as ZipEntry, remaining))
  return unpacked
}

/** What is needed of an entry of zip.js. */
interface ZipEntry {
  readonly filename: string
  readonly encrypted: boolean
  readonly compressionMethod: number
  readonly uncompressedSize: number
  readonly getData: (
    writer: WritableStream<Uint8Array>,
    options: { readonly checkSignature: boolean },
  ) => Promise<unknown>
}

/** Methods that a zip archive may pack by: as it is, and deflate (APPNOTE.TXT 4.4.5). */
const unpackedMethods = new Set([0, 8])

async function unpackEntry(archive: string, source: ZipEntry, remaining: { bytes: number }): Promise<NamedBytes> {
  const { filename: entry, encrypted, compressionMethod, uncompressedSize } = source
  if (encrypted)
    throw archiveFault(
      archive,
      message('readFaults', 'encryptedZip', { entry }),
      message('readFaults', 'unpackWithPassword'),
    )
  if (!unpackedMethods.has(compressionMethod))
    throw archiveFault(
      archive,
      message('readFaults', 'unknownZipMethod', { entry, method: compressionMethod }),
      unpackFirst,
    )
  if (uncompressedSize > remaining.bytes) throw tooLarge(archive)
  const chunks: Uint8Array[] = []
  let length = 0
  const collect = new WritableStream<Uint8Array>({
    write(chunk) {
      length += chunk.length
      remaining.bytes -= chunk.length
      // The directory may lie about sizes; what comes out counts.
      if (remaining.bytes < 0) throw tooLarge(archive)
      chunks.push(chunk)
    },
  })
  try {
    await source.getData(collect, { checkSignature: true })
  } catch (error) {
    if (error instanceof FileFault) throw error
    throw archiveFault(archive, message('readFaults', 'damagedEntry', { entry }), again)
  }
  return { name: entry, bytes: joinChunks(chunks, length) }
}
