import { noGuides } from '../model/layoutGuides'
import { circleLayout } from './circleLayout'
import { gridLayout } from './gridLayout'
import { groupedLayout } from './groupedLayout'
import type { LayoutAlgorithm, LayoutInput, LayoutResult } from './layoutInput'
import type { LayoutAlgorithmName } from './layoutNames'
import { radialLayout } from './radialLayout'
import { timelineLayout } from './timelineLayout'

/** The layouts that are fast and small enough for the page itself. `still` returns the positions it is given. */
export const mainThreadLayouts = {
  still: ({ start }: LayoutInput): LayoutResult => ({ positions: start.slice(), guides: noGuides }),
  circle: circleLayout,
  grouped: groupedLayout,
  grid: gridLayout,
  radial: radialLayout,
  time: timelineLayout,
} satisfies Partial<Record<LayoutAlgorithmName, LayoutAlgorithm>>

/** A layout that the page can compute itself; undefined if a worker has to. */
export const mainThreadLayoutNamed = (name: LayoutAlgorithmName): LayoutAlgorithm | undefined =>
  name in mainThreadLayouts ? mainThreadLayouts[name as keyof typeof mainThreadLayouts] : undefined
