import type { UnreadKind } from '../messages/unreadKinds.en'
import type { InputFile } from './io/inputFile'

const bytesOf = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0))

/** First bytes of files of other programs, and where they stand if not at the beginning. */
const signatures: readonly (readonly [UnreadKind, readonly number[], number?])[] = [
  ['sqlite', bytesOf('SQLite format 3\0')],
  ['access', bytesOf('Standard Jet DB'), 4],
  ['access', bytesOf('Standard ACE DB'), 4],
  ['hdf5', [0x89, 0x48, 0x44, 0x46]],
  ['arrow', bytesOf('ARROW1')],
  ['pickle', [0x80, 0x02]],
  ['pickle', [0x80, 0x03]],
  ['pickle', [0x80, 0x04]],
  ['pickle', [0x80, 0x05]],
  ['oldOffice', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['neo4jDump', bytesOf('DZV1')],
  ['neo4jDump', bytesOf('GZV1')],
  ['document', bytesOf('{\\rtf')],
  ['rar', bytesOf('Rar!')],
  ['sevenZip', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['zstandard', [0x28, 0xb5, 0x2f, 0xfd]],
  ['bzip2', bytesOf('BZh')],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['image', bytesOf('RIFF')],
  ['image', bytesOf('BM')],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
]

/** First words of texts of other programs. */
const beginnings: readonly (readonly [UnreadKind, RegExp])[] = [
  ['html', /^\ufeff?\s*(<!--[^]*?-->\s*)*(<!doctype\s+html|<html[\s>]|<head[\s>])/i],
  ['svg', /^\ufeff?\s*(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s>]/i],
  ['xgmml', /^\ufeff?\s*(<[?!][^>]*>\s*)*<graph\b[^>]*(XGMML|\bxmlns:cy\b|\bcy:|\blabel=)/i],
  ['gxl', /^\ufeff?\s*(<[?!][^>]*>\s*)*<gxl[\s>]/i],
  ['ucinetDl', /^\ufeff?\s*dl\b\s*(n|nr|nc|nm|format)\s*=/i],
  ['netdrawVna', /^\ufeff?\s*\*(node data|node properties|tie data)\b/i],
  ['tulip', /^\ufeff?\s*\(tlp\s+"/],
  ['dimacs', /^\ufeff?(c[^\n]*\n)*p\s+(edge|edges|col|sp|max|min|asn|td|tw)\s+\d+\s+\d+/],
  ['graph6', /^>>(graph6|sparse6|digraph6)<</],
  ['leda', /^\ufeff?LEDA\.GRAPH\b/],
  [
    'graphson',
    /^\ufeff?\s*\{[^]{0,400}"(@type"\s*:\s*"tinker:graph"|outE"\s*:\s*\{|inE"\s*:\s*\{|vertices"\s*:\s*\[|mode"\s*:\s*"(NORMAL|EXTENDED|COMPACT)")/,
  ],
  ['gephiLite', /^\ufeff?\s*\{[^]{0,200}"type"\s*:\s*"gephi-lite"/],
]

/** The kind of a file that Kizuna knows and does not read; undefined if it is none of those. */
export function unreadKindOf({ bytes, head }: InputFile): UnreadKind | undefined {
  const found = signatures.find(([, start, at = 0]) => start.every((byte, index) => bytes[at + index] === byte))
  return found?.[0] ?? beginnings.find(([, beginning]) => beginning.test(head))?.[0]
}

/** Names of files that only the archives of one program have. */
const archiveNames: readonly (readonly [UnreadKind, RegExp])[] = [
  ['gephiProject', /^Project_xml$/],
  ['cytoscapeSession', /(^|\/)cysession\.xml$/],
  ['document', /^(word\/document\.xml|ppt\/presentation\.xml)$/],
  ['document', /^META-INF\/manifest\.xml$/],
]

/** The kind of an archive that is the file of a program, by the names in it; undefined for any other archive. */
export const unreadArchiveKind = (names: readonly string[]): UnreadKind | undefined =>
  archiveNames.find(([, name]) => names.some((each) => name.test(each)))?.[0]

/** The root element of an XML file that no format recognised; undefined if the file is no XML. */
export const xmlRootOf = ({ head }: InputFile): string | undefined =>
  /^\ufeff?\s*(?:<\?[^]*?\?>\s*|<!--[^]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>\s*)*<([A-Za-z_][\w.:-]*)/.exec(
    head,
  )?.[1]
