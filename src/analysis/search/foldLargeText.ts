/** Marks that stand on a Latin letter: any, and those of the one block that nearly all of them are in. */
const marks = /\p{Mn}+(?<=\p{Script=Latin}\p{Mn}+)/gu
const commonMarks = /[\u0300-\u036f]+(?<=\p{Script=Latin}[\u0300-\u036f]+)/gu
/** What is neither plain Latin nor one of the common marks. */
const other = /[^\0-\u036f]/

/**
 * The same as `foldCaseAndDiacritics` in model/nodeNames, for texts of megabytes: taken apart, freed of the marks on Latin letters and put
 * together again as a whole, which the engine does 10 times faster than letter by letter.
 */
export function foldLargeText(text: string): string {
  const apart = text.normalize('NFKD')
  return apart
    .replace(other.test(apart) ? marks : commonMarks, '')
    .normalize('NFC')
    .toLowerCase()
}
