import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { FileFault, placeAt } from './fault'

const deepest = 200

/** What a reader of XML listens to; names come without a prefix. */
export interface XmlEvents {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close: (name: string, text: string) => void
}

/**
 * Reads XML with a strict parser that fetches nothing and expands nothing. A document type that declares entities is
 * refused, for it can blow up a small file; so is nesting deeper than any graph needs. Listeners may throw a
 * `Misplaced`, which becomes a fault at the place where reading stands.
 */
export function readXml(text: string, name: string, { open, close }: XmlEvents): void {
  const parser = new SaxesParser()
  const fault = (what: string, remedy: string) => new FileFault(name, what, remedy, placeAt(text, parser.position))
  const texts: string[] = []
  parser.on('doctype', (doctype) => {
    if (/\[|ENTITY/i.test(doctype))
      throw fault(
        'the document type declares entities, which can hide any amount of text',
        'Remove the DOCTYPE line, or save the file again from the program that wrote it.',
      )
  })
  parser.on('opentag', (tag: SaxesTagPlain) => {
    texts.push('')
    if (texts.length > deepest)
      throw fault(
        `elements are nested more than ${deepest} deep`,
        'No graph file needs that; save it again from the program that wrote it.',
      )
    open(local(tag.name), withLocalNames(tag.attributes))
  })
  const add = (more: string) => {
    if (texts.length > 0) texts[texts.length - 1] += more
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', ({ name: tag }) => close(local(tag), texts.pop() ?? ''))
  parser.on('error', (error) => {
    throw fault(saying(error.message), 'Save it again from the program that wrote it.')
  })
  try {
    parser.write(text).close()
  } catch (error) {
    if (error instanceof Misplaced) throw fault(error.message, error.remedy)
    throw error
  }
}

/** Something that the XML allows and the format does not, noticed while reading. */
export class Misplaced extends Error {
  constructor(
    message: string,
    readonly remedy: string,
  ) {
    super(message)
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

const withLocalNames = (attributes: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name === 'xml:id' ? name : local(name), value]))

/** The parser's words for the commonest break, in ours. */
function saying(message: string): string {
  const what = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
  return /unclosed tag|unexpected end|document must contain a root/i.test(what)
    ? `the file stops before its end (${what})`
    : what
}

// eslint-disable-next-line no-control-regex -- these are what XML 1.0 cannot hold, section 2.2
const impossible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
}

/** Text for an attribute or an element. Characters that XML cannot hold become U+FFFD. */
export const escapeXml = (text: string): string =>
  text.replace(impossible, '\ufffd').replace(/[&<>"\n\r\t]/g, (letter) => escapes[letter]!)
