import { geoLayout } from './geoLayout'
import { layeredLayout } from './layeredLayout'
import type { LayoutAlgorithm } from './layoutInput'
import type { LayoutAlgorithmName } from './layoutNames'
import { mainThreadLayouts } from './mainThreadLayouts'

/** Every layout that is computed in one go, by name. */
export const layoutAlgorithms = {
  ...mainThreadLayouts,
  geo: geoLayout,
  layered: layeredLayout,
} satisfies Record<LayoutAlgorithmName, LayoutAlgorithm>
