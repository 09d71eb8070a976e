import { addEvidenceTables } from './csv/addEvidenceTables'
import { collectCsv, isCsvTable } from './csv/read'
import { writeCsv } from './csv/write'
import { collectFollowTheMoney, isFollowTheMoney } from './ftm/read'
import type { Format } from './format'
import { collectGexf } from './gexf/read'
import { writeGexf, writeGexf12 } from './gexf/write'
import { collectGraphml } from './graphml/read'
import { writeGraphml } from './graphml/write'
import { jsonFormats } from './json/jsonFormats'
import { readKizunaJson } from './kizuna/read'
import { writeKizunaJson } from './kizuna/write'
import { textFormats } from './textFormats'
import { collectJsonLd, isJsonLd, writeJsonLd } from './rdf/jsonld'

/**
 * Every format. To add one: write its folder, name it here. The first that recognises a file reads it, so those that can
 * tell by less stand later.
 */
export const formats: readonly Format[] = [
  {
    id: 'json',
    label: 'Kizuna JSON',
    extension: 'json',
    mime: 'application/json',
    description: 'Everything, with all evidence; opens here again exactly as it was.',
    recognises: ({ head }) => /^\s*\{/.test(head) && head.includes('"kizuna"'),
    read: readKizunaJson,
    write: writeKizunaJson,
  },
  {
    id: 'gexf',
    label: 'GEXF 1.3',
    extension: 'gexf',
    mime: 'application/gexf+xml',
    description: 'For Gephi and Gephi Lite: positions, colours and typed columns; evidence as text on each edge.',
    recognises: ({ head }) => /<(\w+:)?gexf[\s>]/.test(head.slice(0, 4000)),
    collect: collectGexf,
    write: writeGexf,
    losses: ['evidence'],
  },
  {
    id: 'gexf12',
    label: 'GEXF 1.2',
    extension: 'gexf',
    mime: 'application/gexf+xml',
    description: 'The same for programs that do not know 1.3, such as networkx before 3.6.',
    write: writeGexf12,
    losses: ['evidence'],
  },
  {
    id: 'graphml',
    label: 'GraphML',
    extension: 'graphml',
    mime: 'application/graphml+xml',
    description: 'For yEd, Cytoscape, networkx and igraph: typed columns; evidence as text on each edge.',
    recognises: ({ head }) => /<(\w+:)?graphml[\s>]/.test(head.slice(0, 4000)),
    collect: collectGraphml,
    write: writeGraphml,
    losses: ['evidence', 'lists'],
  },
  {
    id: 'ftm',
    label: 'FollowTheMoney',
    extension: 'ftm.json',
    mime: 'application/x-ndjson',
    description: 'Entities of Aleph and OpenSanctions, a line each; only read.',
    recognises: isFollowTheMoney,
    collect: collectFollowTheMoney,
  },
  {
    id: 'jsonld',
    label: 'JSON-LD',
    extension: 'jsonld',
    mime: 'application/ld+json',
    description: 'For the semantic web, as JSON: triples, with every statement and its source.',
    recognises: isJsonLd,
    collect: collectJsonLd,
    write: writeJsonLd,
    losses: ['evidence', 'lists', 'parallel edges', 'order'],
  },
  ...jsonFormats,
  ...textFormats,
  {
    id: 'csv',
    label: 'CSV tables',
    extension: 'zip',
    mime: 'application/zip',
    description:
      'For spreadsheets: a zip of nodes, edges, figures, statements and sources; opens here again with them.',
    recognises: isCsvTable,
    collect: collectCsv,
    addEvidence: addEvidenceTables,
    write: writeCsv,
    losses: ['kinds', 'title'],
  },
]

/** What can be opened, as a sentence. */
export const openableFormatsText = (): string => {
  const labels = formats.filter((each) => each.read ?? each.collect).map(({ label }) => label)
  return `${labels.slice(0, -1).join(', ')} and ${labels.at(-1)} can be opened.`
}
