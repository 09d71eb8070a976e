import { colourPalettes } from '../drawing/colourPalette'
import { pictureOfGraph } from '../drawing/pictureOfGraph'
import { writeSvg } from '../drawing/writeSvg'
import type { TextMeasurer } from '../drawing/measureText'
import type { Subgraph, ExportProvenance } from '../formats/format'
import { loadCatalogue } from '../messages/catalogues'
import { message } from '../messages/message'
import type { Texts } from '../messages/texts.en'
import type { LayoutGuides } from '../model/layoutGuides'
import { labelInLanguage } from '../model/nodeNames'
import { highlightOfSelection, highlightMasks } from '../scene/canvas/highlight'
import { citationsInLanguage } from '../scene/export/citations'
import { provenanceInLanguage } from '../scene/export/exportProvenance'
import { preparedPositions, positionsWithPins } from '../scene/layouts/layoutRecords'
import { nodeEncodingOfView } from '../scene/canvas/viewNodeEncoding'
import type { View } from '../scene/view/view'
import { paintPictureOn } from './paintPictureOn'

export interface PictureExportOptions {
  readonly part: Subgraph
  readonly view: View
  readonly texts: Texts
  /** Positions of the current layout; undefined for the prepared ones. */
  readonly positions: Float32Array | undefined
  /** The guides of those positions, drawn behind everything. */
  readonly guides: LayoutGuides | undefined
  readonly provenance: ExportProvenance
  /** Vector graphics, or device pixels per CSS pixel. */
  readonly scale: 'svg' | 1 | 2 | 4
}

/** In CSS pixels. */
const pictureWidth = 1600
/** Maximum width or height of a canvas in device pixels: the smallest limit among browsers. */
const maxCanvasSize = 16_384

/** The picture is too large for the browser. */
class PictureFault extends Error {
  readonly what = message('errors', 'pictureTooLarge')
  readonly remedy = message('errors', 'choosePictureSize')
}

/** Draws an export as it is laid out and highlighted on the canvas, with its provenance and sources in a caption. */
export async function exportPicture(options: PictureExportOptions): Promise<Blob> {
  const { part, view, texts, positions, guides, provenance, scale } = options
  const { graph } = part
  const exports = await loadCatalogue(texts.language, 'exports')
  const palette = colourPalettes[document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light']
  const madeBy = provenanceInLanguage(graph, provenance, texts, exports)
  const sources = exports.sourcesLine({ sources: citationsInLanguage(part, texts) })
  const highlight = highlightOfSelection(graph, view.selection)
  const picture = pictureOfGraph(graph, part, {
    width: pictureWidth,
    palette,
    language: texts.language,
    measureText: canvasTextMeasurer(),
    positions: positionsWithPins(graph, positions ?? preparedPositions(graph, 'prepared')!, view.pins),
    guides,
    encoding: nodeEncodingOfView(graph, view),
    highlighted: highlight.isActive && provenance.scope === 'shown' ? highlightMasks(graph, highlight) : undefined,
    caption: [madeBy, sources],
  })
  if (scale === 'svg') {
    const { title, title_ja: ja } = graph.about
    const description = `${madeBy}\n${sources}`
    const svg = writeSvg(picture, { title: labelInLanguage(texts.language, { label: title, ja }), description })
    return new Blob([svg], { type: 'image/svg+xml' })
  }
  const pixelRatio = Math.min(scale, maxCanvasSize / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * pixelRatio)
  canvas.height = Math.round(picture.height * pixelRatio)
  paintPictureOn(picture, canvas.getContext('2d')!, pixelRatio)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new PictureFault())), 'image/png'),
  )
}

function canvasTextMeasurer(): TextMeasurer {
  const context = document.createElement('canvas').getContext('2d')!
  return (text, size, weight) => {
    context.font = `${weight} ${size}px 'Inter Variable', Inter, system-ui, sans-serif`
    return context.measureText(text).width
  }
}
