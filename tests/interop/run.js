import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

/**
 * Our files read by independent programs, and theirs read by us: networkx, igraph, rdflib and Graphviz (Debian:
 * python3-networkx, python3-igraph, python3-rdflib, graphviz). Nodes, edges and labels must be the same. The table goes
 * into the README between its marks; the exit status is 1 where anything differs. KIZUNA_PYTHON names the interpreter.
 */
const here = dirname(fileURLToPath(import.meta.url))
const home = join(here, '../..')

// A server that listens to nobody keeps modules loadable for as long as readers may ask for more of them.
const server = await createServer({
  root: home,
  logLevel: 'error',
  server: { middlewareMode: true, ws: false },
  appType: 'custom',
})
const load = (path) => server.ssrLoadModule(join(home, path))

/** Format, ending, and who reads or writes it. GEXF 1.3 is read by networkx from its release 3.6. */
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
const { compileDataset } = await load('src/cli/compileDataset.ts')
const { textAt } = await load('src/model/columns.ts')

const counted = ({ nodes, edges }) => ({
  nodes: nodes.count,
  edges: edges.count,
  labels: Array.from({ length: nodes.count }, (_, row) => textAt(nodes.label, row)).sort(),
})
/** igraph writes and reads the entities of GML as they stand. */
const withoutEntities = (text) =>
  text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
const plain = (labels) =>
  labels.map((label) => withoutEntities(label).replaceAll('"', "'").replace(/\s+/g, ' ').trim()).sort()

/** What is different between two counts, in words; undefined where nothing is. */
function difference(ours, theirs, signs) {
  if (theirs.fault) return theirs.fault
  for (const what of ['nodes', 'edges'])
    if (ours[what] !== theirs[what]) return `${what}: ${ours[what]} here, ${theirs[what]} there`
  const [own, other] = signs ? [plain(ours.labels), plain(theirs.labels)] : [ours.labels.sort(), theirs.labels.sort()]
  const at = own.findIndex((label, index) => label !== other[index])
  return at < 0 ? undefined : `label "${own[at]}" here, "${other[at]}" there`
}

const compiled = JSON.parse(compileDataset(join(home, 'graph-data/us-japan-investment')))
const { graph } = await readFiles([{ name: 'bundled.json', bytes: new TextEncoder().encode(JSON.stringify(compiled)) }])
const part = {
  graph,
  nodes: new Uint8Array(graph.nodes.count).fill(1),
  edges: new Uint8Array(graph.edges.count).fill(1),
}
const recipe = {
  dataset: { id: graph.about.id, title: graph.about.title },
  filter: '',
  scope: 'shown',
  date: '2026-01-01',
}

const written = pairs.map(([id, ending, by], index) => {
  const file = join(folder, `ours-${index}.${ending}`)
  writeFileSync(file, formats.find((format) => format.id === id).write(part, recipe))
  return { do: 'read', by, file }
})
const theirFiles = pairs.map(([, ending, by], index) => ({
  do: 'write',
  by,
  file: join(folder, `theirs-${index}.${ending}`),
}))
const [readByThem, writtenByThem] = [ask(written), ask(theirFiles)]

const rows = []
for (const [index, [id, , by]] of pairs.entries()) {
  const signs = !['graphml', 'networkx', 'cyjs', 'turtle', 'ntriples', 'jsonld'].includes(id)
  const out = difference(counted(graph), readByThem[index], signs)
  let back
  try {
    const bytes = new Uint8Array(readFileSync(theirFiles[index].file))
    back = difference(
      counted((await readFiles([{ name: theirFiles[index].file, bytes }])).graph),
      writtenByThem[index],
      signs,
    )
  } catch (error) {
    back = writtenByThem[index].fault ?? error.message
  }
  const label = formats.find((format) => format.id === id).label
  rows.push({ label, by, out, back })
}
rmSync(folder, { recursive: true })
await server.close()

const version = (name) =>
  execFileSync(python, ['-c', `import ${name}; print(${name}.__version__)`])
    .toString()
    .trim()
const graphviz = /version ([\d.]+)/.exec(execFileSync('sh', ['-c', 'dot -V 2>&1']).toString())[1]
const said = (fault) => fault ?? 'same nodes, edges, labels'
const notes = {
  'igraph gml': ' (igraph leaves entities in labels as they stand)',
  'networkx cytoscape': ' (given `value`, `key` and `multigraph`, which only networkx writes)',
}
const table = [
  `networkx ${version('networkx')}, igraph ${version('igraph')}, rdflib ${version('rdflib')}, Graphviz ${graphviz}; the bundled data set (${graph.nodes.count} nodes, ${graph.edges.count} edges) out, a sample with parallel edges, a loop and other scripts in.`,
  '',
  '| format | other program | reads ours | we read its |',
  '|---|---|---|---|',
  ...rows.map(({ label, by, out, back }) => `| ${label} | ${by} | ${said(out)}${notes[by] ?? ''} | ${said(back)} |`),
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
