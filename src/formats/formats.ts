import { message, type Message } from '../messages/message'
import type { Format, ReadableFormat, WritableFormat } from './format'
import { isFollowTheMoney } from './ftm/isFollowTheMoney'
import type { InputFile } from './io/inputFile'
import { isTurtle } from './rdf/isTurtle'
import { readOnlyJsonFormats, readOnlyLineFormats, readOnlyRagFormats } from './readOnlyFormats'

/** The root element of an XML file, found near its beginning. */
const hasXmlRoot =
  (pattern: RegExp) =>
  ({ head }: InputFile): boolean =>
    pattern.test(head.slice(0, 4000))

const startsLikeJson = ({ head }: InputFile): boolean => /^\ufeff?\s*[[{]/.test(head)

/**
 * Every format. To add one: write its reader or writer, add an entry here and its description to both catalogues
 * (`formats.descriptions`), and put a sample file into tests/samples. The first entry that recognises a file reads it, so
 * formats with weaker evidence come later.
 */
export const formats: readonly Format[] = [
  {
    id: 'json',
    label: 'Kizuna JSON',
    extension: 'json',
    mime: 'application/json',
    recognises: ({ head }) => /^\s*\{/.test(head) && head.includes('"kizuna"'),
    loadReader: async () => ({ read: (await import('./kizuna/read')).readKizunaJson }),
    loadWriter: async () => (await import('./kizuna/write')).writeKizunaJson,
  },
  {
    id: 'gexf',
    label: 'GEXF 1.3',
    extension: 'gexf',
    mime: 'application/gexf+xml',
    recognises: hasXmlRoot(/<(\w+:)?gexf[\s>]/),
    loadReader: async () => ({ collect: (await import('./gexf/read')).collectGexf }),
    loadWriter: async () => (await import('./gexf/write')).writeGexf,
    losses: ['evidence'],
  },
  {
    id: 'gexf12',
    label: 'GEXF 1.2',
    extension: 'gexf',
    mime: 'application/gexf+xml',
    loadWriter: async () => (await import('./gexf/write')).writeGexf12,
    losses: ['evidence'],
  },
  {
    id: 'graphml',
    label: 'GraphML',
    extension: 'graphml',
    mime: 'application/graphml+xml',
    recognises: hasXmlRoot(/<(\w+:)?graphml[\s>]/),
    loadReader: async () => ({ collect: (await import('./graphml/read')).collectGraphml }),
    loadWriter: async () => (await import('./graphml/write')).writeGraphml,
    losses: ['evidence', 'lists'],
  },
  {
    id: 'ftm',
    label: 'FollowTheMoney',
    extension: 'ftm.json',
    mime: 'application/x-ndjson',
    recognises: isFollowTheMoney,
    loadReader: async () => ({ collect: (await import('./ftm/read')).collectFollowTheMoney }),
    loadWriter: async () => (await import('./ftm/write')).writeFollowTheMoney,
    losses: ['evidence'],
  },
  ...readOnlyRagFormats,
  ...readOnlyJsonFormats,
  {
    id: 'jsonld',
    label: 'JSON-LD',
    extension: 'jsonld',
    mime: 'application/ld+json',
    recognises: ({ head }) => /^\s*[[{]/.test(head) && /"@(context|graph|id)"\s*:/.test(head),
    loadReader: async () => ({
      collect: (await import('./rdf/jsonld')).collectJsonLd,
      addEvidence: (await import('./rdf/namedGraphs')).addNamedGraphEvidence,
    }),
    loadWriter: async () => (await import('./rdf/jsonld')).writeJsonLd,
    losses: ['evidence', 'lists', 'parallelEdges', 'order'],
  },
  {
    id: 'graphology',
    label: 'graphology JSON',
    extension: 'json',
    mime: 'application/json',
    recognises: async (file) => startsLikeJson(file) && (await import('./json/graphology')).isGraphology(file),
    loadReader: async () => ({ collect: (await import('./json/graphology')).collectGraphology }),
    loadWriter: async () => (await import('./json/write')).writeGraphology,
    losses: ['evidence'],
  },
  {
    id: 'cyjs',
    label: 'Cytoscape JSON',
    extension: 'cyjs',
    mime: 'application/json',
    recognises: async (file) => startsLikeJson(file) && (await import('./json/cytoscape')).isCytoscape(file),
    loadReader: async () => ({ collect: (await import('./json/cytoscape')).collectCytoscape }),
    loadWriter: async () => (await import('./json/write')).writeCytoscape,
    losses: ['evidence'],
  },
  {
    id: 'networkx',
    label: 'networkx JSON',
    extension: 'json',
    mime: 'application/json',
    recognises: async (file) => startsLikeJson(file) && (await import('./json/networkx')).isNetworkx(file),
    loadReader: async () => ({ collect: (await import('./json/networkx')).collectNetworkx }),
    loadWriter: async () => (await import('./json/write')).writeNetworkx,
    losses: ['evidence'],
  },
  {
    id: 'd3',
    label: 'Node-link JSON',
    extension: 'json',
    mime: 'application/json',
    recognises: async (file) => startsLikeJson(file) && (await import('./json/nodeLink')).isNodeLink(file),
    loadReader: async () => ({ collect: (await import('./json/nodeLink')).collectNodeLink }),
    loadWriter: async () => (await import('./json/write')).writeNodeLink,
    losses: ['evidence'],
  },
  {
    id: 'turtle',
    label: 'Turtle',
    extension: 'ttl',
    mime: 'text/turtle',
    recognises: isTurtle,
    loadReader: async () => ({
      collect: (await import('./rdf/read')).collectTurtle,
      addEvidence: (await import('./rdf/namedGraphs')).addNamedGraphEvidence,
    }),
    loadWriter: async () => (await import('./rdf/write')).writeTurtle,
    losses: ['evidence', 'lists', 'parallelEdges'],
  },
  {
    id: 'ntriples',
    label: 'N-Triples',
    extension: 'nt',
    mime: 'application/n-triples',
    loadWriter: async () => (await import('./rdf/write')).writeNTriples,
    losses: ['evidence', 'lists', 'parallelEdges'],
  },
  {
    id: 'gml',
    label: 'GML',
    extension: 'gml',
    mime: 'text/x-gml',
    recognises: ({ head }) =>
      /^\ufeff?(\s*(#[^\n]*\n|(Creator|Version|comment)\s+("[^"]*"|\S+)))*\s*graph\s*\[/i.test(head),
    loadReader: async () => ({ collect: (await import('./gml/read')).collectGml }),
    loadWriter: async () => (await import('./gml/write')).writeGml,
    losses: ['evidence', 'lists'],
  },
  {
    id: 'pajek',
    label: 'Pajek',
    extension: 'net',
    mime: 'text/plain',
    recognises: ({ head }) =>
      /^\ufeff?(\s*%[^\n]*\n|\s*\*(network|partition|vector|permutation|cluster)[^\n]*\n)*\s*\*vertices/i.test(head),
    loadReader: async () => ({ collect: (await import('./pajek/read')).collectPajek }),
    loadWriter: async () => (await import('./pajek/write')).writePajek,
    losses: [
      'mutual',
      'edgeOrder',
      'evidence',
      'ids',
      'types',
      'names',
      'nodeColumns',
      'edgeColumns',
      'edgeIds',
      'title',
      'specialCharacters',
    ],
  },
  {
    id: 'dot',
    label: 'DOT',
    extension: 'dot',
    mime: 'text/vnd.graphviz',
    recognises: ({ head }) =>
      /^\ufeff?(\s+|\/\/[^\n]*\n|\/\*[^]*?\*\/|#[^\n]*\n)*(strict\s+)?(di)?graph\b[^[{]*\{/i.test(head),
    loadReader: async () => ({ collect: (await import('./dot/read')).collectDot }),
    loadWriter: async () => (await import('./dot/write')).writeDot,
    losses: ['evidence', 'lists', 'kinds'],
  },
  {
    id: 'mermaid',
    label: 'Mermaid',
    extension: 'mmd',
    mime: 'text/vnd.mermaid',
    loadWriter: async () => (await import('./mermaid/write')).writeMermaid,
    losses: ['positions'],
  },
  {
    id: 'cypher',
    label: 'Cypher',
    extension: 'cypher',
    mime: 'application/x-cypher-query',
    loadWriter: async () => (await import('./cypher/write')).writeCypher,
  },
  ...readOnlyLineFormats,
  {
    id: 'csv',
    label: 'CSV',
    extension: 'zip',
    mime: 'application/zip',
    recognises: async (file) => (await import('./csv/read')).isCsvFile(file),
    loadReader: async () => {
      const [{ collectCsv }, { relateTables }, { addEvidenceTables }] = await Promise.all([
        import('./csv/read'),
        import('./csv/relateTables'),
        import('./csv/addEvidenceTables'),
      ])
      return { prepare: relateTables, collect: collectCsv, addEvidence: addEvidenceTables }
    },
    loadWriter: async () => (await import('./csv/write')).writeCsv,
    losses: ['kinds', 'title'],
  },
]

export const readableFormats: readonly ReadableFormat[] = formats.filter((format) => format.loadReader !== undefined)
export const writableFormats: readonly WritableFormat[] = formats.filter((format) => format.loadWriter !== undefined)

/** The names of the formats that can be opened, as a sentence. */
export const readableFormatsMessage = (): Message =>
  message('readFaults', 'kizunaOpens', { formats: readableFormats.map(({ label }) => label) })

/**
 * The readable format that the extension of a file name belongs to; undefined if there is none or, as for `.json`,
 * several.
 */
export function formatOfExtension(name: string): ReadableFormat | undefined {
  const found = readableFormats.filter(({ extension }) => name.toLowerCase().endsWith(`.${extension}`))
  return found.length === 1 ? found[0] : undefined
}
