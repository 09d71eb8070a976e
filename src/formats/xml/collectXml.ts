import { Collector } from '../collect/graphCollector'
import type { FileIn } from '../io/inputFile'
import { Misplaced, type XmlReader } from './xmlHandler'
import { readXml } from './strictXmlParser'
import { scanXml } from './fastXmlParser'

/**
 * Reads XML into a collector by way of a reader that fills it: by the scan, which is tried where it can do no harm; where
 * it gives up, by the full parser. Throws a FileFault with its place.
 */
export function collectXml(file: FileIn, collector: Collector, readerFor: (into: Collector) => XmlReader): void {
  const trial = new Collector(collector.name, collector.choices)
  if (!scanned(file.bytes, readerFor(trial))) readXml({ name: file.name, text: xmlText(file) }, readerFor(collector))
  else if (collector.untouched) collector.adopt(trial)
  else scanXml(file.bytes, readerFor(collector))
}

function scanned(bytes: Uint8Array, reader: XmlReader): boolean {
  try {
    return scanXml(bytes, reader)
  } catch (error) {
    if (error instanceof Misplaced) return false
    throw error
  }
}

/** The text of a file, in the encoding that it declares where that is known. */
function xmlText(file: FileIn): string {
  const declared = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(file.head)?.[1]
  if (!file.plainUtf8 || declared === undefined || /^utf-?\d+$/i.test(declared)) return file.text
  try {
    return new TextDecoder(declared, { fatal: true }).decode(file.bytes)
  } catch {
    return file.text
  }
}
