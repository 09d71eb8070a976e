import { geoLayout } from './geoLayout'
import { layeredLayout } from './layeredLayout'
import type { LayoutResult, LayoutInput } from './layoutInput'
import { mainThreadLayouts } from './mainThreadLayouts'

/** Every layout that is computed in one go, by name. To add one: write its file, name it here, in `scene/view` and in `scene/places`. */
export const layoutAlgorithms: Readonly<Record<string, (plan: LayoutInput) => LayoutResult>> = {
  ...mainThreadLayouts,
  geo: geoLayout,
  layered: layeredLayout,
}
