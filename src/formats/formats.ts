import type { Graph } from '../model/graph'
import { writeCsv } from './csv/write'
import { FileFault, placeAt, type Format } from './format'
import { readGexf } from './gexf/read'
import { writeGexf, writeGexf12 } from './gexf/write'
import { readGraphml } from './graphml/read'
import { writeGraphml } from './graphml/write'
import { parseJson, readKizuna } from './kizuna/read'
import { writeKizuna } from './kizuna/write'

/** Every format. To add one: write its folder, name it here. */
export const formats: readonly Format[] = [
  {
    id: 'json',
    label: 'Kizuna JSON',
    extension: 'json',
    mime: 'application/json',
    description: 'Everything, with all evidence; opens here again exactly as it was.',
    recognises: (text) => /^\s*\{/.test(text) && text.includes('"kizuna"'),
    read: readKizuna,
    write: writeKizuna,
  },
  {
    id: 'gexf',
    label: 'GEXF 1.3',
    extension: 'gexf',
    mime: 'application/gexf+xml',
    description: 'For Gephi and Gephi Lite: positions, colours and typed columns; evidence as text on each edge.',
    recognises: (text) => /<(\w+:)?gexf[\s>]/.test(text.slice(0, 4000)),
    read: readGexf,
    write: writeGexf,
  },
  {
    id: 'gexf12',
    label: 'GEXF 1.2',
    extension: 'gexf',
    mime: 'application/gexf+xml',
    description: 'The same for programs that do not know 1.3, such as networkx before 3.6.',
    write: writeGexf12,
  },
  {
    id: 'graphml',
    label: 'GraphML',
    extension: 'graphml',
    mime: 'application/graphml+xml',
    description: 'For yEd, Cytoscape, networkx and igraph: typed columns; evidence as text on each edge.',
    recognises: (text) => /<(\w+:)?graphml[\s>]/.test(text.slice(0, 4000)),
    read: readGraphml,
    write: writeGraphml,
  },
  {
    id: 'csv',
    label: 'CSV tables',
    extension: 'zip',
    mime: 'application/zip',
    description: 'For spreadsheets: a zip of nodes, edges, figures, statements and sources.',
    write: writeCsv,
  },
]

const readable = 'Kizuna JSON, GEXF and GraphML can be opened.'

/** Reads a file of any format that is known, told by its content. Throws a FileFault where none fits or it is broken. */
export function readFile(bytes: Uint8Array, name: string): Graph {
  if (bytes.length === 0)
    throw new FileFault(name, 'the file is empty', 'Choose another file; this one may not have been saved to its end.')
  const kind = signature(bytes)
  if (kind) throw new FileFault(name, `this is ${kind}, whatever its name says`, `Choose a graph file: ${readable}`)
  const text = decoded(bytes, name)
  const format = formats.find((each) => each.read && each.recognises?.(text))
  if (format) return format.read!(text, name)
  if (/^\s*[[{]/.test(text)) parseJson(text, name)
  if (/^\s*<\?xml/.test(text) && text.length < 400)
    throw new FileFault(
      name,
      'the file stops before its end',
      'Save it again from the program that wrote it.',
      placeAt(text, text.length),
    )
  throw new FileFault(name, 'this is no graph file that is known here', readable)
}

const signatures: readonly (readonly [readonly number[], string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF picture'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document'],
  [[0x50, 0x4b, 0x03, 0x04], 'a zip file'],
  [[0x1f, 0x8b], 'a gzip file'],
]

const signature = (bytes: Uint8Array): string | undefined =>
  signatures.find(([start]) => start.every((byte, at) => bytes[at] === byte))?.[1]

function decoded(bytes: Uint8Array, name: string): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(wide, { fatal: true }).decode(bytes)
  } catch {
    throw new FileFault(name, 'the text is not valid UTF-8', 'Save the file in UTF-8.')
  }
}
