/** Every layout, in the order of the layout menu. To add one: see README.md of this folder. */
export const layoutNames = [
  'prepared',
  'force',
  'circle',
  'grouped',
  'grid',
  'layered',
  'radial',
  'time',
  'geo',
] as const
export type LayoutName = (typeof layoutNames)[number]

/**
 * The layouts that are computed in one go. The positions of `prepared` are in the graph, and `force` runs step by step until
 * it is stopped; for both `still` keeps the positions, so that overlaps can be removed afterwards.
 */
export type LayoutAlgorithmName = Exclude<LayoutName, 'prepared' | 'force'> | 'still'
