import type { Texts } from '../messages/texts.en'
import { colourPalettes } from '../drawing/colourPalette'
import { renderPicture } from '../drawing/renderPicture'
import { writeSvg } from '../drawing/writeSvg'
import type { TextMeasurer } from '../drawing/measureText'
import { citationsOfSubgraph, provenanceSentence } from '../formats/export/evidenceText'
import type { Subgraph, ExportProvenance } from '../formats/format'
import type { LayoutGuides } from '../model/layoutGuides'
import { highlightOfSelection, highlightMasks } from '../scene/canvas/highlight'
import { preparedPositions, positionsWithPins } from '../scene/layouts/layoutRecords'
import { nodeEncodingOfView } from '../scene/canvas/viewNodeEncoding'
import type { View } from '../scene/view/view'
import { paintPicture } from './paintPicture'

export interface PictureExportOptions {
  readonly part: Subgraph
  readonly view: View
  readonly texts: Texts
  /** Positions of the running or chosen layout; the prepared ones where absent. */
  readonly positions: Float32Array | undefined
  /** What stands behind those positions. */
  readonly guides: LayoutGuides | undefined
  readonly recipe: ExportProvenance
  /** As vectors, or in device pixels a CSS pixel. */
  readonly scale: 'svg' | 1 | 2 | 4
}

const width = 1600
/** No browser draws canvases without bounds; 16 384 pixels a side is what the smallest allow. */
const longest = 16_384

/** What is exported, as it is laid out and lit now, with the recipe and the sources in a caption. */
export async function exportPicture({
  part,
  view,
  texts,
  positions,
  guides,
  recipe,
  scale,
}: PictureExportOptions): Promise<Blob> {
  const { graph } = part
  const palette = colourPalettes[document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light']
  const said = provenanceSentence(recipe)
  const sources = `Sources: ${citationsOfSubgraph(part).join(' · ')}`
  const light = highlightOfSelection(graph, view.selection)
  const drawn = renderPicture(graph, part, {
    width,
    palette,
    language: texts.language,
    measureText: canvasMeasure(),
    positions: positionsWithPins(graph, positions ?? preparedPositions(graph, 'prepared')!, view.pins),
    guides,
    encoding: nodeEncodingOfView(graph, view),
    highlighted: light.isActive && recipe.scope === 'shown' ? highlightMasks(graph, light) : undefined,
    caption: [said, sources],
  })
  if (scale === 'svg') {
    const text = writeSvg(drawn, { title: recipe.dataset.title, description: `${said}\n${sources}` })
    return new Blob([text], { type: 'image/svg+xml' })
  }
  const fitting = Math.min(scale, longest / Math.max(drawn.width, drawn.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(drawn.width * fitting)
  canvas.height = Math.round(drawn.height * fitting)
  paintPicture(drawn, canvas.getContext('2d')!, fitting)
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the browser could not make a picture so large'))),
      'image/png',
    ),
  )
}

function canvasMeasure(): TextMeasurer {
  const context = document.createElement('canvas').getContext('2d')!
  return (text, size, weight) => {
    context.font = `${weight} ${size}px 'Inter Variable', Inter, system-ui, sans-serif`
    return context.measureText(text).width
  }
}
