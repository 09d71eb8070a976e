import { noGuides } from '../model/guides'
import { circle } from './circle'
import { grid } from './grid'
import { grouped } from './grouped'
import type { Placed, Plan } from './plan'
import { radial } from './radial'
import { time } from './time'

/** Layouts that are quick and small enough for the page itself. `still` leaves all where they are. */
export const quickLayouts = {
  still: ({ start }: Plan): Placed => ({ places: start.slice(), guides: noGuides }),
  circle,
  grouped,
  grid,
  radial,
  time,
}
