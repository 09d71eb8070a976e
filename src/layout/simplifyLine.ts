/**
 * A line with fewer points, none of which was moved: what was left out lies at most so far from what is left. Ends stay.
 * Douglas and Peucker, "Algorithms for the reduction of the number of points required to represent a digitized line",
 * Cartographica 10, 1973.
 * @param line x and y in turn
 */
export function simplifyLine(line: Float32Array, tolerance: number): Float32Array {
  const count = line.length / 2
  if (count < 3) return line
  const kept = new Uint8Array(count)
  kept[0] = kept[count - 1] = 1
  const open: [number, number][] = [[0, count - 1]]
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, to] = part
    const { at, distance } = farthest(line, from, to)
    if (distance <= tolerance) continue
    kept[at] = 1
    open.push([from, at], [at, to])
  }
  return line.filter((_, at) => kept[at >> 1] === 1)
}

/**
 * The point between two others that lies farthest from the straight way between them. In plain numbers, as every point is
 * asked about several times.
 */
function farthest(line: Float32Array, from: number, to: number): { at: number; distance: number } {
  const x = line[2 * from]!
  const y = line[2 * from + 1]!
  const dx = line[2 * to]! - x
  const dy = line[2 * to + 1]! - y
  const squared = dx * dx + dy * dy
  let at = from
  let most = 0
  for (let next = from + 1; next < to; next++) {
    const px = line[2 * next]! - x
    const py = line[2 * next + 1]! - y
    const share = squared === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / squared))
    const across = px - share * dx
    const down = py - share * dy
    const distance = across * across + down * down
    if (distance <= most) continue
    most = distance
    at = next
  }
  return { at, distance: Math.sqrt(most) }
}
