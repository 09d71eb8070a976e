import { message } from '../../messages/message'
import type { InputFile } from './inputFile'
import { linesOf } from './lineReader'

/** Whether a file has several JSON objects, one a line, judged by the end of its first line. */
export function isJsonLines({ head }: InputFile): boolean {
  const found = /^\ufeff?\s*(\{[^\n]*\})[ \t]*\r?\n\s*\{/.exec(head)?.[1]
  if (found === undefined) return false
  try {
    JSON.parse(found)
    return true
  } catch {
    return false
  }
}

/** The values of a file of JSON lines, or the value of any other JSON file. Throws a FileFault with the line at fault. */
export function* jsonValuesOf(file: InputFile): Iterable<unknown> {
  if (!isJsonLines(file)) {
    yield file.json
    return
  }
  for (const line of linesOf(file)) {
    let value: unknown
    try {
      value = JSON.parse(line.text)
    } catch {
      throw line.fault(message('formats', 'ftmInvalidLine'), message('readFaults', 'exportAgain'))
    }
    yield value
  }
}
