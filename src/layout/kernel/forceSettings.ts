/** The settings of ForceAtlas2, named and meant as in graphology's own version of it. */
export interface ForceSettings {
  /** Edges pull with the logarithm of their length (Noack, J. Graph Algorithms Appl. 11, 2007): clusters stand out more. */
  readonly linLogMode: boolean
  /** What edges pull their source with is shared out among them, so that hubs are pushed to the border. */
  readonly outboundAttractionDistribution: boolean
  /** Nodes are discs that should not overlap; see `ForceInput.radii`. */
  readonly adjustSizes: boolean
  /** The power to which weights are raised before they pull. */
  readonly edgeWeightInfluence: number
  readonly scalingRatio: number
  /** Gravity grows with the distance from the origin. */
  readonly strongGravityMode: boolean
  readonly gravity: number
  readonly slowDown: number
  /** Whether far nodes act together; otherwise every pair is computed. */
  readonly barnesHutOptimize: boolean
  /** The angle, width by distance, under which nodes act together. */
  readonly barnesHutTheta: number
}

/**
 * The settings that graphology infers for a graph of this size, in full, but for the angle: ours counts from the edge of a
 * group of nodes to a cell's centre of mass, less how far that is off the cell's middle, and is more exact at the same number.
 */
export const inferForceSettings = (count: number): ForceSettings => ({
  linLogMode: false,
  outboundAttractionDistribution: false,
  adjustSizes: false,
  edgeWeightInfluence: 1,
  scalingRatio: 10,
  strongGravityMode: true,
  gravity: 0.05,
  slowDown: 1 + Math.log(Math.max(count, 1)),
  barnesHutOptimize: count > 2000,
  barnesHutTheta: 1,
})

/** How many times its width a cell is away, at least, when it counts as one body; in effect no cell does where all pairs count. */
export const openingRatio = ({ barnesHutOptimize, barnesHutTheta }: ForceSettings): number =>
  barnesHutOptimize && barnesHutTheta > 1e-6 ? 1 / barnesHutTheta : 1e30
