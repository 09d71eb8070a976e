import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { FileFault, textPositionAt } from '../io/fileFault'
import { maxXmlDepth, InvalidGraphXmlError, XmlTagAttributes, type XmlHandler } from './xmlHandler'

const encoder = new TextEncoder()

/** A text that is being read, by the name of its file. */
interface NamedXmlText {
  readonly name: string
  readonly text: string
}

/**
 * Reads XML with a strict parser that fetches nothing and expands nothing: slower than the scan, it reads all of XML and
 * names faults with their place. A document type that declares entities is refused, for it can blow up a small file; so
 * is nesting deeper than any graph needs. A listener's `InvalidGraphXmlError` becomes a fault at the place where reading stands.
 */
export function parseXmlStrictly({ text, name }: NamedXmlText, reader: XmlHandler): void {
  const parser = new SaxesParser()
  const fault = (what: string, remedy: string) =>
    new FileFault(name, what, remedy, textPositionAt(text, parser.position))
  const tag = new XmlTagAttributes(new Uint8Array(), reader.attributes.all.length)
  const elements = numbersOf(reader.elements.all)
  const attributes = numbersOf(reader.attributes.all)
  const texts: string[] = []
  parser.on('doctype', (doctype) => {
    if (/\[|ENTITY/i.test(doctype))
      throw fault(
        'the document type declares entities, which can hide any amount of text',
        'Remove the DOCTYPE line, or save the file again from the program that wrote it.',
      )
  })
  parser.on('opentag', (opened: SaxesTagPlain) => {
    texts.push('')
    if (texts.length > maxXmlDepth)
      throw fault(
        `elements are nested more than ${maxXmlDepth} deep`,
        'No graph file needs that; save it again from the program that wrote it.',
      )
    const element = elements.get(local(opened.name))
    if (element === undefined) return
    tag.reset()
    for (const [full, value] of Object.entries(opened.attributes)) {
      const attribute = full.startsWith('xml:') ? undefined : attributes.get(local(full))
      if (attribute !== undefined) tag.setText(attribute, value)
    }
    reader.openElement(element, tag)
  })
  const add = (more: string) => {
    if (texts.length > 0) texts[texts.length - 1] += more
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', ({ name: closed }) => {
    const text = texts.pop() ?? ''
    const element = elements.get(local(closed))
    if (element === undefined) return
    const bytes = encoder.encode(reader.wantsText[element] === 1 ? text : '')
    reader.closeElement(element, { bytes, from: 0, to: bytes.length })
  })
  parser.on('error', (error) => {
    throw fault(saying(error.message), 'Save it again from the program that wrote it.')
  })
  try {
    parser.write(text).close()
    reader.endDocument()
  } catch (error) {
    if (error instanceof InvalidGraphXmlError) throw fault(error.message, error.remedy)
    throw error
  }
}

const numbersOf = (names: readonly string[]) => new Map(names.map((name, number) => [name, number]))

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** The parser's words for the commonest break, in ours. */
function saying(message: string): string {
  const what = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
  return /unclosed tag|unexpected end|document must contain a root/i.test(what)
    ? `the file stops before its end (${what})`
    : what
}
