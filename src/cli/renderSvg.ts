import { roughMeasure } from '../drawing/measureText'
import { palettes } from '../drawing/colourPalette'
import { picture } from '../drawing/renderPicture'
import { writeSvg } from '../drawing/writeSvg'
import { citationsOf, recipeText } from '../formats/export/evidenceText'
import type { Part, Recipe } from '../formats/format'
import type { Placed } from '../layout/layoutInput'

/** A part with its nodes at these places as SVG, on a light sheet 1400 pixels wide, with the recipe and the sources below. */
export function svgOf(part: Part, recipe: Recipe, { places, guides }: Placed): string {
  const said = recipeText(recipe)
  const sources = `Sources: ${citationsOf(part).join(' · ')}`
  const drawn = picture(part.graph, part, {
    width: 1400,
    palette: palettes.light,
    language: 'en',
    measure: roughMeasure,
    places,
    guides,
    caption: [said, sources],
  })
  return writeSvg(drawn, { title: recipe.dataset.title, description: `${said}\n${sources}` })
}
