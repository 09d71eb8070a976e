import { geo } from './geo'
import { layered } from './layered'
import type { Placed, Plan } from './plan'
import { quickLayouts } from './quick'

/** Every layout that is computed in one go, by name. To add one: write its file, name it here, in `scene/view` and in `scene/places`. */
export const planLayouts: Readonly<Record<string, (plan: Plan) => Placed>> = { ...quickLayouts, geo, layered }
