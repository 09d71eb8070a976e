import { gunzipSync, unzipSync } from 'fflate'
import type { Graph } from '../model/graph'
import type { ImportOptions } from '../model/importReport'
import { GraphCollector } from './collect/graphCollector'
import { graphFromCollector, type GraphReadResult } from './collect/graphFromCollector'
import { losslessReadReport } from './collect/buildReadReport'
import { FileFault, textPositionAt } from './io/fileFault'
import { InputFile } from './io/inputFile'
import type { Format } from './format'
import { formats, openableFormatsText } from './formats'

/** A file as it comes from a disk, a drop or the network. */
export interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Unpacked files may have so many bytes together; a small archive can hold any number of zeros. */
const mostUnpacked = 2 ** 31 - 2 ** 20

/**
 * Reads files of any format that is known, told by their content; packed ones are unpacked, and several of foreign
 * formats make one graph, joined by the ids of their nodes. Throws a FileFault where none fits or one is broken.
 */
export async function readFiles(given: readonly NamedBytes[], choices: ImportOptions = {}): Promise<GraphReadResult> {
  const known = recognised(given)
  if ('graph' in known) return known
  const collector = new GraphCollector(known.name, choices)
  for (const { format, file } of known.files) await format.collect!(file, collector)
  return finished(collector, known)
}

/** The same for one file of a format that needs no waiting. */
export function readGraphSync(bytes: Uint8Array, name: string, choices: ImportOptions = {}): Graph {
  const known = recognised([{ name, bytes }])
  if ('graph' in known) return known.graph
  const collector = new GraphCollector(known.name, choices)
  for (const { format, file } of known.files) {
    const waiting = format.collect!(file, collector)
    if (waiting) throw new Error(`${format.label} cannot be read at once`)
  }
  return finished(collector, known).graph
}

interface Known {
  readonly name: string
  readonly files: readonly { readonly format: Format; readonly file: InputFile }[]
}

function finished(collector: GraphCollector, { name, files }: Known): GraphReadResult {
  const labels = [...new Set(files.map(({ format }) => format.label))].join(', ')
  if (collector.nodeCount + collector.edgeCount === 0)
    throw new FileFault(
      name,
      `there are no nodes and no edges in it (read as ${labels})`,
      'Choose a file that holds a graph.',
    )
  return completed(graphFromCollector(collector, labels), files, collector.choices)
}

/** The reading with what formats add to its graph, from files that nobody has left out. */
function completed(reading: GraphReadResult, files: Known['files'], { tables }: ImportOptions): GraphReadResult {
  let { graph } = reading
  for (const format of new Set(files.map((each) => each.format))) {
    const own = files.filter((each) => each.format === format && tables?.[each.file.name]?.rows !== 'skip')
    if (format.addEvidence)
      graph = format.addEvidence(
        own.map(({ file }) => file),
        graph,
      )
  }
  if (graph === reading.graph) return reading
  const { datedItems, sourcedItems, columns, gaps } = losslessReadReport(graph, reading.report.format)
  return { graph, report: { ...reading.report, datedItems, sourcedItems, columns, gaps } }
}

/** Finds the format of every file; a file of Kizuna's own is read at once, and stands alone. */
function recognised(given: readonly NamedBytes[]): Known | GraphReadResult {
  const files = given.flatMap((each) => unpackFile(each)).map((file) => ({ file, format: detectFormat(file) }))
  const own = files.find(({ format }) => format.read)
  if (own && files.length > 1)
    throw new FileFault(own.file.name, 'Kizuna JSON cannot be joined with other files', 'Open it by itself.')
  if (own) {
    const graph = own.format.read!(own.file)
    return { graph, report: losslessReadReport(graph, own.format.label) }
  }
  return { name: given.length === 1 ? given[0]!.name : `${given[0]!.name} and ${given.length - 1} more`, files }
}

/** The format of a file, told by its content. Throws a FileFault where none fits. */
export function detectFormat(file: InputFile): Format {
  const { name, bytes } = file
  if (bytes.length === 0)
    throw new FileFault(name, 'the file is empty', 'Choose another file; this one may not have been saved to its end.')
  const kind = signature(bytes)
  if (kind)
    throw new FileFault(
      name,
      `this is ${kind}, whatever its name says`,
      `Choose a graph file: ${openableFormatsText()}`,
    )
  const format = formats.find((each) => (each.read ?? each.collect) && each.recognises?.(file))
  if (format) return format
  if (/^\s*[[{]/.test(file.head)) void file.json
  const { text } = file
  if (/^\s*<\?xml/.test(text) && text.length < 400)
    throw new FileFault(
      name,
      'the file stops before its end',
      'Save it again from the program that wrote it.',
      textPositionAt(text, text.length),
    )
  throw new FileFault(name, 'this is no graph file that is known here', openableFormatsText())
}

const signatures: readonly (readonly [readonly number[], string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF picture'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document'],
  [[0x50, 0x4b, 0x03, 0x04], 'a zip file in a zip file'],
  [[0x1f, 0x8b], 'a gzip file in a gzip file'],
]

const startsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, at) => bytes[at] === byte)
const signature = (bytes: Uint8Array): string | undefined => signatures.find(([start]) => startsWith(bytes, start))?.[1]

/** A gzip or zip file as what is in it; anything else as it is. Hidden files of an archive are left out. */
export function unpackFile({ name, bytes }: NamedBytes): InputFile[] {
  if (startsWith(bytes, [0x1f, 0x8b])) return [new InputFile(name.replace(/\.gz$/i, ''), gunzipped(bytes, name))]
  if (!startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return [new InputFile(name, bytes)]
  const files = Object.entries(unzipped(bytes, name)).map(([inner, content]) => new InputFile(inner, content))
  if (files.length === 0) throw new FileFault(name, 'the zip file has no graph file in it', openableFormatsText())
  return files
}

const remedy = 'Unpack it yourself and open the part that you need.'

function gunzipped(bytes: Uint8Array, name: string): Uint8Array {
  // The last four bytes say how long the content is, modulo 2^32 (RFC 1952, 2.3.1).
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(Math.max(0, bytes.length - 4), true)
  if (size > mostUnpacked) throw new FileFault(name, 'the gzip file unpacks to more than 2 GB', remedy)
  try {
    return gunzipSync(bytes)
  } catch {
    throw new FileFault(name, 'the gzip file is broken or stops before its end', 'Save or load it again.')
  }
}

/** Texts that explain, and what systems put beside files, are no graph files. */
const beside = /(^|\/)(__MACOSX\/|\.|readme|license)|\/$/i

function unzipped(bytes: Uint8Array, name: string): Record<string, Uint8Array> {
  let room = mostUnpacked
  try {
    return unzipSync(bytes, {
      filter: ({ name: inner, originalSize }) => {
        if (beside.test(inner)) return false
        room -= originalSize
        if (room < 0) throw new FileFault(name, 'the zip file unpacks to more than 2 GB', remedy)
        return true
      },
    })
  } catch (error) {
    if (error instanceof FileFault) throw error
    throw new FileFault(name, 'the zip file is broken or stops before its end', 'Save or load it again.')
  }
}
