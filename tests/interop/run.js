import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

/**
 * Has independent programs read the files of Kizuna, and reads theirs: networkx, igraph, rdflib and Graphviz (Debian:
 * python3-networkx, python3-igraph, python3-rdflib, graphviz). Nodes, edges and labels must be the same. The table is
 * written into the README between its markers; the exit status is 1 if anything differs. KIZUNA_PYTHON is the interpreter.
 */
const here = dirname(fileURLToPath(import.meta.url))
const home = join(here, '../..')

// The server accepts no connections; it stays open because readers load further modules on demand.
const server = await createServer({
  root: home,
  logLevel: 'error',
  server: { middlewareMode: true, ws: false },
  appType: 'custom',
})
const load = (path) => server.ssrLoadModule(join(home, path))

/** Format, file extension, and the program that reads and writes it. networkx reads GEXF 1.3 since 3.6. */
const pairs = [
  ['gexf12', 'gexf', 'networkx gexf'],
  ['graphml', 'graphml', 'networkx graphml'],
  ['graphml', 'graphml', 'igraph graphml'],
  ['gml', 'gml', 'networkx gml'],
  ['gml', 'gml', 'igraph gml'],
  ['pajek', 'net', 'networkx pajek'],
  ['pajek', 'net', 'igraph pajek'],
  ['networkx', 'json', 'networkx node-link'],
  ['cyjs', 'cyjs', 'networkx cytoscape'],
  ['dot', 'dot', 'graphviz'],
  ['turtle', 'ttl', 'rdflib turtle'],
  ['ntriples', 'nt', 'rdflib nt'],
  ['jsonld', 'jsonld', 'rdflib json-ld'],
]

const python = process.env.KIZUNA_PYTHON ?? '/usr/bin/python3'
const ask = (tasks) =>
  JSON.parse(
    execFileSync(python, [join(here, 'peers.py')], { input: JSON.stringify(tasks), maxBuffer: 2 ** 28 }).toString(),
  )

const folder = mkdtempSync(join(tmpdir(), 'kizuna-interop-'))
const { formats } = await load('src/formats/formats.ts')
const { readFiles } = await load('src/formats/readFiles.ts')
const { inEnglish } = await load('tests/text.ts')
const { compileDataset } = await load('src/cli/compileDataset.ts')
const { textAt } = await load('src/model/columns.ts')

const contentOf = ({ nodes, edges }) => ({
  nodes: nodes.count,
  edges: edges.count,
  labels: Array.from({ length: nodes.count }, (_, row) => textAt(nodes.label, row)).sort(),
})
/** igraph neither encodes nor decodes the entities of GML. */
const withoutEntities = (text) =>
  text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
const plain = (labels) =>
  labels.map((label) => withoutEntities(label).replaceAll('"', "'").replace(/\s+/g, ' ').trim()).sort()

/** The first difference between two counts; undefined if there is none. `isLossy` ignores quotes and white space. */
function difference(ours, theirs, isLossy) {
  if (theirs.fault) return theirs.fault
  for (const what of ['nodes', 'edges'])
    if (ours[what] !== theirs[what]) return `${what}: ${ours[what]} in Kizuna, ${theirs[what]} in the other program`
  const [own, other] = isLossy ? [plain(ours.labels), plain(theirs.labels)] : [ours.labels.sort(), theirs.labels.sort()]
  const at = own.findIndex((label, index) => label !== other[index])
  return at < 0 ? undefined : `label "${own[at]}" in Kizuna, "${other[at]}" in the other program`
}

const compiled = JSON.parse(compileDataset(join(home, 'graph-data/us-japan-investment')))
const { graph } = await readFiles([{ name: 'bundled.json', bytes: new TextEncoder().encode(JSON.stringify(compiled)) }])
const part = {
  graph,
  nodes: new Uint8Array(graph.nodes.count).fill(1),
  edges: new Uint8Array(graph.edges.count).fill(1),
}
const provenance = {
  dataset: { id: graph.about.id, title: graph.about.title },
  filter: '',
  scope: 'shown',
  date: '2026-01-01',
}

const writers = new Map()
for (const { id, loadWriter } of formats) if (loadWriter) writers.set(id, await loadWriter())

// The bundled data have undirected relations too; networkx reads no GEXF or GraphML with both kinds of edges.
const allDirected = new Set(['networkx gexf', 'networkx graphml'])
const written = pairs.map(([id, extension, by], index) => {
  const file = join(folder, `ours-${index}.${extension}`)
  writeFileSync(file, writers.get(id)(allDirected.has(by) ? { ...part, allDirected: true } : part, provenance))
  return { do: 'read', by, file }
})

/** Programs that say whether a graph is directed, and have a format in which Kizuna says so. */
const judges = pairs.filter(([id, , by]) => /^(networkx|igraph)/.test(by) && id !== 'cyjs')
const { graph: undirected } = await readFiles([
  { name: 'undirected.gexf', bytes: new Uint8Array(readFileSync(join(home, 'tests/cases/undirected.gexf'))) },
])
const writtenUndirected = judges.map(([id, extension, by], index) => {
  const file = join(folder, `undirected-${index}.${extension}`)
  const whole = {
    graph: undirected,
    nodes: new Uint8Array(undirected.nodes.count).fill(1),
    edges: new Uint8Array(undirected.edges.count).fill(1),
  }
  writeFileSync(file, writers.get(id)(whole, provenance))
  return { do: 'read', by, file }
})
const theirFiles = pairs.map(([, extension, by], index) => ({
  do: 'write',
  by,
  file: join(folder, `theirs-${index}.${extension}`),
}))
const [readByThem, writtenByThem, judged] = [ask(written), ask(theirFiles), ask(writtenUndirected)]

const rows = []
for (const [index, [id, , by]] of pairs.entries()) {
  const isLossy = !['graphml', 'networkx', 'cyjs', 'turtle', 'ntriples', 'jsonld'].includes(id)
  const out = difference(contentOf(graph), readByThem[index], isLossy)
  let back
  try {
    const bytes = new Uint8Array(readFileSync(theirFiles[index].file))
    back = difference(
      contentOf((await readFiles([{ name: theirFiles[index].file, bytes }])).graph),
      writtenByThem[index],
      isLossy,
    )
  } catch (error) {
    back = writtenByThem[index].fault ?? (error.what ? inEnglish(error.what) : error.message)
  }
  const judgement = judged[judges.findIndex((judge) => judge[0] === id && judge[2] === by)]
  const undirectedFault = !judgement
    ? undefined
    : (judgement.fault ?? (judgement.directed ? 'an undirected graph is read as directed' : undefined))
  const label = formats.find((format) => format.id === id).label
  rows.push({ label, by, out: out ?? undirectedFault, back, isJudged: judgement !== undefined })
}
rmSync(folder, { recursive: true })
await server.close()

const version = (name) =>
  execFileSync(python, ['-c', `import ${name}; print(${name}.__version__)`])
    .toString()
    .trim()
const graphviz = /version ([\d.]+)/.exec(execFileSync('sh', ['-c', 'dot -V 2>&1']).toString())[1]
const resultText = (fault) => fault ?? 'same nodes, edges, labels'
const notes = {
  'networkx gexf': ' (written all directed, since it reads no file of both kinds)',
  'networkx graphml': ' (written all directed, since it reads no file of both kinds)',
  'igraph gml': ' (igraph leaves entities in labels as they stand)',
  'networkx cytoscape': ' (given `value`, `key` and `multigraph`, which only networkx writes)',
}
const table = [
  `networkx ${version('networkx')}, igraph ${version('igraph')}, rdflib ${version('rdflib')}, Graphviz ${graphviz}; the bundled data set (${graph.nodes.count} nodes, ${graph.edges.count} edges) out, a sample with parallel edges, a loop and other scripts in.`,
  '',
  '| format | other program | reads ours | we read its |',
  '|---|---|---|---|',
  ...rows.map(
    ({ label, by, out, back, isJudged }) =>
      `| ${label} | ${by} | ${resultText(out)}${isJudged && !out ? '; an undirected graph as undirected' : ''}${notes[by] ?? ''} | ${resultText(back)} |`,
  ),
].join('\n')
console.log(table)

const readme = join(home, 'README.md')
const text = readFileSync(readme, 'utf8')
const marked = text.replace(
  /(<!-- interop -->\n)[^]*?(<!-- \/interop -->)/,
  (_, open, close) => `${open}\n${table}\n\n${close}`,
)
if (marked !== text) writeFileSync(readme, marked)
process.exitCode = rows.some(({ out, back }) => out ?? back) ? 1 : 0
