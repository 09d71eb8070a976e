import { english } from './englishFormatter'
import type { Language } from './language'
import { canvasEn } from './canvas.en'
import { filterEn } from './filter.en'
import { frameEn } from './frame.en'
import { inspectorEn } from './inspector.en'
import { layoutsEn } from './layouts.en'
import { listEn } from './list.en'
import { termsEn } from './terms.en'

/** What the first view says in English; loaded as one. */
export const textsEn = {
  language: 'en' as Language,
  format: english,
  frame: frameEn,
  canvas: canvasEn,
  layouts: layoutsEn,
  filter: filterEn,
  inspector: inspectorEn,
  list: listEn,
  terms: termsEn,
}

/** The texts that are always there, in one language: an argument of every function that makes text. */
export type Texts = Readonly<typeof textsEn>
