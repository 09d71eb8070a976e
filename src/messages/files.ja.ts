import type { FilesMessages } from './files.en'
import { japanese } from './japaneseFormatter'

const { integer, list, quote } = japanese

/** 「a.gexf」「a.gexf、b.gexf」「a.gexfほか3件」 */
const fileNames = (names: readonly string[]): string =>
  names.length < 3 ? list(names) : `${names[0]}ほか${integer(names.length - 1)}件`

const repairNouns = {
  'similar ids': '型だけが異なるID',
  'duplicate nodes': '重複したノード',
  'duplicate edges': '重複したエッジ',
  'dangling edges': '端点のないエッジ',
  'uneven rows': '列数の異なる行',
  'broken quotes': '不正な引用符',
  'cut off': '途中で切れた箇所',
  'left out': '読み込まなかった項目',
} as const

const roleNouns = {
  id: 'ID',
  label: '名前',
  type: '種別',
  source: 'エッジの始点',
  target: 'エッジの終点',
  relation: '関係名',
  weight: '重み',
  direction: '向き',
  sourceType: '始点の種別',
  targetType: '終点の種別',
  sourceLabel: '始点の名前',
  targetLabel: '終点の名前',
  amount: '金額',
  currency: '通貨',
  date: '日付',
  until: '期間の終わり',
  document: '出典',
  locator: '出典の箇所',
  status: '確度',
  note: '注記',
} as const

export const filesJa: FilesMessages = {
  openDialog: {
    title: 'グラフを開く',
    introduction:
      'ファイルを選択するか、ページ上の任意の場所にドロップしてください。関連する複数のファイルもまとめて開けます。ファイルはこのブラウザー内だけで読み込まれ、外部には送信されません。gzipとzipは自動で展開されます。',
    chooseFile: 'ファイルを選択',
    graphFile: 'グラフファイル',
    fromAddress: 'またはURLから開く',
    open: '開く',
    openNow: '現在開いているデータ：',
    counts: ({ nodes, edges, figures, statements, sources }) =>
      [
        `ノード${integer(nodes)}件`,
        `関係${integer(edges)}件`,
        figures > 0 ? `数値${integer(figures)}件` : '',
        statements > 0 ? `記述${integer(statements)}件` : '',
        sources > 0 ? `出典${integer(sources)}件` : '',
      ]
        .filter((text) => text !== '')
        .join('、'),
    licence: ({ licence }) => `ライセンス：${licence}`,
    version: ({ version }) => `バージョン ${version}`,
  },
  cancel: 'キャンセル',

  downloading: 'ダウンロード中',
  downloadingFile: ({ name }) => `${name}をダウンロード中`,
  reading: '読み込み中',
  drawingGraph: ({ nodes, edges }) => `ノード${integer(nodes)}件、エッジ${integer(edges)}件を描画中`,
  writing: 'ファイルを書き出し中',

  fileNames: ({ names }) => fileNames(names),
  opened: ({ names }) => `${fileNames(names)}を開きました`,
  openedDetails: ({ nodes, edges, types, statements, repairs }) =>
    [
      `ノード${integer(nodes)}件、エッジ${integer(edges)}件、種別${integer(types)}件。`,
      statements > 0
        ? `根拠となる記述が${integer(statements)}件あります。`
        : '記述がないため、確度・出典・一致の状況は表示されません。',
      repairs > 0 ? `ファイル内の問題${integer(repairs)}件を修復しました。` : '',
    ].join(''),
  showReport: '読み込みレポート',
  notOpened: ({ names }) => `${fileNames(names)}を開けませんでした`,
  staysOpen: ({ title, japaneseTitle }) => `${japaneseTitle || title}は変更されず、開いたままです。`,
  readingStopped: 'ファイルの読み込みを中止しました',
  positionInFile: ({ file, line, column }) => {
    const position = [
      line === undefined ? '' : `${integer(line)}行目`,
      column === undefined ? '' : `${integer(column)}文字目`,
    ]
    return [file ?? '', position.join('')].filter((part) => part !== '').join('、')
  },

  report: {
    title: '読み込みレポート',
    readAs: '読み込み形式',
    nodes: 'ノード',
    nodesWithType: '種別あり',
    nodesWithPosition: '位置あり',
    edges: 'エッジ',
    edgesWithRelation: '関係名あり',
    dated: '日付あり',
    sourced: '出典あり',
    none: 'なし',
    all: 'すべて',
    share: ({ part, whole }) => `${integer(whole)}件中${integer(part)}件`,
    guesses: '推定した内容',
    gaps: '不足している情報',
    columns: '列',
    columnOf: { node: 'ノードの列', edge: 'エッジの列' },
    columnKinds: { category: 'カテゴリー', text: 'テキスト', number: '数値', list: 'リスト', skip: '無視' },
    columnKind: '列の型：',
    meaning: '列の意味',
    roles: { type: 'ノードの種別', predicate: 'エッジの関係名', label: 'ノードの名前' },
    noRole: { type: 'なし', predicate: 'なし', label: 'なし（IDを表示）' },
    asInFile: 'ファイルのとおり',
    columnNamed: ({ column }) => `列${quote(column)}`,
    columnGuessed: ({ column }) => `推定：列${quote(column)}`,
    asRead: '現在の読み込み方',
    joinDuplicates: ({ count }) => (count === 1 ? '1つのノードに統合' : 'それぞれ1つのノードに統合'),
    separateDuplicates: '別々のノードのまま',
    addMissing: ({ count }) => (count === 1 ? '不足しているノードを追加' : '不足しているノードをすべて追加'),
    dropDangling: ({ count }) => (count === 1 ? 'このエッジを無視' : 'これらのエッジを無視'),
    readAgain: 'この設定で再読み込み',
    done: '完了',
  },

  unparsedValues: ({ count, example }) =>
    count === 1
      ? `数値ではない値1件を除外しました：${quote(example)}`
      : `数値ではない値${integer(count)}件を除外しました（例：${quote(example)}）。`,

  chooseEdgeEnds: 'エッジの始点と終点の列を選択してください。',

  typesFromColumn: ({ column }) => `ノードの種別は列${quote(column)}から読み取りました。`,
  relationsFromColumn: ({ column }) => `関係名は列${quote(column)}から読み取りました。`,
  relationsFromEdgeLabels: '関係名はエッジのラベルから読み取りました。',
  labelsFromName: 'ノードのラベルは`name`から読み取りました。',
  linkEndsAreIndexes: 'リンクは、ノードをリスト内の番号で参照しています。',
  tableRowsGuessed: ({ table, rows, header, columns }) => {
    const what = `${table}${header ? '' : '（見出し行なし）'}：各行が${rows === 'edges' ? 'エッジ' : 'ノード'}`
    return columns.length === 0 ? `${what}。` : `${what}。${columns.join('、')}。`
  },
  columnRoleGuessed: ({ column, role }) => `${quote(column)}は${roleNouns[role] ?? role}`,
  rowsNumbered: ({ table }) => `${table}：IDの列がないため、行番号を使用しました。`,
  decimalComma: ({ table, column }) => `${table}：${quote(column)}の数値は小数点にコンマを使っています。`,
  listsSeparated: ({ table, column, separator }) =>
    `${table}：${quote(column)}は${quote(separator)}で区切られたリストです。`,
  commentLinesSkipped: ({ table }) => `${table}：先頭のコメント行を読み飛ばしました。`,

  repairCount: ({ kind, count }) => `${repairNouns[kind] ?? kind}：${integer(count)}件`,
  duplicateNodesJoined: '同じIDのノードを統合しました。値が2つある場合は最初の値を採用しています。',
  duplicateNodesSeparated: '2つ目以降を別のノードにしました。エッジは最初のノードにつながります。',
  duplicateEdgesRenamed: '2つ目以降のエッジに新しいIDを付けました。',
  danglingEndsAdded: '不足しているノードを、種別なしで追加しました。',
  danglingEdgesDropped: '存在しないノードにつながるエッジを除外しました。',
  unevenRowsFilled: '足りないセルは空とし、余分なセルは無視しました。',
  quotesKept: '引用符をそのままの文字として読み込みました。',
  rowsWithoutIdIgnored: 'IDのない行を無視しました。',
  rowsWithoutEndIgnored: '両端がそろっていない行を無視しました。',
  nodesWithoutIdIgnored: 'IDを持つオブジェクトではないノードを無視しました。',
  edgesWithoutEndsIgnored: '両端を持つオブジェクトではないエッジを無視しました。',
  keysIgnored: 'キーの種類が多すぎるため、先頭のものだけを読み込みました。',
  exampleEnd: ({ id }) => `端点${quote(id)}`,
  exampleRow: ({ table, row }) => `${table}、${integer(row)}行目`,
  exampleQuote: ({ row, detail }) => `${integer(row)}行目：${detail}`,
  exampleUnevenRow: ({ table, line, cells, columns }) =>
    `${table}、${integer(line)}行目：セル${integer(cells)}個（列数は${integer(columns)}）`,
  exampleNode: ({ number }) => `${integer(number)}番目のノード`,
  exampleEdge: ({ number }) => `${integer(number)}番目のエッジ`,

  noTypes: 'ノードの種別を示す列がないため、すべてのノードが同じ見た目になります。',
  noRelations: '関係名を示す列がないため、すべてのエッジが「関連」と表示されます。',
  noPositions: 'ノードの位置がないため、レイアウトを計算します。',
  fewPositions: ({ count }) => `ノード${integer(count)}件に位置がないため、レイアウトを計算します。`,
  missingPositions: ({ count }) => `ノード${integer(count)}件に位置がないため、隣接ノードのそばに配置します。`,
  noDatesOnNodes: '日付や数値を持つノードがないため、時間順レイアウトは使えません。',
  noCoordinates: '緯度・経度がないため、地図レイアウトは使えません。',
  noSources: '出典も記述もないため、確度・一致の状況・時系列は表示されません。',
  noStatements: '記述がないため、出典は列として表示されます。確度・一致の状況・時系列は表示されません。',
  noIdColumn: 'IDの列がないため、行番号を使用します。エッジからは番号でのみ参照できます。',
  namesAsIds: 'IDの列がないため、名前で代用します。同じ名前の行は統合されます。',
  idsAsNames: '名前の列がないため、ノードはIDで表示されます。',
  noPositionColumns: '位置の列がないため、レイアウトを計算します。',
  noWeights: '重みの列がないため、すべてのエッジを同じ重みで扱います。',
  noDatesOnEdges: '日付の列がないため、エッジを期間で絞り込めません。',
}
