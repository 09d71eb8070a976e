/** A grid of square cells in a hash table, which is as fast for points far apart as for close ones. */
export class HashGrid {
  readonly #side: number
  readonly #mask: number
  readonly #head: Int32Array
  readonly #next: Int32Array

  /**
   * @param count number of points; a point is a number below it
   * @param side side of a cell, in units of the layout
   */
  constructor(count: number, side: number) {
    let size = 16
    while (size < 2 * count) size *= 2
    this.#side = side
    this.#mask = size - 1
    this.#head = new Int32Array(size).fill(-1)
    this.#next = new Int32Array(count).fill(-1)
  }

  clear(): void {
    this.#head.fill(-1)
  }

  add(point: number, x: number, y: number): void {
    const slot = this.#slot(Math.floor(x / this.#side), Math.floor(y / this.#side))
    this.#next[point] = this.#head[slot]!
    this.#head[slot] = point
  }

  /**
   * Visits every point in the cell of a position and in the eight cells around it, and because of hash collisions a few others, some of
   * them twice. Stops and returns true as soon as a visit returns true.
   */
  someNear(x: number, y: number, visit: (point: number) => boolean): boolean {
    const column = Math.floor(x / this.#side)
    const row = Math.floor(y / this.#side)
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++) {
        const slot = this.#slot(column + dx, row + dy)
        for (let point = this.#head[slot]!; point >= 0; point = this.#next[point]!) if (visit(point)) return true
      }
    return false
  }

  /** Two large primes spread neighbouring cells (Teschner et al., Optimized spatial hashing, VMV 2003). */
  #slot(column: number, row: number): number {
    return (Math.imul(column, 73856093) ^ Math.imul(row, 19349663)) & this.#mask
  }
}
