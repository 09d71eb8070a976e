import { rowsOfGroup } from '../../model/columns'
import { meanValue, type DirectedNeighbours } from './orderWithinLayers'

const sweeps = 8

/**
 * Heights of nodes, whose order within layers stays: each near the mean of its neighbours, on one side after the other
 * and last on both, no nearer to the next than their radii and the gap. In each layer the sum of squared ways to the
 * wished heights is the least that there is.
 */
export function assignHeights(
  layers: readonly Uint32Array[],
  sides: DirectedNeighbours,
  { radius, gap }: { readonly radius: Float32Array; readonly gap: number },
): Float64Array {
  const heights = new Float64Array(radius.length)
  const offsets = layers.map((nodes) => offsetsOf(nodes, radius, gap))
  layers.forEach((nodes, each) => {
    const middle = (offsets[each]!.at(-1) ?? 0) / 2
    nodes.forEach((node, at) => {
      heights[node] = offsets[each]![at]! - middle
    })
  })
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const back = sweep % 2 === 1
    const both = sweep >= sweeps - 2
    for (let turn = 0; turn < layers.length; turn++) {
      const each = back ? layers.length - 1 - turn : turn
      const wished = Float64Array.from(layers[each]!, (node) => {
        const here = heights[node]!
        const [before, after] = [rowsOfGroup(sides.predecessors, node), rowsOfGroup(sides.successors, node)]
        if (!both) return meanValue(back ? after : before, heights, here)
        return (meanValue(before, heights, here) + meanValue(after, heights, here)) / 2
      })
      const placed = nearestSpacedHeights(wished, offsets[each]!)
      layers[each]!.forEach((node, at) => {
        heights[node] = placed[at]!
      })
    }
  }
  return heights
}

/** How far each node of a layer is at least above the first. */
function offsetsOf(nodes: Uint32Array, radius: Float32Array, gap: number): Float64Array {
  const offsets = new Float64Array(nodes.length)
  for (let at = 1; at < nodes.length; at++)
    offsets[at] = offsets[at - 1]! + radius[nodes[at - 1]!]! + radius[nodes[at]!]! + gap
  return offsets
}

/**
 * The heights nearest to those wished, by their squares, that keep the order and the offsets: isotonic regression by
 * pooling neighbours that are out of order (Ayer and others, Annals of Mathematical Statistics 26(4), 1955).
 */
export function nearestSpacedHeights(wished: Float64Array, offsets: Float64Array): Float64Array {
  const count = wished.length
  const means = new Float64Array(count)
  const sizes = new Uint32Array(count)
  let pools = 0
  for (let at = 0; at < count; at++) {
    let [mean, size] = [wished[at]! - offsets[at]!, 1]
    while (pools > 0 && means[pools - 1]! > mean) {
      pools--
      mean = (mean * size + means[pools]! * sizes[pools]!) / (size + sizes[pools]!)
      size += sizes[pools]!
    }
    means[pools] = mean
    sizes[pools++] = size
  }
  const placed = new Float64Array(count)
  for (let pool = 0, at = 0; pool < pools; pool++)
    for (const end = at + sizes[pool]!; at < end; at++) placed[at] = means[pool]! + offsets[at]!
  return placed
}
