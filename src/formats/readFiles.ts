import { message, type Message } from '../messages/message'
import type { ImportOptions } from '../model/importReport'
import { tableOptionsFor } from '../model/tableOptions'
import { GraphCollector } from './collect/graphCollector'
import { graphFromCollector, type GraphReadResult } from './collect/graphFromCollector'
import { losslessReadReport } from './collect/buildReadReport'
import { isGzip, isZip, unpackGzip, unpackZip, type NamedBytes } from './io/archive'
import { FileFault, textPositionAt } from './io/fileFault'
import { InputFile } from './io/inputFile'
import { detectFiles, leftOutMessages, type DetectedFile } from './detectFiles'
import { unreadArchiveKind, unreadKindOf, xmlRootOf } from './unreadKind'
import type { UnreadKind } from '../messages/unreadKinds.en'
import type { FormatReader, ReadableFormat } from './format'
import { readProject } from './project/projectFile'
import { formatOfExtension, readableFormats, readableFormatsMessage } from './formats'

export type { NamedBytes } from './io/archive'

/**
 * Reads files of any supported format, detected by content. Archives are unpacked, and several files make one graph,
 * joined by the ids of their nodes. A project is read as its files were. Throws a FileFault if a file is in no
 * supported format or is invalid.
 */
export async function readFiles(given: readonly NamedBytes[], choices: ImportOptions = {}): Promise<GraphReadResult> {
  const project = await readProject(given)
  if (project) return readFiles(project.files, project.choices)
  const unpacked = (await unpackFiles(given)).map((file) => withChosenEncoding(file, choices))
  const { detected, leftOut } = await detectFiles(unpacked, detectFormat)
  const files: FileWithReader[] = []
  for (const each of detected) files.push({ ...each, reader: await each.format.loadReader() })
  const reading = await readDetectedFiles(given, files, choices)
  const { report } = reading
  const encodings = files.flatMap(({ file }) => encodingMessages(file))
  const tokens = nonFiniteTokenMessages(files.map(({ file }) => file))
  const guesses = [...encodings, ...report.guesses, ...tokens, ...leftOutMessages(leftOut)]
  return { ...reading, report: { ...report, guesses } }
}

/** The files of archives and others, with the encoding that the person chose. */
export const withChosenEncoding = (file: InputFile, { tables, encoding: all }: ImportOptions): InputFile => {
  const encoding = tableOptionsFor(tables, file.name)?.encoding ?? all
  return encoding === undefined ? file : new InputFile(file.name, file.bytes, encoding)
}

/** In which encoding a file was read, if that was guessed. */
const encodingMessages = ({ name, guessedEncoding }: InputFile): Message[] =>
  guessedEncoding === undefined
    ? []
    : [message('tables', 'encodingGuessed', { table: name, encoding: guessedEncoding })]

/** What is said of NaN and infinities in JSON, which became gaps. */
const nonFiniteTokenMessages = (files: readonly InputFile[]): Message[] =>
  files.flatMap(({ name, nonFiniteTokens }) =>
    nonFiniteTokens ? [message('valueTypes', 'nonFiniteTokens', { file: name, ...nonFiniteTokens })] : [],
  )

async function readDetectedFiles(
  given: readonly NamedBytes[],
  files: readonly FileWithReader[],
  choices: ImportOptions,
): Promise<GraphReadResult> {
  const whole = readWholeGraph(files)
  if (whole) return whole
  const name = given.length === 1 ? given[0]!.name : `${given[0]!.name} and ${given.length - 1} more`
  const collector = new GraphCollector(name, choices)
  for (const { format, reader } of firstOfEachFormat(files))
    if ('collect' in reader)
      reader.prepare?.(
        files.filter((each) => each.format === format).map(({ file }) => file),
        collector,
      )
  for (const { reader, file } of files) if ('collect' in reader) await reader.collect(file, collector)
  return readResult(collector, files)
}

const firstOfEachFormat = (files: readonly FileWithReader[]): FileWithReader[] =>
  files.filter((each, at) => files.findIndex(({ format }) => format === each.format) === at)

/** A file with its format, and the reader of that format. */
interface FileWithReader extends DetectedFile {
  readonly reader: FormatReader
}

/** Reads a file that holds a whole graph with its evidence, such as Kizuna JSON; undefined if there is none. */
function readWholeGraph(files: readonly FileWithReader[]): GraphReadResult | undefined {
  for (const { file, format, reader } of files) {
    if (!('read' in reader)) continue
    if (files.length > 1)
      throw new FileFault(file.name, message('readFaults', 'notWithOtherFiles'), message('readFaults', 'openAlone'))
    const graph = reader.read(file)
    return { graph, report: losslessReadReport(graph, format.label) }
  }
  return undefined
}

function readResult(collector: GraphCollector, files: readonly FileWithReader[]): GraphReadResult {
  const labels = [...new Set(files.map(({ format }) => format.label))].join(', ')
  if (collector.nodeCount + collector.edgeCount === 0)
    throw new FileFault(
      collector.name,
      message('readFaults', 'noNodesOrEdges', { formats: labels }),
      message('readFaults', 'chooseGraphFile'),
    )
  return withEvidence(graphFromCollector(collector, labels), files, collector.choices)
}

/** Adds the evidence in files that are not nodes and edges, such as Kizuna's table of statements, unless they were skipped. */
function withEvidence(
  reading: GraphReadResult,
  files: readonly FileWithReader[],
  { tables }: ImportOptions,
): GraphReadResult {
  let { graph } = reading
  for (const format of new Set(files.map((each) => each.format))) {
    const own = files.filter(
      (each) => each.format === format && tableOptionsFor(tables, each.file.name)?.rows !== 'skip',
    )
    const reader = own[0]?.reader
    if (reader && 'collect' in reader && reader.addEvidence)
      graph = reader.addEvidence(
        own.map(({ file }) => file),
        graph,
      )
  }
  if (graph === reading.graph) return reading
  const { datedItems, sourcedItems, columns } = losslessReadReport(graph, reading.report.format)
  // What the nodes and edges lack is still so; sources and statements are there now.
  const gaps = reading.report.gaps.filter(({ id }) => id !== 'noSources' && id !== 'noStatements')
  return { graph, report: { ...reading.report, datedItems, sourcedItems, columns, gaps } }
}

/** Detects the format of a file by its content. Throws a FileFault if there is none. */
export async function detectFormat(file: InputFile): Promise<ReadableFormat> {
  const { name, bytes } = file
  if (bytes.length === 0)
    throw new FileFault(name, message('readFaults', 'emptyFile'), message('readFaults', 'chooseCompleteFile'))
  const kind = signatures.find(([start]) => startsWith(bytes, start))?.[1]
  if (kind) throw new FileFault(name, message('readFaults', 'notAGraphFile', { kind }), readableFormatsMessage())
  const unread = unreadKindOf(file)
  if (unread) throw unreadFault(name, unread)
  for (const format of readableFormats) if (await format.recognises(file)) return format
  throw unrecognisedFault(file)
}

const unreadFault = (name: string, kind: UnreadKind): FileFault =>
  new FileFault(name, message('readFaults', 'unreadFormat', { kind }), message('readFaults', 'unreadRemedy', { kind }))

/** What is said of a file that no format recognised: broken JSON and XML as such, else what it is. */
function unrecognisedFault(file: InputFile): FileFault {
  const { name, text } = file
  const root = xmlRootOf(file)
  if (root !== undefined) return xmlFault(file, root)
  if (/^\s*[[{]/.test(file.head)) {
    const { json } = file
    const keys = typeof json === 'object' && !Array.isArray(json) ? Object.keys(json ?? {}).slice(0, 5) : []
    return new FileFault(name, message('readFaults', 'unknownJson', { keys }), readableFormatsMessage())
  }
  if (/^\s*<\?xml/.test(text)) return endsTooEarly(file)
  return new FileFault(name, unrecognised(name), readableFormatsMessage())
}

const endsTooEarly = ({ name, text }: InputFile): FileFault =>
  new FileFault(
    name,
    message('readFaults', 'endsTooEarly'),
    message('readFaults', 'exportAgain'),
    textPositionAt(text, text.length),
  )

/** A file whose root element is closed is whole, and of another kind; else it ends too early. */
const xmlFault = (file: InputFile, root: string): FileFault =>
  file.text.trimEnd().endsWith('>')
    ? new FileFault(file.name, message('readFaults', 'unknownXml', { root }), readableFormatsMessage())
    : endsTooEarly(file)

/** That the format is unknown. If the name has the extension of a format, the content is what is wrong. */
function unrecognised(name: string): Message {
  const format = formatOfExtension(name)
  return format
    ? message('formats', 'contentIsNot', { extension: format.extension, format: format.label })
    : message('readFaults', 'unrecognisedFormat')
}

/** First bytes of files that are chosen by mistake. */
const signatures: readonly (readonly [readonly number[], Message])[] = [
  [[0x89, 0x50, 0x4e, 0x47], message('readFaults', 'pngImage')],
  [[0xff, 0xd8, 0xff], message('readFaults', 'jpegImage')],
  [[0x47, 0x49, 0x46, 0x38], message('readFaults', 'gifImage')],
  [[0x25, 0x50, 0x44, 0x46], message('readFaults', 'pdfDocument')],
  [[0x50, 0x4b, 0x03, 0x04], message('readFaults', 'nestedZip')],
  [[0x1f, 0x8b], message('readFaults', 'nestedGzip')],
]

const startsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, at) => bytes[at] === byte)

/** The files in what was given: archives are unpacked, other files are as they are. */
export async function unpackFiles(given: readonly NamedBytes[]): Promise<InputFile[]> {
  const unpacked: NamedBytes[] = []
  for (const file of given) {
    if (isGzip(file)) unpacked.push(await unpackGzip(file))
    else if (isZip(file)) unpacked.push(...(await unpackArchive(file)))
    else unpacked.push(file)
  }
  return unpacked.map(({ name, bytes }) => new InputFile(name, bytes))
}

async function unpackArchive(file: NamedBytes): Promise<NamedBytes[]> {
  const files = await unpackZip(file)
  const kind = unreadArchiveKind(files.map(({ name }) => name))
  if (kind) throw unreadFault(file.name, kind)
  return files
}
