import { GraphCollector } from '../collect/graphCollector'
import type { InputFile } from '../io/inputFile'
import { InvalidGraphXmlError, type XmlHandler } from './xmlHandler'
import { parseXmlStrictly } from './strictXmlParser'
import { parseXmlFast } from './fastXmlParser'

/**
 * Reads XML into a collector with the handler that `handlerFor` makes for one. The fast parser reads into a trial
 * collector; if it gives up, the strict parser reads the file from the beginning. Throws a FileFault with a position.
 */
export function collectXml(
  file: InputFile,
  collector: GraphCollector,
  handlerFor: (into: GraphCollector) => XmlHandler,
): void {
  const trial = new GraphCollector(collector.name, collector.choices)
  if (!parsedFast(file.bytes, handlerFor(trial)))
    parseXmlStrictly({ name: file.name, text: xmlText(file) }, handlerFor(collector))
  else if (collector.isEmpty) collector.adopt(trial)
  else parseXmlFast(file.bytes, handlerFor(collector))
}

/** Whether the fast parser read the file to its end. */
function parsedFast(bytes: Uint8Array, handler: XmlHandler): boolean {
  try {
    return parseXmlFast(bytes, handler)
  } catch (error) {
    if (error instanceof InvalidGraphXmlError) return false
    throw error
  }
}

/** The text of a file, in the encoding that its XML declaration names if that is supported. */
function xmlText(file: InputFile): string {
  const declared = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(file.head)?.[1]
  if (!file.isPlainUtf8 || declared === undefined || /^utf-?\d+$/i.test(declared)) return file.text
  try {
    return new TextDecoder(declared, { fatal: true }).decode(file.bytes)
  } catch {
    return file.text
  }
}
