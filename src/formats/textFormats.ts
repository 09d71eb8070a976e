import { writeCypher } from './cypher/write'
import { collectDot } from './dot/read'
import { writeDot } from './dot/write'
import type { Format } from './format'
import { collectGml } from './gml/read'
import { writeGml } from './gml/write'
import { writeMermaid } from './mermaid/write'
import { collectPajek } from './pajek/read'
import { writePajek } from './pajek/write'
import { collectTurtle, isTurtle } from './rdf/read'
import { writeNTriples, writeTurtle } from './rdf/write'

/** Formats that are plain text with a grammar of their own. */
export const textFormats: readonly Format[] = [
  {
    id: 'turtle',
    label: 'Turtle',
    extension: 'ttl',
    mime: 'text/turtle',
    description: 'For graph databases by SPARQL: triples, with every statement and its source.',
    recognises: isTurtle,
    collect: collectTurtle,
    write: writeTurtle,
    losses: ['evidence', 'lists', 'parallel edges'],
  },
  {
    id: 'ntriples',
    label: 'N-Triples',
    extension: 'nt',
    mime: 'application/n-triples',
    description: 'The same triples, a line each; for loading in bulk.',
    write: writeNTriples,
    losses: ['evidence', 'lists', 'parallel edges'],
  },
  {
    id: 'gml',
    label: 'GML',
    extension: 'gml',
    mime: 'text/x-gml',
    description: 'For igraph, networkx and yEd: places and columns; evidence as text on each edge.',
    recognises: ({ head }) =>
      /^\ufeff?(\s*(#[^\n]*\n|(Creator|Version|comment)\s+("[^"]*"|\S+)))*\s*graph\s*\[/i.test(head),
    collect: collectGml,
    write: writeGml,
    losses: ['evidence', 'lists'],
  },
  {
    id: 'pajek',
    label: 'Pajek',
    extension: 'net',
    mime: 'text/plain',
    description: 'For Pajek and VOSviewer: labels, places, weights and the names of relations.',
    recognises: ({ head }) => /^\ufeff?(\s*%[^\n]*\n|\s*\*network[^\n]*\n)*\s*\*vertices/i.test(head),
    collect: collectPajek,
    write: writePajek,
    losses: ['evidence', 'ids', 'types', 'names', 'node columns', 'edge columns', 'edge ids', 'title', 'signs'],
  },
  {
    id: 'dot',
    label: 'DOT',
    extension: 'dot',
    mime: 'text/vnd.graphviz',
    description: 'For Graphviz: labels, places and columns as attributes.',
    recognises: ({ head }) =>
      /^\ufeff?(\s+|\/\/[^\n]*\n|\/\*[^]*?\*\/|#[^\n]*\n)*(strict\s+)?(di)?graph\b[^[{]*\{/i.test(head),
    collect: collectDot,
    write: writeDot,
    losses: ['evidence', 'lists', 'kinds'],
  },
  {
    id: 'mermaid',
    label: 'Mermaid',
    extension: 'mmd',
    mime: 'text/vnd.mermaid',
    description: 'For Markdown pages that draw it; only written, best for up to some hundred edges.',
    write: writeMermaid,
    losses: ['places'],
  },
  {
    id: 'cypher',
    label: 'Cypher script',
    extension: 'cypher',
    mime: 'application/x-cypher-query',
    description: 'For Neo4j and Memgraph: merges nodes and edges by their id; only written.',
    write: writeCypher,
  },
]
