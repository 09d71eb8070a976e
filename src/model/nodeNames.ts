import type { Language } from '../messages/language'
import type { Node } from './records'

/** Removes diacritics from Latin letters and keeps case: Ryōsei becomes Ryosei. Kana keep their voicing marks. */
export const stripDiacritics = (text: string): string =>
  text.replace(/\p{Script=Latin}\p{Mn}*/gu, (letter) => letter.normalize('NFD').replace(/\p{Mn}/gu, ''))

/** Removes diacritics, case and letter width (NFKC), so that "Ryosei" and "ryōsei" compare as equal. */
export const foldCaseAndDiacritics = (text: string): string => stripDiacritics(text.normalize('NFKC')).toLowerCase()

/** The fields of a node that name it. */
export type NodeNameFields = Pick<Node, 'label' | 'ja' | 'kana' | 'acronym' | 'aliases' | 'family' | 'given'>

/** A node's names as people write them, without repeats: label, a person's name in both orders, Japanese, kana, acronym, aliases. */
export function nodeNamesAsWritten({ label, ja, kana, acronym, aliases, family, given }: NodeNameFields): string[] {
  const orders = family && given ? [`${family} ${given}`, `${given} ${family}`] : []
  const names = [label, ...orders, ja, kana, kana?.replaceAll(' ', ''), acronym, ...(aliases ?? [])]
  return [...new Set(names.filter((name) => name !== undefined))]
}

/** Every name that finds a node, without repeats: the written names, and each of them without diacritics. */
export function allNodeNames(node: NodeNameFields): string[] {
  const written = nodeNamesAsWritten(node)
  return [...new Set([...written, ...written.map(stripDiacritics)])]
}

/** The Japanese text for Japanese readers if there is one, else the English text. */
export const textInLanguage = <English extends string | undefined>(
  language: Language,
  english: English,
  japanese: string | undefined,
): English | string => (language === 'ja' ? (japanese ?? english) : english)

/** A record's label in the reader's language, or the one that it has. */
export const labelInLanguage = (
  language: Language,
  { label, ja }: { label: string; ja?: string | undefined },
): string => textInLanguage(language, label, ja)
