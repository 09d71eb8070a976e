import { noGuides } from '../model/layoutGuides'
import { circleLayout } from './circleLayout'
import { gridLayout } from './gridLayout'
import { groupedLayout } from './groupedLayout'
import type { LayoutResult, LayoutInput } from './layoutInput'
import { radialLayout } from './radialLayout'
import { timelineLayout } from './timelineLayout'

/** Layouts that are quick and small enough for the page itself. `still` leaves all where they are. */
export const mainThreadLayouts = {
  still: ({ start }: LayoutInput): LayoutResult => ({ positions: start.slice(), guides: noGuides }),
  circle: circleLayout,
  grouped: groupedLayout,
  grid: gridLayout,
  radial: radialLayout,
  time: timelineLayout,
}
