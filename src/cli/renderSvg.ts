import { estimateTextWidth } from '../drawing/measureText'
import { colourPalettes } from '../drawing/colourPalette'
import { renderPicture } from '../drawing/renderPicture'
import { writeSvg } from '../drawing/writeSvg'
import { citationsOfSubgraph, provenanceSentence } from '../formats/export/evidenceText'
import type { Subgraph, ExportProvenance } from '../formats/format'
import type { LayoutResult } from '../layout/layoutInput'

/** A part with its nodes at these places as SVG, on a light sheet 1400 pixels wide, with the recipe and the sources below. */
export function renderSvg(
  part: Subgraph,
  recipe: ExportProvenance,
  { positions: places, guides }: LayoutResult,
): string {
  const said = provenanceSentence(recipe)
  const sources = `Sources: ${citationsOfSubgraph(part).join(' · ')}`
  const drawn = renderPicture(part.graph, part, {
    width: 1400,
    palette: colourPalettes.light,
    language: 'en',
    measureText: estimateTextWidth,
    positions: places,
    guides,
    caption: [said, sources],
  })
  return writeSvg(drawn, { title: recipe.dataset.title, description: `${said}\n${sources}` })
}
