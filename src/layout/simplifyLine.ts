/**
 * Leaves out points of a line that are at most `tolerance` away from the simplified line. Keeps the ends. Algorithm: Douglas and Peucker, "Algorithms for the reduction of the number of points required to represent a digitized line",
 * Cartographica 10, 1973.
 * @param line x and y in turn
 */
export function simplifyLine(line: Float32Array, tolerance: number): Float32Array {
  const count = line.length / 2
  if (count < 3) return line
  const isKept = new Uint8Array(count)
  isKept[0] = isKept[count - 1] = 1
  const open: [number, number][] = [[0, count - 1]]
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, to] = part
    const { at, distance } = farthestPoint(line, from, to)
    if (distance <= tolerance) continue
    isKept[at] = 1
    open.push([from, at], [at, to])
  }
  return line.filter((_, at) => isKept[at >> 1] === 1)
}

/**
 * The point between two others that is farthest from the segment between them. In plain numbers, since every point is tested
 * several times.
 */
function farthestPoint(line: Float32Array, from: number, to: number): { at: number; distance: number } {
  const x = line[2 * from]!
  const y = line[2 * from + 1]!
  const dx = line[2 * to]! - x
  const dy = line[2 * to + 1]! - y
  const squared = dx * dx + dy * dy
  let at = from
  let maxSquared = 0
  for (let next = from + 1; next < to; next++) {
    const px = line[2 * next]! - x
    const py = line[2 * next + 1]! - y
    const share = squared === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / squared))
    const across = px - share * dx
    const down = py - share * dy
    const squaredDistance = across * across + down * down
    if (squaredDistance <= maxSquared) continue
    maxSquared = squaredDistance
    at = next
  }
  return { at, distance: Math.sqrt(maxSquared) }
}
