/** Numbers from 0 up to 1, always the same for a seed (mulberry32, Tommy Ettinger, public domain). */
export function seeded(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What the numbers in `type` mean. */
export const sectors =
  'energy,transport,finance,health,software,chemistry,food,mining,media,research,defence,public'.split(',')
/** What the numbers in `relation` mean. */
export const relations = 'owns,supplies,funds,employs,advises,leads'.split(',')

const first = 'Åsa,Zoë,Łukasz,Søren,François,Müller,Nguyễn,Gödel,Çelik,Ōkubo,Ana,John,Mary,Kenji,Ivan,Chloé'.split(',')
const middle = 'Ēriks,Dvořák,Pérez,Smith,Tanaka,Ångström,Šimić,Lee,Ibáñez,Kowalska,Brown,Erdős,Sato,Weiß,Rossi'.split(
  ',',
)
const last = 'Holding,Öl,Énergie,Works,Labs,Bank,Fabrik,Trust,Foundry,Institute,Agência,Group,Railway'.split(',')

/** The share of an edge's other ends that is drawn from the node's own cluster. */
const athome = 0.85

/**
 * A directed graph by clustered preferential attachment: nodes come one by one, each with its share of the edges, whose
 * other ends are drawn by degree, mostly from the node's own cluster (Barabási and Albert, Science 286, 1999, within
 * clusters). There is no loop and no pair twice, so that no more edges may be asked for than there are pairs. The same seed
 * gives the same graph.
 *
 * Of a node: `x` and `y` at random in a disc, `type` (one of 12 `sectors`, mostly that of its cluster), `year`, `score`
 * from 0 to 1, and a label with diacritics, made when asked for. Of an edge: `source`, `target`, `relation`, `weight`.
 */
export function sampleGraph(nodes, edges, seed = 1) {
  const chance = seeded(seed)
  const whole = (below) => Math.floor(chance() * below)
  const clusters = Math.max(4, Math.round(Math.sqrt(nodes) / 2))
  const cluster = Uint32Array.from({ length: nodes }, (_, node) => (node < clusters ? node : whole(clusters)))
  const { source, target } = attached(nodes, edges, { cluster, clusters, chance })
  const column = (make, Kind, length) => Kind.from({ length }, make)
  const angle = column(() => chance() * 2 * Math.PI, Float32Array, nodes)
  const radius = column(() => Math.sqrt(chance() * nodes) * 20, Float32Array, nodes)
  return {
    count: nodes,
    source,
    target,
    x: radius.map((each, node) => each * Math.cos(angle[node])),
    y: radius.map((each, node) => each * Math.sin(angle[node])),
    type: column((_, node) => (chance() < 0.8 ? cluster[node] % 12 : whole(12)), Uint8Array, nodes),
    year: column(() => 1960 + whole(66), Uint16Array, nodes),
    score: column(() => Math.round(chance() * 1000) / 1000, Float32Array, nodes),
    relation: column(() => whole(relations.length), Uint8Array, edges),
    weight: column(() => 1 + Math.round(chance() * 90) / 10, Float32Array, edges),
    labels: () => labels(nodes, seed),
  }
}

/** The ends of the edges; where a drawn pair is there already it is drawn again, in the end without regard to degree. */
function attached(nodes, edges, { cluster, clusters, chance }) {
  const source = new Uint32Array(edges)
  const target = new Uint32Array(edges)
  const everywhere = []
  const within = Array.from({ length: clusters }, () => [])
  const taken = new Set()
  const meets = (node) => {
    everywhere.push(node)
    within[cluster[node]].push(node)
  }
  const drawn = (node, attempt) => {
    if (attempt > 80) return Math.floor(chance() * nodes)
    const home = within[cluster[node]]
    const among = home.length > 0 && attempt < 40 && chance() < athome ? home : everywhere
    return among[Math.floor(chance() * among.length)]
  }
  const partner = (node) => {
    for (let attempt = 0; ; attempt++) {
      const other = drawn(node, attempt)
      const pair = Math.min(node, other) * nodes + Math.max(node, other)
      if (other === node || taken.has(pair)) continue
      taken.add(pair)
      return other
    }
  }
  meets(0)
  for (let edge = 0; edge < edges; edge++) {
    const node = 1 + Math.floor((edge / edges) * (nodes - 1))
    const other = partner(node)
    const outward = chance() < 0.5
    source[edge] = outward ? node : other
    target[edge] = outward ? other : node
    meets(node)
    meets(other)
  }
  return { source, target }
}

function labels(nodes, seed) {
  const chance = seeded(seed + 1)
  const one = (words) => words[Math.floor(chance() * words.length)]
  return Array.from({ length: nodes }, (_, node) => `${one(first)} ${one(middle)} ${one(last)} ${node + 1}`)
}
