import { rowsOfGroup } from '../../model/columns'
import { meanValue, type DirectedNeighbours } from './orderWithinLayers'

const sweeps = 8

/**
 * Assigns heights to nodes without changing their order in a layer: each near the mean of its neighbours, in turn on either side and
 * finally on both, and no closer to the next node than radii and gap allow. In each layer, the sum of squared distances from
 * the desired heights is minimal.
 */
export function assignHeights(
  layers: readonly Uint32Array[],
  sides: DirectedNeighbours,
  { radius, gap }: { readonly radius: Float32Array; readonly gap: number },
): Float64Array {
  const heights = new Float64Array(radius.length)
  const offsets = layers.map((nodes) => offsetsOf(nodes, radius, gap))
  layers.forEach((nodes, layer) => {
    const middle = (offsets[layer]!.at(-1) ?? 0) / 2
    nodes.forEach((node, index) => {
      heights[node] = offsets[layer]![index]! - middle
    })
  })
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const isBackward = sweep % 2 === 1
    const usesBothSides = sweep >= sweeps - 2
    for (let turn = 0; turn < layers.length; turn++) {
      const layer = isBackward ? layers.length - 1 - turn : turn
      const desired = Float64Array.from(layers[layer]!, (node) => {
        const current = heights[node]!
        const [before, after] = [rowsOfGroup(sides.predecessors, node), rowsOfGroup(sides.successors, node)]
        if (!usesBothSides) return meanValue(isBackward ? after : before, heights, current)
        return (meanValue(before, heights, current) + meanValue(after, heights, current)) / 2
      })
      const spaced = nearestSpacedHeights(desired, offsets[layer]!)
      layers[layer]!.forEach((node, index) => {
        heights[node] = spaced[index]!
      })
    }
  }
  return heights
}

/** The minimum distance of each node of a layer from the first. */
function offsetsOf(nodes: Uint32Array, radius: Float32Array, gap: number): Float64Array {
  const offsets = new Float64Array(nodes.length)
  for (let at = 1; at < nodes.length; at++)
    offsets[at] = offsets[at - 1]! + radius[nodes[at - 1]!]! + radius[nodes[at]!]! + gap
  return offsets
}

/**
 * The heights nearest to the desired ones (least squares) that keep the order and the offsets: isotonic regression by pooling
 * adjacent violators (Ayer and others, Annals of Mathematical Statistics 26(4), 1955).
 */
export function nearestSpacedHeights(desired: Float64Array, offsets: Float64Array): Float64Array {
  const count = desired.length
  const means = new Float64Array(count)
  const sizes = new Uint32Array(count)
  let pools = 0
  for (let at = 0; at < count; at++) {
    let [mean, size] = [desired[at]! - offsets[at]!, 1]
    while (pools > 0 && means[pools - 1]! > mean) {
      pools--
      mean = (mean * size + means[pools]! * sizes[pools]!) / (size + sizes[pools]!)
      size += sizes[pools]!
    }
    means[pools] = mean
    sizes[pools++] = size
  }
  const heights = new Float64Array(count)
  for (let pool = 0, at = 0; pool < pools; pool++)
    for (const end = at + sizes[pool]!; at < end; at++) heights[at] = means[pool]! + offsets[at]!
  return heights
}
