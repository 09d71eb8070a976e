import { japanese } from './japaneseFormatter'
import type { ValueTypesMessages } from './valueTypes.en'

const { integer, list, quote } = japanese

export const valueTypesJa: ValueTypesMessages = {
  idsQuoted:
    '同じ表記のIDが、文字列と、数値または真偽値の両方でファイルにあります。文字列のほうのIDは引用符を付けて区別しました。',
  nonFiniteTokens: ({ file, count, example }) =>
    `${file}：${quote(example)}など、JSONの数値ではない値${integer(count)}件を空欄にしました。`,
  mixedTypes: ({ column }) =>
    `列${quote(column)}には数値・真偽値・テキストが混在しているため、すべてテキストとして読み込みました。`,
  writtenNumbers: ({ table, column, example }) =>
    `${table}：列${quote(column)}は、${quote(example)}のような表記を数値として読み込みました。`,
  gapWords: ({ table, column, count, words }) =>
    `${table}：列${quote(column)}の${list(words.map(quote))}（${integer(count)}件）は空欄として扱いました。`,
  digitsKept: ({ column, count, example }) =>
    `列${quote(column)}：${quote(example)}など、計算の精度を超える桁数の数値が${integer(count)}件あります。表示と書き出しでは全桁を保ち、比較には丸めた値を使います。`,
}
