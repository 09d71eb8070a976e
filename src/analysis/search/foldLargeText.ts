/** Combining marks on a Latin letter: all of them, and those of the block that holds nearly all. */
const marks = /\p{Mn}+(?<=\p{Script=Latin}\p{Mn}+)/gu
const commonMarks = /[\u0300-\u036f]+(?<=\p{Script=Latin}[\u0300-\u036f]+)/gu
/** Anything beyond plain Latin and the common marks. */
const uncommon = /[^\0-\u036f]/

/**
 * The same as `foldCaseAndDiacritics` in model/nodeNames, for megabytes of text: decomposes, strips the marks and composes
 * the text as a whole, which the engine does 10 times faster than letter by letter.
 */
export function foldLargeText(text: string): string {
  const decomposed = text.normalize('NFKD')
  return decomposed
    .replace(uncommon.test(decomposed) ? marks : commonMarks, '')
    .normalize('NFC')
    .toLowerCase()
}
