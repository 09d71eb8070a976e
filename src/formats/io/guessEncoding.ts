/** Encodings of text that a file is tried in, and that a person can choose, by their names in the Encoding Standard. */
export const textEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'koi8-r',
  'shift_jis',
  'euc-jp',
  'gbk',
  'big5',
  'euc-kr',
] as const

/** Number of bytes that encodings are tried on. */
const triedLength = 1 << 18
/** Minimum score for a byte that is not ASCII: below it no encoding gives text that people write. */
const minScore = 0.2

/** Kanji, hanzi and hangul that are frequent, and differ where the encodings of China and Japan give other signs. */
const frequentJapanese = new Set(
  '東京大阪日本会社県市区人関係種類年月名前氏住所株式出資金額先元山田川口中村支払企業団体組織個役員',
)
const frequentChinese = new Set(
  '的是不了在有我他这为之来个上们到说国和地出道也中年公司关系类型名称来源目标日期金额银行大学集团有限北京海广州市人法定代表股东投资',
)
const frequentTraditional = new Set(
  '的是不了在有我他這為之來個上們到說國和地出道也中年公司關係類型名稱來源目標日期金額銀行大學集團有限臺台北高雄灣市人',
)
const frequentRussian = new Set('оеаинтсрвлкмдпу')

/** The score of a letter between its neighbours, per byte. */
type ScoreOf = (letter: string, before: string, after: string) => number

const isLetter = (text: string): boolean => /\p{L}/u.test(text)
const isUpper = (text: string): boolean => /\p{Lu}/u.test(text)
const isLower = (text: string): boolean => /\p{Ll}/u.test(text)
const isAscii = (text: string): boolean => text <= '\x7f'

/** Letters of one alphabet: a capital after a small letter, and a letter beside one of another alphabet, are unlikely. */
const alphabet =
  (own: RegExp, frequent: ReadonlySet<string>, other: RegExp): ScoreOf =>
  (letter, before, after) => {
    if (!own.test(letter)) return /[«»–—“”„‘’…№°§€\u00a0]/.test(letter) ? 0.4 : -2
    if (other.test(before) || other.test(after)) return -1.5
    if (isUpper(letter) && isLower(before)) return -1.5
    if (isLower(letter) && isUpper(before) && isUpper(after)) return -1.5
    return frequent.has(letter.toLowerCase()) ? 1.8 : 1.1
  }

const isSignInText = (letter: string): boolean => /[«»–—“”„‘’…°§€£©®™\u00a0½¼²·•´¡¿]/.test(letter)

/** Latin letters with marks stand between letters without; signs inside of words are unlikely. */
const latin =
  (usual: RegExp): ScoreOf =>
  (letter, before, after) => {
    const isInside = isLetter(before) && isLetter(after)
    if (!isLetter(letter) || /[ªºµƒ]/.test(letter)) return isSignInText(letter) && !isInside ? 0.5 : -2
    const isCrowded = isInside && !isAscii(before) && !isAscii(after)
    if (isCrowded || (isUpper(letter) && isLower(before))) return -1.5
    return usual.test(letter) ? 1.4 : 0.2
  }

const isKana = (letter: string): boolean => /[\u3041-\u30ff]/.test(letter)
const isPrivate = (letter: string): boolean => /[\ue000-\uf8ff]/.test(letter)
const isHalfWidth = (letter: string): boolean => /[\uff61-\uff9f]/.test(letter)

/** Signs of two bytes: `usual` are the frequent ones, `frequent` the most frequent. */
const signs =
  (frequent: ReadonlySet<string>, kana: number): ScoreOf =>
  (letter, before) => {
    if (isPrivate(letter) || isHalfWidth(letter)) return -3
    if (isKana(letter)) return kana
    if (frequent.has(letter)) return 2
    if (/[\u3000-\u303f\uff01-\uff5e]/.test(letter)) return 0.8
    if (/[a-z]/i.test(before)) return -0.8
    return /[\u4e00-\u9fff]/.test(letter) ? 0.7 : -1
  }

const hangul: ScoreOf = (letter) => (/[\uac00-\ud7a3]/.test(letter) ? 1.3 : /[\u3000-\u303f]/.test(letter) ? 0.5 : -1)

const cyrillic = alphabet(/[А-яЁёІіЇїЄєҐґЎў]/, frequentRussian, /[a-z]/i)

const candidates: readonly (readonly [(typeof textEncodings)[number], ScoreOf])[] = [
  ['windows-1252', latin(/[äöüßÄÖÜéèêëàâçîïôûùœæÉÀÈÇñáíóúÑÁÍÓÚãõâêåøÅØ]/)],
  ['windows-1250', latin(/[ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽőűŐŰäöüßÄÖÜđĐ]/)],
  ['windows-1251', cyrillic],
  ['koi8-r', cyrillic],
  ['shift_jis', signs(frequentJapanese, 1.6)],
  ['euc-jp', signs(frequentJapanese, 1.6)],
  ['gbk', signs(frequentChinese, -0.4)],
  ['big5', signs(frequentTraditional, -0.4)],
  ['euc-kr', hangul],
]

/**
 * Guesses the encoding of text that is not UTF-8 by decoding it in each and scoring the letters beyond ASCII. Undefined if
 * none gives likely text, or if the text is UTF-8 with a few broken bytes.
 */
export function guessEncoding(all: Uint8Array): string | undefined {
  const bytes = all.subarray(0, triedLength)
  if (bytes.some((byte) => byte < 9)) return undefined
  const replaced = new TextDecoder().decode(bytes)
  const beyond = replaced.replace(/\p{ASCII}/gu, '')
  const broken = beyond.split('\ufffd').length - 1
  if (beyond.length - broken > broken) return undefined
  const scored = candidates.flatMap(([encoding, scoreOf]) => {
    const score = scoreIn(bytes, all.length > bytes.length, encoding, scoreOf)
    return score === undefined ? [] : [{ encoding, score }]
  })
  const best = scored.toSorted((one, other) => other.score - one.score)[0]
  return best && best.score >= minScore ? best.encoding : undefined
}

/** The mean score of a byte beyond ASCII; undefined if the bytes are not valid in the encoding. */
function scoreIn(bytes: Uint8Array, isCut: boolean, encoding: string, scoreOf: ScoreOf): number | undefined {
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isCut })
  } catch {
    return undefined
  }
  let sum = 0
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!
    if (isAscii(letter)) continue
    sum += scoreOf(letter, text[at - 1] ?? ' ', text[at + 1] ?? ' ')
    count++
  }
  return count === 0 ? undefined : sum / count
}

/** UTF-16 without its mark, by the zero bytes of Latin letters and line ends; undefined for other text. */
export function utf16WithoutMark(all: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const bytes = all.subarray(0, 1 << 12)
  const length = bytes.length - (bytes.length % 2)
  if (length < 4) return undefined
  let [even, odd] = [0, 0]
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++
    if (bytes[at + 1] === 0) odd++
  }
  const pairs = length / 2
  if (odd > pairs / 8 && even === 0) return 'utf-16le'
  return even > pairs / 8 && odd === 0 ? 'utf-16be' : undefined
}
