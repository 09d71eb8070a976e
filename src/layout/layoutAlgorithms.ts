import { geo } from './geoLayout'
import { layered } from './layeredLayout'
import type { Placed, Plan } from './layoutInput'
import { quickLayouts } from './mainThreadLayouts'

/** Every layout that is computed in one go, by name. To add one: write its file, name it here, in `scene/view` and in `scene/places`. */
export const planLayouts: Readonly<Record<string, (plan: Plan) => Placed>> = { ...quickLayouts, geo, layered }
