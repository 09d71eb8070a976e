/** Kinds of files that Kizuna knows and does not read: what they are, and the way to a file that it reads. */
export const unreadKindsEn = {
  html: [
    'a web page, perhaps of a log-in',
    'Download the file itself: open the address in a browser, and save what its link leads to.',
  ],
  svg: ['a picture (SVG)', 'Export the graph, not its picture, as GEXF, GraphML or CSV.'],
  image: ['a picture', 'Export the graph, not its picture, as GEXF, GraphML or CSV.'],
  document: ['a text document or a presentation', 'Copy its table into a spreadsheet, and save that as CSV.'],
  oldOffice: [
    'an older Office file, or a chart of Analyst’s Notebook',
    'Save a workbook as .xlsx or CSV; export the items and links of a chart as CSV.',
  ],
  sqlite: ['an SQLite database', 'Export its tables as CSV, and open them together.'],
  access: ['an Access database', 'Export its tables as CSV, and open them together.'],
  hdf5: ['an HDF5 file', 'Write its graph as GraphML with the program or library that made it.'],
  arrow: ['an Arrow file', 'Write its tables as Parquet or CSV.'],
  pickle: [
    'a Python pickle, which can hold programs',
    'Write the graph with networkx.write_graphml or igraph’s write_graphml.',
  ],
  neo4jDump: [
    'a dump of a Neo4j database',
    'Load it into Neo4j, and call apoc.export.json.all or apoc.export.graphml.all.',
  ],
  gephiProject: ['a project of Gephi', 'Export the graph from Gephi: File, Export, Graph file, GEXF.'],
  gephiLite: ['a workspace of Gephi Lite', 'Export the graph from Gephi Lite as GEXF.'],
  cytoscapeSession: [
    'a session of Cytoscape',
    'Export the network from Cytoscape: File, Export, Network to File, CX2 or GraphML.',
  ],
  xgmml: ['XGMML', 'Export the network from Cytoscape as CX2, Cytoscape.js JSON or GraphML.'],
  gxl: ['GXL', 'Convert it to GraphML or DOT (Graphviz: gxl2gv).'],
  ucinetDl: ['a DL file of UCINET', 'Export it from UCINET as Pajek (Data, Export), or save the matrix as CSV.'],
  netdrawVna: ['a VNA file of NetDraw', 'Save it from NetDraw as Pajek (File, Save data as).'],
  tulip: ['a graph of Tulip', 'Export it from Tulip as GML or GEXF.'],
  dimacs: [
    'a DIMACS graph',
    'Remove the lines with c and p and the letters before each pair of nodes: what is left is an edge list.',
  ],
  graph6: ['a graph6 or sparse6 graph', 'Read it with networkx.read_graph6, and write it with networkx.write_graphml.'],
  leda: ['a graph of LEDA', 'Convert it to GML.'],
  graphson: ['GraphSON', 'Write it as GraphML: graph.io(graphml()).writeGraph(…) in the Gremlin console.'],
  rar: ['a RAR archive', 'Unpack it, and open the files in it.'],
  sevenZip: ['a 7z archive', 'Unpack it, and open the files in it.'],
  zstandard: ['a file packed with Zstandard', 'Unpack it, and open the file in it.'],
  bzip2: ['a file packed with bzip2', 'Unpack it, and open the file in it.'],
  xz: ['a file packed with xz', 'Unpack it, and open the file in it.'],
} as const satisfies Readonly<Record<string, readonly [kind: string, remedy: string]>>

export type UnreadKind = keyof typeof unreadKindsEn
