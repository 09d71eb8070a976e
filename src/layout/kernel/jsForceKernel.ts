import { maxCoordinate, type ForceColumns } from './forceColumns'
import { buildQuadtree, type Quadtree } from './jsQuadtree'
import { openingRatio, type ForceSettings } from './forceSettings'

/**
 * ForceAtlas2 as the kernel computes it (`kernel.as`, which names the sources), in plain JavaScript: for machines without
 * WebAssembly's vectors, and the second opinion in tests. Some ten times slower.
 */
export class JsForceKernel {
  /** About how long a step takes, in microseconds. */
  readonly cost: number
  readonly #force: Float32Array
  readonly #before: Float32Array
  readonly #readiness: Float32Array
  /** What acts on a group: x, y, mass and radius in turn. */
  readonly interactionList: Float64Array

  constructor(
    readonly columns: ForceColumns,
    readonly settings: ForceSettings,
  ) {
    this.#force = new Float32Array(2 * columns.count)
    this.#before = new Float32Array(2 * columns.count)
    this.#readiness = new Float32Array(columns.count).fill(1)
    this.interactionList = new Float64Array(4 * columns.count)
    this.cost = settings.barnesHutOptimize ? columns.count * 5 : columns.count ** 2 * 0.01
  }

  step(): void {
    const { columns, settings } = this
    if (columns.count === 0) return
    const tree = buildQuadtree(columns, openingRatio(settings), settings.adjustSizes)
    for (let group = 0; group + 1 < tree.groups.length; group++) {
      const range = [tree.groups[group]!, tree.groups[group + 1]!] as const
      const many = listActing(range, tree, this)
      for (const node of tree.order.subarray(...range)) {
        const push = repulsion(node, many, this)
        const pull = attraction(node, this)
        this.#force[2 * node] = push[0] + pull[0]
        this.#force[2 * node + 1] = push[1] + pull[1]
      }
    }
    for (let node = 0; node < columns.count; node++) this.#move(node)
  }

  positions(): Float32Array {
    return this.columns.place.slice()
  }

  #move(node: number): void {
    const { place, mass, movable } = this.columns
    const { slowDown, adjustSizes } = this.settings
    const x = 2 * node
    const y = x + 1
    const strength = Math.hypot(this.#force[x]!, this.#force[y]!)
    const most = adjustSizes ? 10 : 1e15
    const share = strength > most ? most / strength : 1
    const fx = this.#force[x]! * share
    const fy = this.#force[y]! * share
    const swinging = mass[node]! * Math.hypot(this.#before[x]! - fx, this.#before[y]! - fy)
    const traction = Math.hypot(this.#before[x]! + fx, this.#before[y]! + fy) / 2
    const calm = 1 + Math.sqrt(swinging)
    const speed = ((adjustSizes ? 0.1 : this.#readiness[node]!) * Math.log1p(traction)) / calm
    this.#readiness[node] = Math.min(1, Math.sqrt((speed * (fx * fx + fy * fy)) / calm))
    this.#before[x] = fx
    this.#before[y] = fy
    if (movable[node] === 0) return
    place[x] = within(place[x]! + (fx * speed) / slowDown)
    place[y] = within(place[y]! + (fy * speed) / slowDown)
  }
}

const within = (value: number): number => Math.max(-maxCoordinate, Math.min(maxCoordinate, value))

type Pair = readonly [x: number, y: number]
type Run = Pick<JsForceKernel, 'columns' | 'settings' | 'interactionList'>

/** Lists what acts on a whole group: cells that are far enough and hold none of it, and single nodes. How many numbers. */
function listActing([begin, end]: readonly [number, number], { cells, order }: Quadtree, run: Run): number {
  const { place, mass, radius } = run.columns
  const group = order.subarray(begin, end)
  const xs = Array.from(group, (node) => place[2 * node]!)
  const ys = Array.from(group, (node) => place[2 * node + 1]!)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const widest = run.settings.adjustSizes ? Math.max(...Array.from(group, (node) => radius[node]!)) : 0
  let many = 0
  const add = (x: number, y: number, weight: number, size: number) => {
    run.interactionList[many++] = x
    run.interactionList[many++] = y
    run.interactionList[many++] = weight
    run.interactionList[many++] = size
  }
  for (let index = 0; index < cells.length;) {
    const cell = cells[index]!
    const dx = Math.max(left - cell.x, cell.x - right, 0)
    const dy = Math.max(top - cell.y, cell.y - bottom, 0)
    if (dx * dx + dy * dy > (cell.openingDistance + widest) ** 2 && (cell.end <= begin || cell.begin >= end)) {
      add(cell.x, cell.y, cell.mass, cell.radius)
      index = cell.next
      continue
    }
    index++
    if (index !== cell.next) continue
    for (const node of order.subarray(cell.begin, cell.end))
      add(place[2 * node]!, place[2 * node + 1]!, mass[node]!, radius[node]!)
  }
  return many
}

function repulsion(node: number, many: number, { columns, settings, interactionList }: Run): Pair {
  const { place, mass, radius } = columns
  const [x, y, r] = [place[2 * node]!, place[2 * node + 1]!, radius[node]!]
  const sized = settings.adjustSizes
  let fx = 0
  let fy = 0
  for (let at = 0; at < many; at += 4) {
    const dx = x - interactionList[at]!
    const dy = y - interactionList[at + 1]!
    const weight = interactionList[at + 2]!
    const square = dx * dx + dy * dy
    const gap = sized ? Math.sqrt(square) - r - interactionList[at + 3]! : 1
    const by = gap > 0 ? weight / ((sized ? gap * gap : square) + 1e-12) : weight * 100
    fx += dx * by
    fy += dy * by
  }
  const factor = settings.scalingRatio * mass[node]!
  return [fx * factor, fy * factor]
}

/** The edges' pull, and gravity. */
function attraction(node: number, { columns, settings }: Pick<Run, 'columns' | 'settings'>): Pair {
  const { place, mass, row, neighbour, pull } = columns
  const { gravity, strongGravityMode } = settings
  const x = place[2 * node]!
  const y = place[2 * node + 1]!
  const distance = Math.hypot(x, y)
  const down = strongGravityMode ? gravity * mass[node]! : distance > 0 ? (gravity * mass[node]!) / distance : 0
  let fx = -x * down
  let fy = -y * down
  for (let entry = row[node]!; entry < row[node + 1]!; entry++) {
    const other = neighbour[entry]!
    const dx = place[2 * other]! - x
    const dy = place[2 * other + 1]! - y
    const by = pull[entry]! * pullBy(node, other, Math.sqrt(dx * dx + dy * dy), { columns, settings })
    fx += dx * by
    fy += dy * by
  }
  return [fx, fy]
}

/** How strongly an edge of some length pulls, by its weight and length. */
function pullBy(node: number, other: number, length: number, run: Pick<Run, 'columns' | 'settings'>): number {
  const { columns, settings } = run
  const { adjustSizes, linLogMode } = settings
  const gap = adjustSizes ? length - columns.radius[node]! - columns.radius[other]! : length
  if (adjustSizes && gap <= 0) return 0
  return linLogMode && gap > 0 ? Math.log1p(gap) / gap : 1
}
