import type { EdgeDirection } from '../../model/enumerations'
import { listOfGmlKey, valueOfGmlKey, type GmlPairs } from './gmlPair'

/** Whether the program that wrote the file lets the y axis point down, as yEd and Cytoscape do. */
export const isDrawnDownwards = (file: GmlPairs): boolean =>
  /yfiles|yed|cytoscape/i.test(String(valueOfGmlKey(file, 'Creator') ?? valueOfGmlKey(file, 'creator') ?? ''))

/** What the arrowheads of an edge say. */
interface GmlArrows {
  readonly direction: EdgeDirection
  /** The only arrow is at the source, so the edge points from its target to its source. */
  readonly pointsBack: boolean
}

/** The arrowheads that yEd draws; undefined if the edge has no graphics. */
export function gmlArrows(edge: GmlPairs): GmlArrows | undefined {
  const graphics = listOfGmlKey(edge, 'graphics')
  if (graphics.length === 0) return undefined
  const [atSource, atTarget] = ['sourceArrow', 'targetArrow'].map(
    (key) => (valueOfGmlKey(graphics, key) ?? 'none') !== 'none',
  )
  const direction = atSource && atTarget ? 'mutual' : atSource || atTarget ? 'directed' : 'undirected'
  return { direction, pointsBack: atSource === true && !atTarget }
}
