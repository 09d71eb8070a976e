import { maxCoordinate, type ForceColumns } from './forceColumns'
import { buildQuadtree, type Quadtree } from './jsQuadtree'
import { openingRatio, type ForceSettings } from './forceSettings'

/**
 * The kernel's ForceAtlas2 (see `kernel.as` for the sources) in plain JavaScript: for machines without WebAssembly SIMD, and as the
 * oracle in tests. About ten times slower.
 */
export class JsForceKernel {
  /** Estimated duration of a step in microseconds. */
  readonly cost: number
  readonly #force: Float32Array
  readonly #previousForce: Float32Array
  readonly #readiness: Float32Array
  /** The bodies that act on a group: x, y, mass and radius in turn. */
  readonly interactionList: Float64Array

  constructor(
    readonly columns: ForceColumns,
    readonly settings: ForceSettings,
  ) {
    this.#force = new Float32Array(2 * columns.count)
    this.#previousForce = new Float32Array(2 * columns.count)
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
      const length = fillInteractionList(range, tree, this)
      for (const node of tree.order.subarray(...range)) {
        const push = repulsion(node, length, this)
        const pull = attraction(node, this)
        this.#force[2 * node] = push[0] + pull[0]
        this.#force[2 * node + 1] = push[1] + pull[1]
      }
    }
    for (let node = 0; node < columns.count; node++) this.#move(node)
  }

  positions(): Float32Array {
    return this.columns.position.slice()
  }

  #move(node: number): void {
    const { position, mass, movable } = this.columns
    const { slowDown, adjustSizes } = this.settings
    const x = 2 * node
    const y = x + 1
    const strength = Math.hypot(this.#force[x]!, this.#force[y]!)
    const maxForce = adjustSizes ? 10 : 1e15
    const share = strength > maxForce ? maxForce / strength : 1
    const fx = this.#force[x]! * share
    const fy = this.#force[y]! * share
    const swinging = mass[node]! * Math.hypot(this.#previousForce[x]! - fx, this.#previousForce[y]! - fy)
    const traction = Math.hypot(this.#previousForce[x]! + fx, this.#previousForce[y]! + fy) / 2
    const calm = 1 + Math.sqrt(swinging)
    const speed = ((adjustSizes ? 0.1 : this.#readiness[node]!) * Math.log1p(traction)) / calm
    this.#readiness[node] = Math.min(1, Math.sqrt((speed * (fx * fx + fy * fy)) / calm))
    this.#previousForce[x] = fx
    this.#previousForce[y] = fy
    if (movable[node] === 0) return
    position[x] = clampCoordinate(position[x]! + (fx * speed) / slowDown)
    position[y] = clampCoordinate(position[y]! + (fy * speed) / slowDown)
  }
}

const clampCoordinate = (value: number): number => Math.max(-maxCoordinate, Math.min(maxCoordinate, value))

type Pair = readonly [x: number, y: number]
type Run = Pick<JsForceKernel, 'columns' | 'settings' | 'interactionList'>

/** Lists the bodies that act on a whole group: distant cells outside it as single bodies, and single nodes. Returns the length of the list. */
function fillInteractionList([begin, end]: readonly [number, number], { cells, order }: Quadtree, run: Run): number {
  const { position, mass, radius } = run.columns
  const group = order.subarray(begin, end)
  const xs = Array.from(group, (node) => position[2 * node]!)
  const ys = Array.from(group, (node) => position[2 * node + 1]!)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const maxRadius = run.settings.adjustSizes ? Math.max(...Array.from(group, (node) => radius[node]!)) : 0
  let length = 0
  const add = (x: number, y: number, weight: number, size: number) => {
    run.interactionList[length++] = x
    run.interactionList[length++] = y
    run.interactionList[length++] = weight
    run.interactionList[length++] = size
  }
  for (let index = 0; index < cells.length;) {
    const cell = cells[index]!
    const dx = Math.max(left - cell.x, cell.x - right, 0)
    const dy = Math.max(top - cell.y, cell.y - bottom, 0)
    if (dx * dx + dy * dy > (cell.openingDistance + maxRadius) ** 2 && (cell.end <= begin || cell.begin >= end)) {
      add(cell.x, cell.y, cell.mass, cell.radius)
      index = cell.next
      continue
    }
    index++
    if (index !== cell.next) continue
    for (const node of order.subarray(cell.begin, cell.end))
      add(position[2 * node]!, position[2 * node + 1]!, mass[node]!, radius[node]!)
  }
  return length
}

/** The repulsion of a node by the listed bodies. */
function repulsion(node: number, length: number, { columns, settings, interactionList }: Run): Pair {
  const { position, mass, radius } = columns
  const [x, y, r] = [position[2 * node]!, position[2 * node + 1]!, radius[node]!]
  const usesSizes = settings.adjustSizes
  let fx = 0
  let fy = 0
  for (let at = 0; at < length; at += 4) {
    const dx = x - interactionList[at]!
    const dy = y - interactionList[at + 1]!
    const weight = interactionList[at + 2]!
    const square = dx * dx + dy * dy
    const gap = usesSizes ? Math.sqrt(square) - r - interactionList[at + 3]! : 1
    const by = gap > 0 ? weight / ((usesSizes ? gap * gap : square) + 1e-12) : weight * 100
    fx += dx * by
    fy += dy * by
  }
  const factor = settings.scalingRatio * mass[node]!
  return [fx * factor, fy * factor]
}

/** The attraction of a node by its edges, and gravity. */
function attraction(node: number, { columns, settings }: Pick<Run, 'columns' | 'settings'>): Pair {
  const { position, mass, row, neighbour, pull } = columns
  const { gravity, strongGravityMode } = settings
  const x = position[2 * node]!
  const y = position[2 * node + 1]!
  const distance = Math.hypot(x, y)
  const gravityFactor = strongGravityMode
    ? gravity * mass[node]!
    : distance > 0
      ? (gravity * mass[node]!) / distance
      : 0
  let fx = -x * gravityFactor
  let fy = -y * gravityFactor
  for (let entry = row[node]!; entry < row[node + 1]!; entry++) {
    const other = neighbour[entry]!
    const dx = position[2 * other]! - x
    const dy = position[2 * other + 1]! - y
    const by = pull[entry]! * attractionFactor(node, other, Math.sqrt(dx * dx + dy * dy), { columns, settings })
    fx += dx * by
    fy += dy * by
  }
  return [fx, fy]
}

/** The factor for an edge's attraction by its length. */
function attractionFactor(node: number, other: number, length: number, run: Pick<Run, 'columns' | 'settings'>): number {
  const { columns, settings } = run
  const { adjustSizes, linLogMode } = settings
  const gap = adjustSizes ? length - columns.radius[node]! - columns.radius[other]! : length
  if (adjustSizes && gap <= 0) return 0
  return linLogMode && gap > 0 ? Math.log1p(gap) / gap : 1
}
