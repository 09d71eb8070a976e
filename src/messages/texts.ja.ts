import type { Texts } from './texts.en'
import { japanese } from './japaneseFormatter'
import { canvasJa } from './canvas.ja'
import { filterJa } from './filter.ja'
import { frameJa } from './frame.ja'
import { inspectorJa } from './inspector.ja'
import { layoutsJa } from './layouts.ja'
import { listJa } from './list.ja'
import { termsJa } from './terms.ja'

/** What the first view says in Japanese; loaded as one. */
export const textsJa: Texts = {
  language: 'ja',
  format: japanese,
  frame: frameJa,
  canvas: canvasJa,
  layouts: layoutsJa,
  filter: filterJa,
  inspector: inspectorJa,
  list: listJa,
  terms: termsJa,
}
