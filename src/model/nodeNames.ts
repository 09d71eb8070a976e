import type { Node } from './records'

import type { Language } from '../messages/language'

/** Without diacritics, keeping case: Ryōsei becomes Ryosei. Japanese keeps its voicing marks. */
export const stripDiacritics = (text: string): string =>
  text.replace(/\p{Script=Latin}\p{Mn}*/gu, (letter) => letter.normalize('NFD').replace(/\p{Mn}/gu, ''))

/** Without diacritics and case, so that "Ryosei" and "ryōsei" are one; full-width and half-width letters become plain. */
export const foldCaseAndDiacritics = (text: string): string => stripDiacritics(text.normalize('NFKC')).toLowerCase()

/** The fields of a node that name it. */
export type NodeNames = Pick<Node, 'label' | 'ja' | 'kana' | 'acronym' | 'aliases' | 'family' | 'given'>

/** The names of a node as they are written, each once: label, a person's name in both orders, Japanese, kana, acronym, aliases. */
export function nodeNamesAsWritten({ label, ja, kana, acronym, aliases, family, given }: NodeNames): string[] {
  const orders = family && given ? [`${family} ${given}`, `${given} ${family}`] : []
  const names = [label, ...orders, ja, kana, kana?.replaceAll(' ', ''), acronym, ...(aliases ?? [])]
  return [...new Set(names.filter((name) => name !== undefined))]
}

/** Every name that a node answers to, each once: those that are written, and each of them without diacritics. */
export function allNodeNames(node: NodeNames): string[] {
  const written = nodeNamesAsWritten(node)
  return [...new Set([...written, ...written.map(stripDiacritics)])]
}

/** The label in the wished language, or the one that there is. */
export const labelInLanguage = (
  language: Language,
  { label, ja }: { label: string; ja?: string | undefined },
): string => (language === 'ja' ? (ja ?? label) : label)
