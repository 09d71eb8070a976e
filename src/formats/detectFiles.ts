import { message, type Message } from '../messages/message'
import type { ReadableFormat } from './format'
import { FileFault } from './io/fileFault'
import type { InputFile } from './io/inputFile'

/** A file with its format. */
export interface DetectedFile {
  readonly file: InputFile
  readonly format: ReadableFormat
}

interface DetectedFiles {
  readonly detected: readonly DetectedFile[]
  /** Files that are no graphs, beside others that are. */
  readonly leftOut: readonly InputFile[]
}

/** What is wrong with files that are no graphs at all, not graphs with faults. */
const noGraphFaults: readonly Message['id'][] = [
  'unrecognisedFormat',
  'notAGraphFile',
  'unreadFormat',
  'unknownXml',
  'unknownJson',
  'emptyFile',
]
/** Texts, such as notes on how a file was made, can look like tables. */
const isTextName = ({ name }: InputFile): boolean => /\.(txt|md|rst|text)$/i.test(name)

/**
 * Detects the formats of files that were opened together. Files that are no graphs are left out if another file is one;
 * else the fault of the first is thrown. Beside a file that is surely a graph, a text that could be a table is none.
 */
export async function detectFiles(
  files: readonly InputFile[],
  detect: (file: InputFile) => Promise<ReadableFormat>,
): Promise<DetectedFiles> {
  const detected: DetectedFile[] = []
  const faults = new Map<InputFile, FileFault>()
  for (const file of files)
    try {
      detected.push({ file, format: await detect(file) })
    } catch (error) {
      if (!(error instanceof FileFault && noGraphFaults.includes(error.what.id))) throw error
      faults.set(file, error)
    }
  if (detected.length === 0) for (const fault of faults.values()) throw fault
  const isText = ({ file, format }: DetectedFile) => format.id === 'csv' && isTextName(file)
  const hasGraph = detected.some(({ format }) => format.id !== 'csv')
  const texts = new Set(hasGraph ? detected.filter(isText) : [])
  return {
    detected: detected.filter((each) => !texts.has(each)),
    leftOut: [...faults.keys(), ...[...texts].map(({ file }) => file)],
  }
}

/** That files were left out, for the report. */
export const leftOutMessages = (files: readonly InputFile[]): Message[] =>
  files.length === 0 ? [] : [message('readFaults', 'filesLeftOut', { count: files.length, example: files[0]!.name })]
