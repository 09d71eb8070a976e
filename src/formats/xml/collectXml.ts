import { GraphCollector } from '../collect/graphCollector'
import type { InputFile } from '../io/inputFile'
import { InvalidGraphXmlError, type XmlHandler } from './xmlHandler'
import { parseXmlStrictly } from './strictXmlParser'
import { parseXmlFast } from './fastXmlParser'

/**
 * Reads XML into a collector by way of a reader that fills it: by the scan, which is tried where it can do no harm; where
 * it gives up, by the full parser. Throws a FileFault with its place.
 */
export function collectXml(
  file: InputFile,
  collector: GraphCollector,
  readerFor: (into: GraphCollector) => XmlHandler,
): void {
  const trial = new GraphCollector(collector.name, collector.choices)
  if (!scanned(file.bytes, readerFor(trial)))
    parseXmlStrictly({ name: file.name, text: xmlText(file) }, readerFor(collector))
  else if (collector.isEmpty) collector.adopt(trial)
  else parseXmlFast(file.bytes, readerFor(collector))
}

function scanned(bytes: Uint8Array, reader: XmlHandler): boolean {
  try {
    return parseXmlFast(bytes, reader)
  } catch (error) {
    if (error instanceof InvalidGraphXmlError) return false
    throw error
  }
}

/** The text of a file, in the encoding that it declares where that is known. */
function xmlText(file: InputFile): string {
  const declared = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(file.head)?.[1]
  if (!file.isPlainUtf8 || declared === undefined || /^utf-?\d+$/i.test(declared)) return file.text
  try {
    return new TextDecoder(declared, { fatal: true }).decode(file.bytes)
  } catch {
    return file.text
  }
}
