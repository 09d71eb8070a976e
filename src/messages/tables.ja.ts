import { japanese } from './japaneseFormatter'
import type { TablesMessages } from './tables.en'

const { integer, list, quote } = japanese

type CellsOf = Parameters<TablesMessages['cellsOf']>[0]

const cellSentences: Readonly<Record<CellsOf['kind'], (cells: CellsOf) => string>> = {
  assumedCurrency: ({ count, example, currency }) =>
    `通貨のない金額${integer(count)}件（例：${quote(example)}）を、列にある唯一の通貨${currency}として読み取りました`,
  noCurrency: ({ count, example }) => `${integer(count)}件の金額に通貨がありません（例：${quote(example)}）`,
  amountNotRead: ({ count, example }) =>
    `金額ではないセル${integer(count)}件を注記に残しました（例：${quote(example)}）`,
  amountAmbiguous: ({ count, example }) =>
    `${quote(example)}のような金額${integer(count)}件を、桁区切りのある数として読み取りました`,
  dateNotRead: ({ count, example }) => `日付ではないセル${integer(count)}件を注記に残しました（例：${quote(example)}）`,
  dateAmbiguous: ({ count, example, order }) =>
    `${quote(example)}のような日付${integer(count)}件を、${order === 'day' ? '日' : '月'}が先のものとして読み取りました`,
  statusNotRead: ({ count, example }) =>
    `確度として読めないセル${integer(count)}件を注記に残し、「報道・伝聞」としました（例：${quote(example)}）`,
  noSource: ({ count }) => `${integer(count)}行に出典がないため、この表そのものを出典としました`,
  otherType: ({ count, example }) =>
    `前の行と種類が異なるセルが${integer(count)}件あり、最初のものを使いました（例：${quote(example)}）`,
  inNote: ({ count, example }) =>
    `同じエッジについての後の行のセル${integer(count)}件を注記に残しました（例：${quote(example)}）`,
}

export const tablesJa: TablesMessages = {
  dialog: {
    title: ({ count }) => (count === 1 ? '表の内容を指定' : '各表の内容を指定'),
    size: ({ columns, rows }) =>
      `${integer(columns)}列、先頭の${integer(rows)}行を表示しています。このブラウザの中だけで読み取ります。`,
    rowKinds: {
      nodes: '各行がノード',
      edges: '各行がエッジ',
      matrix: '隣接行列',
      lists: 'ノードとその隣接ノード',
      skip: 'この表を無視',
    },
    rowsOf: '行の内容：',
    firstRowsOf: '先頭の行：',
    edgesHaveDirection: 'エッジに向きがある（始点から終点へ）',
    hasHeader: '先頭行を列名として使用',
    meaningOf: '列の意味：',
    encoding: '文字コード',
    encodingFrom: { mark: 'ファイルに記載', guess: '推定', default: '正しく読めます', choice: '選択' },
    separator: '区切り文字',
    separators: { ',': ', コンマ', ';': '; セミコロン', '\t': 'タブ', '|': '| 縦線', ' ': '空白' },
    quote: '引用符',
    quotes: {
      '"doubled': '" 二重に書く',
      '"backslash': '\\" 前に逆斜線',
      "'doubled": "' 一重引用符",
      doubled: 'なし',
    },
    header: '先頭行',
    headers: { names: '列名', cells: '他の行と同じ' },
    currency: '通貨のない金額',
    noCurrency: '通貨なし',
    dateOrder: '4/6/2022のような日付',
    dateOrders: { auto: '列に合わせる', day: '日が先', month: '月が先' },
    statements: '各行は、出典・日付・金額・確度のある記述になります。',
    remember: '同じ列の表のために覚えておく',
    remembered: '同じ列の表で前に選んだ内容を使っています。',
    columnRoles: {
      id: 'ID',
      label: '名前',
      type: '種別',
      x: 'x座標',
      y: 'y座標',
      latitude: '緯度',
      longitude: '経度',
      source: '始点',
      target: '終点',
      sourceType: '始点の種別',
      targetType: '終点の種別',
      sourceLabel: '始点の名前',
      targetLabel: '終点の名前',
      relation: '関係名',
      weight: '重み',
      direction: '向き',
      amount: '金額',
      currency: '通貨',
      date: '日付・期間',
      until: '期間の終わり',
      document: '出典',
      locator: '出典の箇所',
      status: '確度',
      note: '注記',
      column: '列として保持',
      skip: '無視',
    },
    paste: '表を貼り付け',
    pasteHint: '表計算ソフトの行やエッジのリストを貼り付けます。ページのどこででも貼り付けられます。',
    pastedText: '貼り付けたテキスト',
    openPasted: '貼り付けた表を開く',
    pastedName: '貼り付けた表.csv',
  },
  encodingGuessed: ({ table, encoding }) =>
    `${table}：UTF-8ではないため、文字が最も自然になる${encoding}として読み取りました。`,
  cellsWithoutWeight: '行列のうち、数ではないセルは無視しました。',
  emptyRowsIgnored: '空の行は無視しました。',
  matrixRead: ({ table, size, symmetric }) =>
    `${table}：${integer(size)}個のノードの隣接行列です。${symmetric ? '対称なので、エッジに向きはありません。' : 'エッジは行から列へ向かいます。'}`,
  listsRead: ({ table, lines, symmetric }) =>
    `${table}：${integer(lines)}行の隣接リストです。${symmetric ? 'どのエッジも両方向にあるので、向きはありません。' : 'エッジは行の最初のセルから他のセルへ向かいます。'}`,
  statementsRead: ({ table, statements, edges, sources }) =>
    `${table}：各行を記述として読み取りました。記述${integer(statements)}件、エッジ${integer(edges)}本、出典${integer(sources)}件です。`,
  cellsOf: (cells) => `${cells.table}の${quote(cells.column)}：${cellSentences[cells.kind](cells)}。`,
  idsKeptApart: ({ tables, example }) =>
    `${list(tables)}では同じIDが別のものを指すため、IDの前に表の名前を付けました（例：${quote(example)}）。`,
  tablesRefer: ({ table, column, other }) =>
    `${table}：${quote(column)}は${other}のIDなので、各セルをその行へのエッジとしました。`,
}
