import { buildGraph } from '../model/build'
import type { Graph } from '../model/graph'
import type { BareEdge, Node } from '../model/records'
import type { Family, NodeType, RelationPredicate } from '../model/schema'
import { EdgeIds, Ids } from './foreignIds'
import type { Cells, Foreign, ForeignEdge, ForeignNode } from './foreignRows'
import { FileFault } from './format'

const families: readonly Family[] = [
  { id: 'actor', label: 'Actor', ja: '主体' },
  { id: 'project', label: 'Project', ja: '事業' },
  { id: 'policy', label: 'Policy', ja: '政策' },
  { id: 'event', label: 'Event', ja: '出来事' },
  { id: 'place', label: 'Place', ja: '場所' },
  { id: 'sector', label: 'Sector', ja: '分野' },
  { id: 'idea', label: 'Idea', ja: '考え' },
]
const typeNames = ['type', 'kind', 'category', 'class', 'node_type', 'modularity_class']
const predicateNames = ['predicate', 'relation', 'relationship', 'type', 'kind', 'label', 'edge_type']
/** Columns that Kizuna writes from what the graph already holds, and so does not read back as columns of their own. */
const ownNodeCells = ['ja', 'kana', 'acronym', 'summary', 'wikidata']
const repeated = new Set([
  'status',
  'polarity',
  'line',
  'corroboration',
  'conflict',
  'predicate_label',
  'symmetric',
  'evidence',
  'statements',
  'sources',
])

/** Makes a graph of what a foreign file holds: types and predicates from its own columns, one type where there are none. */
export function graphOfForeign({ name, title, nodes, edges }: Foreign): Graph {
  checkEnds(name, nodes, edges)
  const typeName = columnNamed(
    typeNames,
    nodes.map(({ cells }) => cells),
  )
  const types = new Ids()
  const typed = nodes.map((node) => {
    const given = typeName === undefined ? 'node' : String(node.cells[typeName] ?? 'node')
    return { node, type: types.of(given) }
  })
  const ofKizuna = nodes.some(({ cells }) => 'type_label' in cells) || edges.some(({ cells }) => 'conflict' in cells)
  const predicateName = columnNamed(
    predicateNames,
    edges.map(({ cells }) => cells),
  )
  const predicates = new Ids()
  const drawn = edges.map((edge) => ({ edge, predicate: predicates.of(predicateOf(edge, predicateName)) }))
  const edgeIds = new EdgeIds(edges)
  const usedFamilies = familiesOf(typed)
  return buildGraph({
    about: { id: types.slug(title ?? name.replace(/\.[^.]+$/, '')), title: title ?? name },
    schema: {
      families: families.filter(({ id }) => [...usedFamilies.values()].includes(id)),
      types: types.all.map(({ id, text }): NodeType => ({
        id,
        family: usedFamilies.get(id) ?? '',
        label: labelOf(typed, id) ?? text,
      })),
      predicates: predicates.all.map(({ id, text }) => predicateRecord(id, text, drawn)),
    },
    nodes: typed.map(({ node, type }) => nodeRecord(node, type, typeName, ofKizuna)),
    edges: drawn.map(({ edge, predicate }): BareEdge => {
      const attributes = withoutCells(edge.cells, (key) => key === predicateName || (ofKizuna && repeated.has(key)))
      return {
        id: edgeIds.of(edge),
        source: edge.source,
        target: edge.target,
        predicate,
        ...(attributes && { attributes }),
      }
    }),
  })
}

function checkEnds(name: string, nodes: readonly ForeignNode[], edges: readonly ForeignEdge[]): void {
  const ids = new Set<string>()
  for (const { id } of nodes) {
    if (ids.has(id)) throw new FileFault(name, `node "${id}" stands there twice`, 'Give each node an id of its own.')
    ids.add(id)
  }
  for (const { id, source, target } of edges)
    for (const end of [source, target])
      if (!ids.has(end))
        throw new FileFault(
          name,
          `edge ${id === undefined ? '' : `"${id}" `}ends at "${end}", which is no node of the file`,
          'Add the node, or take the edge out.',
        )
}

const columnNamed = (names: readonly string[], cells: readonly Cells[]): string | undefined => {
  const present = new Map(cells.flatMap((each) => Object.keys(each)).map((key) => [key.toLowerCase(), key]))
  return names.map((each) => present.get(each)).find((key) => key !== undefined)
}

function predicateOf({ cells, label }: ForeignEdge, column: string | undefined): string {
  const given = column === undefined ? label : cells[column]
  return given === undefined || given === '' ? 'related to' : String(given)
}

type Typed = readonly { readonly node: ForeignNode; readonly type: string }[]

/** The family of each type, where a column says one of the seven. */
function familiesOf(typed: Typed): ReadonlyMap<string, string> {
  const known = new Set(families.map(({ id }) => id))
  return new Map(
    typed.flatMap(({ node: { cells }, type }): [string, string][] =>
      known.has(String(cells['family'])) ? [[type, String(cells['family'])]] : [],
    ),
  )
}

const labelOf = (typed: Typed, type: string): string | undefined => {
  const label = typed.find((each) => each.type === type)?.node.cells['type_label']
  return label === undefined ? undefined : String(label)
}

function predicateRecord(
  id: string,
  text: string,
  drawn: readonly { edge: ForeignEdge; predicate: string }[],
): RelationPredicate {
  const own = drawn.filter(({ predicate }) => predicate === id)
  const said = own.find(({ edge }) => edge.cells['predicate_label'] !== undefined)?.edge.cells['predicate_label']
  const label = said === undefined ? text : String(said)
  const symmetric = own.every(({ edge }) => !edge.directed || edge.cells['symmetric'] === 'true')
  const any = families.map((family) => family.id)
  return {
    id,
    label,
    inverse: symmetric ? label : `${label} (from)`,
    from: any,
    to: any,
    ...(symmetric && { symmetric }),
  }
}

function nodeRecord(
  { id, label, x, y, cells }: ForeignNode,
  type: string,
  typeName: string | undefined,
  ofKizuna: boolean,
): Node {
  const taken = new Set([typeName, 'type_label', ...(ofKizuna ? kizunaCells : [])])
  const attributes = withoutCells(cells, (key) => taken.has(key))
  return {
    id,
    type,
    label: label ?? id,
    ...(ofKizuna && namesIn(cells)),
    ...(Number.isFinite(x) && Number.isFinite(y) && { x: x!, y: y! }),
    ...(attributes && { attributes }),
  }
}

const kizunaCells = [...ownNodeCells, 'family', 'family_name', 'given_name', 'aliases', 'latitude', 'longitude']

/** The fields of a node that Kizuna wrote as columns. */
function namesIn(cells: Cells): Partial<Node> {
  const { family_name: family, given_name: given, aliases, latitude, longitude } = cells
  const placed = typeof latitude === 'number' && typeof longitude === 'number'
  return {
    ...Object.fromEntries(ownNodeCells.flatMap((key) => (cells[key] === undefined ? [] : [[key, String(cells[key])]]))),
    ...(family !== undefined && { family: String(family) }),
    ...(given !== undefined && { given: String(given) }),
    ...(Array.isArray(aliases) && { aliases }),
    ...(placed && { coordinates: [latitude, longitude] as [number, number] }),
  }
}

function withoutCells(cells: Cells, unwanted: (key: string) => boolean): Cells | undefined {
  const kept = Object.entries(cells).filter(([key]) => !unwanted(key))
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}
