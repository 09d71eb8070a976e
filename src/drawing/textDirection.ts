/** The first letter, or mark of direction, of a text: it says which way the text runs (UAX 9, rules P2 and P3). */
const firstStrong = /[\p{L}\u200e\u200f\u061c]/u
const rightToLeft =
  /[\u200f\u061c\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u

/** Whether a text runs from right to left, by its first letter, as `dir="auto"` decides. */
export function isRightToLeft(text: string): boolean {
  const first = firstStrong.exec(text)
  return first !== null && rightToLeft.test(first[0])
}
