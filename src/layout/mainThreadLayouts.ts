import { noGuides } from '../model/layoutGuides'
import { circle } from './circleLayout'
import { grid } from './gridLayout'
import { grouped } from './groupedLayout'
import type { Placed, Plan } from './layoutInput'
import { radial } from './radialLayout'
import { time } from './timelineLayout'

/** Layouts that are quick and small enough for the page itself. `still` leaves all where they are. */
export const quickLayouts = {
  still: ({ start }: Plan): Placed => ({ places: start.slice(), guides: noGuides }),
  circle,
  grouped,
  grid,
  radial,
  time,
}
