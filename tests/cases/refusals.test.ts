import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { unreadKindsEn } from '../../src/messages/unreadKinds.en'
import { caseFile, jsonCase, refusalOf, textCase } from './casesReader'

const binary = (name: string, ...bytes: number[]) => ({
  name,
  bytes: Uint8Array.from([...bytes, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
})
const letters = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0))

/** A beginning of each kind, as its programs write it. */
const files: Readonly<Record<keyof typeof unreadKindsEn, { readonly name: string; readonly bytes: Uint8Array }>> = {
  html: caseFile('html.html'),
  svg: textCase(
    'a.csv',
    '<?xml version="1.0"?>\n<!-- a, b -->\n<svg xmlns="http://www.w3.org/2000/svg"><path d="M0,0"/></svg>',
  ),
  image: binary('a.webp', ...letters('RIFF')),
  document: { name: 'a.docx', bytes: zipSync({ 'word/document.xml': strToU8('<w/>'), 'a.xml': strToU8('<a/>') }) },
  oldOffice: binary('a.xls', 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
  sqlite: binary('a.db', ...letters('SQLite format 3\0')),
  access: binary('a.mdb', 0, 1, 0, 0, ...letters('Standard Jet DB')),
  hdf5: binary('a.h5', 0x89, 0x48, 0x44, 0x46),
  arrow: binary('a.arrow', ...letters('ARROW1')),
  pickle: binary('a.pkl', 0x80, 0x04, 0x95),
  neo4jDump: binary('neo4j.dump', ...letters('DZV1')),
  gephiProject: { name: 'a.gephi', bytes: zipSync({ Project_xml: strToU8('<project/>') }) },
  gephiLite: jsonCase({ type: 'gephi-lite', version: '1', graphDataset: {} }),
  cytoscapeSession: {
    name: 'a.cys',
    bytes: zipSync({ 's/cysession.xml': strToU8('<a/>'), 's/networks/n.xgmml': strToU8('<graph/>') }),
  },
  xgmml: textCase(
    'a.xgmml',
    '<?xml version="1.0"?>\n<graph label="n" directed="1" xmlns="http://www.cs.rpi.edu/XGMML"><node id="1"/></graph>',
  ),
  gxl: textCase(
    'a.gxl',
    '<?xml version="1.0"?>\n<!DOCTYPE gxl SYSTEM "http://www.gupro.de/GXL/gxl-1.0.dtd">\n<gxl><graph id="g"/></gxl>',
  ),
  ucinetDl: textCase('a.dl', 'dl n=3 format=edgelist1\nlabels:\na,b,c\ndata:\n1 2 1\n'),
  netdrawVna: textCase('a.vna', '*node data\nid, kind\na, x\n*tie data\nfrom, to\na, b\n'),
  tulip: textCase('a.tlp', '(tlp "2.3"\n(nb_nodes 2)\n(nodes 0..1)\n(edge 0 0 1)\n)'),
  dimacs: textCase('a.col', 'c a graph\np edge 3 2\ne 1 2\ne 2 3\n'),
  graph6: textCase('a.g6', '>>graph6<<DqK\n'),
  leda: textCase('a.gw', 'LEDA.GRAPH\nstring\nint\n-1\n2\n'),
  graphson: textCase('a.json', '{"id":{"@type":"g:Int32","@value":1},"label":"person","outE":{"created":[]}}\n'),
  rar: binary('a.rar', ...letters('Rar!')),
  sevenZip: binary('a.7z', 0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c),
  zstandard: binary('a.zst', 0x28, 0xb5, 0x2f, 0xfd),
  bzip2: binary('a.bz2', ...letters('BZh9')),
  xz: binary('a.xz', 0xfd, 0x37, 0x7a, 0x58, 0x5a),
}

describe('files that are known and not read', () => {
  it.each(Object.entries(files))('%s: is named, with the way to get there', async (kind, file) => {
    const [what, remedy] = unreadKindsEn[kind as keyof typeof files]
    expect(await refusalOf(file)).toBe(`${file.name}: this is ${what}, which Kizuna does not read. ${remedy}`)
  })
  it('names whole XML of an unknown kind by its root, and says of cut XML that it is cut', async () => {
    expect(await refusalOf(textCase('a.xml', '<?xml version="1.0"?><feed><entry/></feed>'))).toContain(
      'with the root <feed>',
    )
    expect(await refusalOf(textCase('a.xml', '<?xml version="1.0"?><fee'))).toContain('the file ends too early')
  })
  it('names valid JSON without a graph by its keys', async () => {
    expect(await refusalOf(jsonCase({ items: [{ a: 1 }], next: null }))).toContain('it has "items" and "next"')
    expect(await refusalOf(jsonCase({ nodes: [{ id: 1 }], edges: [{ weight: 1 }] }))).toContain('JSON without a list')
  })
  it.each([
    ['enc.zip', 'encrypted'],
    ['empty.zip', 'empty'],
  ])('says of %s that it is %s', async (name, word) => {
    expect(await refusalOf(caseFile(name))).toContain(word)
  })
})
