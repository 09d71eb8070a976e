import type { Node } from './records'

export type Language = 'en' | 'ja'

/** Without diacritics, keeping case: Ryōsei becomes Ryosei. Japanese keeps its voicing marks. */
export const plain = (text: string): string =>
  text.replace(/\p{Script=Latin}\p{Mn}*/gu, (letter) => letter.normalize('NFD').replace(/\p{Mn}/gu, ''))

/** Without diacritics and case, so that "Ryosei" and "ryōsei" are one; full-width and half-width letters become plain. */
export const fold = (text: string): string => plain(text.normalize('NFKC')).toLowerCase()

/**
 * Every name that a node answers to, each once: label, Japanese, kana, acronym, aliases; a person's name in both
 * orders; and each of these without diacritics.
 */
export function namesOf({ label, ja, kana, acronym, aliases, family, given }: Node): string[] {
  const orders = family && given ? [`${family} ${given}`, `${given} ${family}`] : []
  const names = [label, ...orders, ja, kana, kana?.replaceAll(' ', ''), acronym, ...(aliases ?? [])]
  const written = names.filter((name) => name !== undefined)
  return [...new Set([...written, ...written.map(plain)])]
}

/** The label in the wished language, or the one that there is. */
export const labelIn = (language: Language, { label, ja }: { label: string; ja?: string | undefined }): string =>
  language === 'ja' ? (ja ?? label) : label
