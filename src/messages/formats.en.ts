import { english, plural } from './englishFormatter'

/** Formats of files, and what is wrong with files of a format: a clause without a full stop; remedies are sentences. */
export const formatsEn = {
  /** What each format is good for, by its id. */
  descriptions: {
    json: 'Everything, with all evidence. Opens in Kizuna exactly as it was.',
    gexf: 'For Gephi and Gephi Lite: positions, colours and typed columns, with the evidence as text on each edge.',
    gexf12: 'GEXF for programs that cannot read version 1.3, such as networkx before 3.6.',
    graphml: 'For yEd, Cytoscape, networkx and igraph: typed columns, with the evidence as text on each edge.',
    ftm: 'Entities for Aleph and OpenSanctions, one per line: relations become intervals, with documents as proof.',
    jsonld: 'Linked data as JSON: triples, with every statement and its source.',
    graphology: 'For graphology and sigma.js: attributes unchanged, with the evidence as text on each edge.',
    cyjs: 'For Cytoscape and Cytoscape.js: elements with data and positions, with the evidence as text on each edge.',
    networkx: 'Node-link data of a directed multigraph for networkx, with the evidence as text on each edge.',
    d3: 'Nodes and links for web pages made with D3, with the evidence as text on each link. vis-network files also open.',
    turtle: 'For graph databases with SPARQL: triples, with every statement and its source.',
    ntriples: 'The same triples as Turtle, one per line, for bulk loading.',
    gml: 'For igraph, networkx and yEd: positions and columns, with the evidence as text on each edge.',
    pajek: 'For Pajek and VOSviewer: labels, positions, weights and the names of relations.',
    dot: 'For Graphviz: labels, positions, and columns as attributes.',
    mermaid: 'Diagrams in Markdown pages, best up to a few hundred edges. Can be exported, not opened.',
    cypher: 'A script for Neo4j and Memgraph that merges nodes and edges by id. Can be exported, not opened.',
    tgf: 'Ids, labels and edges as plain lines of text, from yEd. Can be opened, not exported.',
    gdf: 'Typed tables of nodes and edges in one text file, from GUESS, Gephi and Netvizz. Can be opened, not exported.',
    matrixMarket: 'The entries of a matrix as edges with weights. Can be opened, not exported.',
    sif: 'A node, an interaction and its targets on each line, from Cytoscape. Can be opened, not exported.',
    edgeList: 'Two nodes on each line, separated by spaces, perhaps with a weight. Can be opened, not exported.',
    canvas: 'Cards and arrows with their places, from Obsidian. Can be opened, not exported.',
    stix: 'Cyber threat intelligence: objects, sightings and their relationships. Can be opened, not exported.',
    neo4j:
      'Nodes and relationships from Neo4j: files of APOC, and results of Neo4j Browser and the APIs. Can be opened, not exported.',
    arrows: 'Graphs drawn in Arrows: captions, labels, properties and positions. Can be opened, not exported.',
    parquet:
      'The tables of GraphRAG, opened together: text units become statements with their documents. Also other tables of nodes or edges. Can be opened, not exported.',
    lightrag:
      'The text chunks of LightRAG, opened together with its GraphML: each becomes a statement with its document as source. Can be opened, not exported.',
    cx: 'Networks from Cytoscape and NDEx, also in CX version 1. Can be opened, not exported.',
    csv: 'For spreadsheets: a zip archive of nodes, edges, figures, statements and sources that Kizuna can open again.',
  },

  /** What a format does not keep, as items of a list. */
  losses: {
    ids: 'ids of nodes',
    order: 'the order of nodes and edges',
    specialCharacters: 'quotation marks, backslashes and control characters in names',
    evidence: 'statements, sources, figures and disputes',
    types: 'types of nodes',
    names: 'Japanese names, aliases, summaries and coordinates',
    positions: 'positions',
    nodeColumns: 'columns of nodes',
    edgeColumns: 'columns of edges',
    lists: 'lists (they become text)',
    kinds: 'the difference between numbers and text',
    edgeIds: 'ids of edges',
    mutual: 'edges that point both ways (they become undirected)',
    edgeOrder: 'the order of edges (directed ones come first)',
    parallelEdges: 'parallel edges of the same relation',
    title: 'the title',
  },

  /** Bibliographies by id. */
  bibliographyLabels: { csl: 'CSL-JSON', bibtex: 'BibTeX', ris: 'RIS', references: 'List of references' },
  bibliographies: {
    csl: 'The sources, for Zotero, Pandoc and other citation software.',
    bibtex: 'The sources for LaTeX, with the fields of BibLaTeX, which has full dates and URLs.',
    ris: 'The sources, for EndNote, Mendeley and library catalogues.',
    references: 'The sources as plain text, one per line, with a note on how the list was made.',
  },

  contentIsNot: ({ extension, format }: { extension: string; format: string }) =>
    `unrecognised format; .${extension} files are ${format}, but the content of this one is not`,
  fixLine: 'Fix the line, or export the file again.',
  nestedTooDeep: ({ depth }: { depth: number }) => `nested more than ${english.integer(depth)} levels deep`,
  expectedSign: ({ sign }: { sign: string }) => `expected "${sign}"`,

  xmlNotWellFormed: ({ detail }: { detail: string }) => `the XML is not well-formed (${detail})`,
  xmlEndsTooEarly: 'an element is not closed',
  xmlUnmatchedTag: ({ tag }: { tag: string }) => `the closing tag </${tag}> matches no open element`,
  xmlDeclaresEntities: 'the DOCTYPE declares entities, which can hide any amount of text',
  xmlRemoveDoctype: 'Remove the DOCTYPE, or export the file again.',
  xmlMissingAttribute: ({ element, attribute }: { element: string; attribute: string }) =>
    `<${element}> has no attribute "${attribute}"`,
  xmlAddAttribute: ({ attribute }: { attribute: string }) => `Add the attribute "${attribute}".`,
  xmlTooManyColumns: ({ max }: { max: number }) => `more than ${english.integer(max)} columns`,
  xmlUseFewerAttributes: 'Use fewer attributes on nodes and edges.',
  xmlNoGraph: ({ root }: { root: string }) => `there is no <${root}> element that contains a <graph>`,
  chooseFileOf: ({ format }: { format: string }) => `Choose a ${format} file.`,
  thirdDimension: ({ node }: { node: string }) => `z of "${node}"`,
  thirdDimensionDropped: 'Positions are two-dimensional here, so the z coordinate was left out.',
  port: ({ port, node }: { port: string; node: string }) => `port "${port}" of "${node}"`,
  locator: 'content of another file',
  locatorOf: ({ node }: { node: string }) => `content of "${node}" in another file`,
  portsLeftOut:
    'Ports and references to other files are not supported; an edge at a port ends at the node of the port.',
  hyperedges: ({ count }: { count: number }) =>
    count === 1
      ? 'A hyperedge became a node that is connected to its endpoints.'
      : `${plural(count, 'hyperedge')} became nodes that are connected to their endpoints.`,

  gmlNoGraph: 'there is no "graph [ … ]"',
  gmlListNotClosed: 'a list is not closed',
  gmlKeyExpected: 'expected a key',
  gmlValueExpected: 'expected a number, a quoted text or a list',
  gmlNodeWithoutId: 'a node has no id',
  gmlEdgeWithoutEnd: ({ key }: { key: string }) => `an edge has no ${key}`,
  gmlAddKey: ({ key }: { key: string }) => `Add the key "${key}".`,

  gmlBareWords: ({ count, example }: { count: number; example: string }) =>
    count === 1
      ? `1 value without quotation marks was read as text: ${english.quote(example)}.`
      : `${english.integer(count)} values without quotation marks were read as text, such as ${english.quote(example)}.`,
  directionFromColumn: ({ column }: { column: string }) =>
    `The column “${column}” says which edges are directed, undirected or mutual.`,
  coordinatesFromColumns: ({ latitude, longitude }: { latitude: string; longitude: string }) =>
    `Coordinates are taken from the columns ${english.quote(latitude)} and ${english.quote(longitude)}.`,
  samePlaces: ({ nodes, x, y }: { nodes: number; x: number; y: number }) =>
    `All ${plural(nodes, 'node')} with a position have the same one (${x}, ${y}), so a layout is computed.`,
  farPlaces: ({ x, y, columnX, columnY }: { x: number; y: number; columnX: string; columnY: string }) =>
    `Positions are far from zero and are drawn relative to their middle (${x}, ${y}); ` +
    `the columns ${english.quote(columnX)} and ${english.quote(columnY)} have them as in the file.`,

  pajekNoVertices: 'there is no *Vertices section',
  pajekVertexCount: ({ max }: { max: number }) =>
    `*Vertices needs the number of vertices, at most ${english.integer(max)}`,
  pajekInvalidNumber: ({ text }: { text: string }) => `invalid vertex number "${text}"`,
  pajekUnknownVertex: ({ text }: { text: string }) => `unknown vertex "${text}"`,
  pajekTwoVertices: 'an arc or edge needs two vertex numbers',
  pajekSectionsLeftOut:
    'The first network was read, with partitions and vectors for as many vertices; all else was left out.',

  tgfTwoNodes: 'an edge needs the ids of two nodes',

  sifWithoutTarget: 'An interaction without a target is no edge; only its node was kept.',
  gdfColumnMissing: ({ column }: { column: string }) => `the column "${column}" is not declared`,
  edgeListDirected: 'Nothing says whether edges have a direction: each leads from the first node to the second.',
  matrixSizes: ({ max }: { max: number }) =>
    `expected the numbers of rows, columns and entries, at most ${english.integer(max)} rows`,
  matrixPlace: ({ row, column }: { row: string; column: string }) =>
    `row "${row}" and column "${column}" are not in the matrix`,
  matrixTooManyEntries: ({ count }: { count: number }) =>
    `there are more than the declared ${plural(count, 'entry', 'entries')}`,
  stixLeftOut:
    'Markings, translations and definitions of extensions, older versions of an object, and incomplete objects were left out.',

  dotStart: 'a DOT file starts with "graph" or "digraph"',
  dotBraceNotClosed: 'a brace is not closed',
  dotNodeExpected: 'expected the name of a node',
  dotPortExpected: 'expected the name of a port',
  dotAttributeExpected: 'expected the name of an attribute or "]"',
  dotValueExpected: ({ name }: { name: string }) => `expected the value of "${name}"`,
  dotHtmlNotClosed: 'an HTML label is not closed',

  turtleInvalid: ({ detail }: { detail: string }) => `invalid Turtle (${detail})`,
  turtleUnexpected: ({ text }: { text: string }) => `unexpected "${text}"`,
  turtleUndefinedPrefix: ({ prefix }: { prefix: string }) => `the prefix "${prefix}" is not declared`,
  jsonLdInvalid: ({ detail }: { detail: string }) => `invalid JSON-LD (${detail})`,
  jsonLdRemoteContext: ({ address }: { address: string }) =>
    `the context ${address} would have to be downloaded, and Kizuna contacts no server when it opens a file`,
  jsonLdInlineContext: 'Put the context into the file, or expand the document first.',
  rdfEvidence: ({ count }: { count: number }) => plural(count, 'statement or source', 'statements and sources'),
  rdfGraphOfValue: 'Values and types in a named graph are kept, but not which graph says them.',
  rdfEvidenceLeftOut:
    'Statements and sources of Kizuna can only be read from Kizuna JSON or CSV; the edges keep their columns.',

  jsonRecordsLeftOut: 'Records that are neither nodes nor edges here were left out.',
  firstOfSeveralTypes: ({ count, column }: { count: number; column: string }) =>
    `${plural(count, 'node has', 'nodes have')} several labels: the first is the type, all are in the column ${english.quote(column)}.`,

  parquetUnreadable: ({ detail }: { detail: string }) => `the Parquet file cannot be read (${detail})`,
  parquetWriteAgain: 'Write it again with Snappy or without compression.',
  parquetLeftOut: 'Embeddings, and tables of communities and reports, were left out.',

  ftmInvalidLine: 'this line is not a complete JSON object',
  ftmWholeEntities: 'Each line must be one complete entity. Export the file again.',
  ftmNotEntity: 'this line is not an entity with id, schema and properties',
  ftmExportAgain: 'Export the entities again.',
}

export type FormatsMessages = typeof formatsEn
