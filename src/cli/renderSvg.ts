import { estimateTextWidth } from '../drawing/measureText'
import { colourPalettes } from '../drawing/colourPalette'
import { pictureOfGraph } from '../drawing/pictureOfGraph'
import { writeSvg } from '../drawing/writeSvg'
import { citationsOfSubgraph, provenanceSentence } from '../formats/export/evidenceText'
import type { Subgraph, ExportProvenance } from '../formats/format'
import type { LayoutResult } from '../layout/layoutInput'

/** A part of a graph with these positions as SVG, 1,400 pixels wide in the light theme, with provenance and sources below. */
export function renderSvg(part: Subgraph, provenance: ExportProvenance, { positions, guides }: LayoutResult): string {
  const caption = provenanceSentence(provenance)
  const sources = `Sources: ${citationsOfSubgraph(part).join(' · ')}`
  const picture = pictureOfGraph(part.graph, part, {
    width: 1400,
    palette: colourPalettes.light,
    language: 'en',
    measureText: estimateTextWidth,
    positions,
    guides,
    caption: [caption, sources],
  })
  return writeSvg(picture, { title: provenance.dataset.title, description: `${caption}\n${sources}` })
}
