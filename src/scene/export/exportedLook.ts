import { colourPalettes, paletteColours } from '../../drawing/colourPalette'
import { nodeStyles } from '../../drawing/nodeStyles'
import type { WrittenLook } from '../../formats/format'
import type { Graph } from '../../model/graph'
import { asInFile, defaultColourKey, nodeEncodingOfView } from '../canvas/viewNodeEncoding'
import type { View } from '../view/view'

/**
 * How nodes look on the screen, for formats that can say it: colours on a light background, and radii. undefined if they look
 * as in their file, whose own columns then say it more exactly.
 */
export function exportedLook(graph: Graph, view: Pick<View, 'colour' | 'size'>): WrittenLook | undefined {
  const colour = view.colour ?? defaultColourKey(graph)
  const isSizeOwn = view.size === undefined || view.size === asInFile
  if (colour === asInFile && isSizeOwn) return undefined
  const styles = nodeStyles(graph, nodeEncodingOfView(graph, view))
  return {
    colour: styles.colour,
    colours: [...paletteColours(colourPalettes.light), ...styles.fileColours],
    radius: styles.radius,
  }
}
