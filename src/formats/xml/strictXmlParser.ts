import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { message, type Message } from '../../messages/message'
import { FileFault, textPositionAt } from '../io/fileFault'
import { maxXmlDepth, InvalidGraphXmlError, XmlTagAttributes, type XmlHandler } from './xmlHandler'

const encoder = new TextEncoder()

/** The text of a file with the name of the file. */
interface NamedXmlText {
  readonly name: string
  readonly text: string
}

/**
 * Parses all of XML with saxes, which downloads and expands nothing: slower than `parseXmlFast`, but complete, with
 * positions of faults. A document type that declares entities is refused, because a small file could expand to any size,
 * and so is deep nesting. An `InvalidGraphXmlError` of the handler becomes a FileFault at the current position.
 */
export function parseXmlStrictly({ text, name }: NamedXmlText, handler: XmlHandler): void {
  const parser = new SaxesParser()
  const fault = (what: Message, remedy: Message) =>
    new FileFault(name, what, remedy, textPositionAt(text, parser.position))
  const tag = new XmlTagAttributes(new Uint8Array(), handler.attributes.all.length)
  const elements = indexesOf(handler.elements.all)
  const attributes = indexesOf(handler.attributes.all)
  const texts: string[] = []
  parser.on('doctype', (doctype) => {
    if (/\[|ENTITY/i.test(doctype))
      throw fault(message('formats', 'xmlDeclaresEntities'), message('formats', 'xmlRemoveDoctype'))
  })
  parser.on('opentag', (opened: SaxesTagPlain) => {
    texts.push('')
    if (texts.length > maxXmlDepth)
      throw fault(message('formats', 'nestedTooDeep', { depth: maxXmlDepth }), message('readFaults', 'exportAgain'))
    const element = elements.get(localName(opened.name))
    if (element === undefined) return
    tag.reset()
    for (const [full, value] of Object.entries(opened.attributes)) {
      const attribute = full.startsWith('xml:') ? undefined : attributes.get(localName(full))
      if (attribute !== undefined) tag.setText(attribute, value)
    }
    handler.openElement(element, tag)
  })
  const appendText = (more: string) => {
    if (texts.length > 0) texts[texts.length - 1] += more
  }
  parser.on('text', appendText)
  parser.on('cdata', appendText)
  parser.on('closetag', ({ name: closed }) => {
    const text = texts.pop() ?? ''
    const element = elements.get(localName(closed))
    if (element === undefined) return
    const bytes = encoder.encode(handler.wantsText[element] === 1 ? text : '')
    handler.closeElement(element, { bytes, from: 0, to: bytes.length })
  })
  parser.on('error', (error) => {
    throw fault(syntaxErrorMessage(error.message), message('readFaults', 'exportAgain'))
  })
  try {
    parser.write(text).close()
    handler.endDocument()
  } catch (error) {
    if (error instanceof InvalidGraphXmlError) throw fault(error.what, error.remedy)
    throw error
  }
}

const indexesOf = (names: readonly string[]) => new Map(names.map((name, index) => [name, index]))

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** A syntax error of saxes as a message; errors that are rarely seen keep the text of saxes as their detail. */
function syntaxErrorMessage(text: string): Message {
  const detail = text.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
  if (/unclosed tag|unexpected end|document must contain a root/i.test(detail))
    return message('readFaults', 'endsTooEarlyAt', { detail: message('formats', 'xmlEndsTooEarly') })
  const [, tag] = /^unmatched closing tag: (.+)$/.exec(detail) ?? []
  if (tag !== undefined) return message('formats', 'xmlUnmatchedTag', { tag })
  return message('formats', 'xmlNotWellFormed', { detail })
}
