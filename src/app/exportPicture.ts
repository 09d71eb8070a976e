import { palettes } from '../drawing/colourPalette'
import { picture } from '../drawing/renderPicture'
import { writeSvg } from '../drawing/writeSvg'
import type { Measure } from '../drawing/measureText'
import { citationsOf, recipeText } from '../formats/export/evidenceText'
import type { Part, Recipe } from '../formats/format'
import type { Guides } from '../model/layoutGuides'
import { lit, litMasks } from '../scene/canvas/highlight'
import { placesIn, withPins } from '../scene/layouts/layoutRecords'
import { tellingOf } from '../scene/canvas/viewNodeEncoding'
import type { View } from '../scene/view/view'
import { paint } from './paintPicture'

export interface PictureExport {
  readonly part: Part
  readonly view: View
  /** Positions of the running or chosen layout; the prepared ones where absent. */
  readonly positions: Float32Array | undefined
  /** What stands behind those positions. */
  readonly guides: Guides | undefined
  readonly recipe: Recipe
  /** As vectors, or in device pixels a CSS pixel. */
  readonly scale: 'svg' | 1 | 2 | 4
}

const width = 1600
/** No browser draws canvases without bounds; 16 384 pixels a side is what the smallest allow. */
const longest = 16_384

/** What is exported, as it is laid out and lit now, with the recipe and the sources in a caption. */
export async function exportPicture({ part, view, positions, guides, recipe, scale }: PictureExport): Promise<Blob> {
  const { graph } = part
  const palette = palettes[document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light']
  const said = recipeText(recipe)
  const sources = `Sources: ${citationsOf(part).join(' · ')}`
  const light = lit(graph, view.selection)
  const drawn = picture(graph, part, {
    width,
    palette,
    language: view.language,
    measure: canvasMeasure(),
    places: withPins(graph, positions ?? placesIn(graph, 'prepared')!, view.pins),
    guides,
    telling: tellingOf(graph, view),
    lit: light.any && recipe.scope === 'shown' ? litMasks(graph, light) : undefined,
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
  paint(drawn, canvas.getContext('2d')!, fitting)
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the browser could not make a picture so large'))),
      'image/png',
    ),
  )
}

function canvasMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d')!
  return (text, size, weight) => {
    context.font = `${weight} ${size}px 'Inter Variable', Inter, system-ui, sans-serif`
    return context.measureText(text).width
  }
}
