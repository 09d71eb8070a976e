import { japanese } from './japaneseFormatter'
import type { ReadFaultsMessages } from './readFaults.en'
import { unreadKindsJa } from './unreadKinds.ja'

const quoted = (texts: readonly string[]): string => texts.map((text) => `「${text}」`).join('')

export const readFaultsJa: ReadFaultsMessages = {
  exportAgain: '作成元のプログラムからファイルを書き出し直してください。',
  endsTooEarly: 'ファイルが途中で終わっています。',
  endsTooEarlyAt: ({ detail }) => `ファイルが途中で終わっています。${detail}`,
  invalidUtf8: 'テキストがUTF-8として正しくありません。',
  invalidUtf8InLine: ({ line }) =>
    `テキストがUTF-8として正しくありません（最初の箇所：${japanese.integer(line)}行目）。`,
  invalidInEncoding: ({ encoding }) => `テキストが文字コード${encoding}として正しくありません。`,
  saveAsUtf8: 'ファイルをUTF-8で保存してください。',
  invalidJson: 'JSONの構文が正しくありません。',

  emptyFile: 'ファイルが空です。',
  chooseCompleteFile: '別のファイルを選んでください。このファイルは最後まで保存されていない可能性があります。',
  noNodesOrEdges: ({ formats }) => `ファイルにノードもエッジもありません（${formats}として読み込み）。`,
  chooseGraphFile: 'グラフを含むファイルを選んでください。',
  unrecognisedFormat: 'ファイルの形式を判別できません。',
  kizunaOpens: ({ formats }) => `Kizunaで開ける形式は、${japanese.list(formats)}です。`,
  notAGraphFile: ({ kind }) => `これは${kind}で、グラフのファイルではありません。`,
  unreadFormat: ({ kind }) => `${unreadKindsJa[kind][0]}であり、Kizunaでは開けません。`,
  unreadRemedy: ({ kind }) => unreadKindsJa[kind][1],
  unknownXml: ({ root }) => `Kizunaが対応していない種類のXMLです（ルート要素は<${root}>）。`,
  unknownJson: ({ keys }) =>
    keys.length === 0
      ? 'ノードやエッジのリストが見つからないJSONです。'
      : `ノードやエッジのリストが見つからないJSONです（キー：${keys.map((key) => `「${key}」`).join('、')}）。`,
  pngImage: 'PNG画像',
  jpegImage: 'JPEG画像',
  gifImage: 'GIF画像',
  pdfDocument: 'PDF文書',
  nestedZip: '圧縮ファイルの中のZIPファイル',
  nestedGzip: '圧縮ファイルの中のgzipファイル',
  notWithOtherFiles: 'Kizuna JSONは、ほかのファイルと一緒に開くことができません。',
  openAlone: 'このファイルだけを開いてください。',

  emptyArchive: 'ZIPファイルの中にグラフのファイルがありません。',
  archiveTooLarge: '展開後のサイズが2 GBを超えています。',
  emptyZip: 'ZIPファイルが空です。',
  tooManyEntries: ({ count, limit }) =>
    `ZIPファイルの中のファイルは${japanese.integer(count)}個ですが、読み込めるのは${japanese.integer(limit)}個までです。`,
  gzipCutOff: 'gzipファイルが途中で切れています。',
  gzipDamaged: 'gzipファイルが壊れています。チェックサムが一致しません。',
  damagedEntry: ({ entry }) => `ZIPファイルの中の${entry}が壊れています。チェックサムまたは長さが一致しません。`,
  encryptedZip: ({ entry }) => `ZIPファイルが暗号化されています（${entry}）。`,
  unpackWithPassword: 'パスワードで展開してから、必要なファイルを開いてください。',
  unknownZipMethod: ({ entry, method }) => `ZIPファイルの中の${entry}は、対応していない圧縮方式（${method}）です。`,
  textTooLarge: ({ megabytes }) =>
    `この形式のファイルとしては大きすぎます。読み込めるテキストは${japanese.integer(megabytes)} MBまでです。`,
  splitOrOtherFormat: 'より大きなファイルを扱えるCSV、GEXF、GraphMLで保存するか、分割してください。',
  unpackFirst: '展開してから、必要なファイルを開いてください。',
  brokenArchive: '圧縮ファイルが壊れているか、途中で切れています。',
  saveOrDownloadAgain: 'ファイルを保存し直すか、もう一度ダウンロードしてください。',

  mostRowsShort: 'ほとんどの行のセルの数が、先頭行より大幅に少なくなっています。',
  evenRows: 'すべての行のセルの数をそろえるか、別のファイルを選んでください。',
  brokenQuotes: '引用符の対応が正しくありません。',
  unclosedQuote: '引用符が閉じていません',
  textAfterQuote: '閉じ引用符の後に文字があります',
  exportTablesAgain: 'Kizunaから表を書き出し直してください。',
  inRow: ({ row, fault }) => `${row}行目：${fault}`,
  correctRow: '表計算ソフトでこの行を修正するか、Kizunaから表を書き出し直してください。',

  filesLeftOut: ({ count, example }) =>
    `グラフではないファイル${japanese.integer(count)}件は読み込みませんでした（例：${japanese.quote(example)}）。`,

  missingVersion: 'Kizuna JSONのバージョンがありません。',
  unsupportedVersion: ({ version }) => `Kizuna JSONのバージョン${version}には対応していません（対応バージョン：1）。`,
  unreadableProject: 'プロジェクトの記述を読み取れないか、新しい版のものです',
  fileMissingInProject: ({ name }) => `プロジェクトにファイル${name}がありません`,
  openWithNewerKizuna: '新しいバージョンのKizunaで開いてください。',
  correctKizunaJson: 'Kizunaからファイルを書き出し直すか、テキストエディターで修正してください。',

  missingField: ({ field }) => `「${field}」がありません。`,
  invalidField: ({ field }) => `「${field}」の値が正しくありません。`,
  invalidRecord: 'レコードの形式が正しくありません。',
  unknownFields: ({ fields }) => `未知の項目${quoted(fields)}があります。`,
  wrongKind: ({ field, kind }) => `「${field}」の値は${kind}でなければなりません。`,
  notOneOf: ({ field, values }) => `「${field}」の値は${japanese.list(values, 'or')}でなければなりません。`,
  invalidId: ({ field }) => `「${field}」のIDに使えるのは、英小文字と数字、それらをつなぐハイフンだけです。`,
  tooShort: ({ field, limit }) => `「${field}」の長さが最小の${japanese.integer(limit)}より短くなっています。`,
  tooLong: ({ field, limit }) => `「${field}」の長さが最大の${japanese.integer(limit)}を超えています。`,
  tooSmall: ({ field, limit }) => `「${field}」の値は${japanese.number(limit)}以上でなければなりません。`,
  tooLarge: ({ field, limit }) => `「${field}」の値は${japanese.number(limit)}以下でなければなりません。`,
  text: 'テキスト',
  number: '数値',
  boolean: 'trueまたはfalse',
  list: 'リスト',
  object: 'オブジェクト',

  node: 'ノード',
  edge: 'エッジ',
  statement: '記述',
  source: '出典',
  dispute: '見解の相違',
  duplicateId: ({ kind, id }) => `${kind}のID「${id}」が重複しています。`,
  unknownReference: ({ kind, id, targetKind, target }) =>
    `${kind}「${id}」が参照する${targetKind}「${target}」が見つかりません。`,
  noObjectOrValue: ({ id }) => `記述「${id}」に目的語も値もありません。`,
  wrongStatementList: ({ id }) => `「${id}」が挙げる記述と、実際にそれについての記述が一致しません。`,
  unlistedStatement: ({ id, target }) => `記述「${id}」の対象「${target}」がファイルにありません。`,
}
