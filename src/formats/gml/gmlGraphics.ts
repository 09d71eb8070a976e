import type { EdgeDirection } from '../xml/graphElementStack'
import { listOfGmlKey, valueOfGmlKey, type GmlPairs } from './gmlPair'

/** Whether the program that wrote the file lets the y axis point down, as yEd and Cytoscape do. */
export const isDrawnDownwards = (file: GmlPairs): boolean =>
  /yfiles|yed|cytoscape/i.test(String(valueOfGmlKey(file, 'Creator') ?? valueOfGmlKey(file, 'creator') ?? ''))

/** The direction of an edge by the arrowheads that yEd draws; undefined if the edge has no graphics. */
export function directionOfGmlArrows(edge: GmlPairs): EdgeDirection | undefined {
  const graphics = listOfGmlKey(edge, 'graphics')
  if (graphics.length === 0) return undefined
  const [atSource, atTarget] = ['sourceArrow', 'targetArrow'].map(
    (key) => (valueOfGmlKey(graphics, key) ?? 'none') !== 'none',
  )
  if (atSource && atTarget) return 'mutual'
  return atSource || atTarget ? 'directed' : 'undirected'
}
