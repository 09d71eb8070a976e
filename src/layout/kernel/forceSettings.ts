/** The settings of ForceAtlas2, with the names and meanings of graphology's implementation. */
export interface ForceSettings {
  /** Attraction grows with the logarithm of the distance (Noack, J. Graph Algorithms Appl. 11, 2007): clusters are denser. */
  readonly linLogMode: boolean
  /** The attraction of a source is divided among its edges, so that hubs are pushed to the border. */
  readonly outboundAttractionDistribution: boolean
  /** Nodes are discs that should not overlap; see `ForceInput.radii`. */
  readonly adjustSizes: boolean
  /** The exponent of edge weights. */
  readonly edgeWeightInfluence: number
  readonly scalingRatio: number
  /** Gravity is proportional to the distance from the origin. */
  readonly strongGravityMode: boolean
  readonly gravity: number
  readonly slowDown: number
  /** Whether distant nodes are approximated as one body; otherwise every pair is computed. */
  readonly barnesHutOptimize: boolean
  /** The angle, width by distance, below which nodes are approximated as one body. */
  readonly barnesHutTheta: number
}

/**
 * The settings that graphology infers for a graph of this size, except the angle: ours is measured from the edge of a group of nodes
 * to a cell's centre of mass, minus the distance of that from the cell's middle, and is more exact with the same value.
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

/** The minimum distance of a cell that counts as one body, as a multiple of its width; without Barnes-Hut, beyond any distance. */
export const openingRatio = ({ barnesHutOptimize, barnesHutTheta }: ForceSettings): number =>
  barnesHutOptimize && barnesHutTheta > 1e-6 ? 1 / barnesHutTheta : 1e30
