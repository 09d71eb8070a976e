import type { Language } from '../../messages/language'

const japaneseLetters = /[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]/

/**
 * The `lang` of a text from the data, if it is not in the page's language, so that a screen reader pronounces it
 * correctly: text with kana or kanji is Japanese, text with Latin letters only is English.
 */
export function langAttribute(text: string, pageLanguage: Language): Language | undefined {
  if (pageLanguage === 'en') return japaneseLetters.test(text) ? 'ja' : undefined
  return japaneseLetters.test(text) || !/\p{Script=Latin}/u.test(text) ? undefined : 'en'
}
