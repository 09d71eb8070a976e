import type { InspectorMessages } from './inspector.en'
import { japanese } from './japaneseFormatter'

const degrees = (value: number, positive: string, negative: string): string =>
  `${value < 0 ? negative : positive}${Math.abs(value).toFixed(2)}度`

export const inspectorJa: InspectorMessages = {
  loading: '選択内容を読み込み中…',
  clearSelection: '選択を解除',

  startHere: 'はじめに',
  startIntroduction:
    'ノードや関係を選ぶと、誰が、どの資料のどこで、いつの時点について述べているか、異なる見解があるかを確認できます。',
  startKeys: {
    list: 'グラフを一覧で読む',
    search: '英語または日本語の名称で検索',
    help: 'キーボードショートカットをすべて表示',
  },
  goodStarts: '見始めるのに適したノード',
  contestedRelations: '対立のある関係',
  shownNodes: ({ shown, total }) =>
    `${japanese.integer(total)}件のノードのうち${japanese.integer(shown)}件を表示しています。`,
  showEverything: 'すべて表示',

  copyWithSources: '出典付きでコピー',
  copied: 'コピーしました',
  copyBlocked: 'ブラウザーがコピーを許可していません',
  copyLink: 'リンクをコピー',
  copyLinkHint: 'この表示へのリンクをコピー',
  zoomToSelection: 'ここにズーム',
  zoomToNeighbourhood: '周辺にズーム',
  zoomToNeighbourhoodHint: 'このノードと隣接ノードにズーム',
  unpin: 'このノードの固定を解除',
  unpinHint: 'このノードは移動した位置に固定されています。レイアウトの位置に戻します',
  showOnlyThese: 'これらのみ表示',
  showOnlyNeighbourhoodHint: 'このノードと隣接ノードのみ表示',
  showOnlyFacetHint: ({ name }) => `「${name}」に属するもののみ表示`,

  nodeCount: ({ count }) => `ノード${japanese.integer(count)}件`,
  relationCount: ({ count }) => `関係${japanese.integer(count)}件`,
  moreItems: ({ count }) => `他${japanese.integer(count)}件`,
  showMoreOf: ({ count, total }) => `残り${japanese.integer(total)}件のうち${japanese.integer(count)}件を表示`,

  selection: '選択',
  nodes: 'ノード',
  relations: '関係',
  relationsBetween: '相互の関係',
  connectedToAll: 'すべてに隣接するノード',
  noneConnectedToAll: 'すべてに隣接するノードはありません。',

  ourTranslation: '当方訳',
  ourTranslationHint: '日本語名は当方による訳です',
  sectorsAndPlaces: '分野と場所',
  coordinates: ({ latitude, longitude }) =>
    `${degrees(latitude, '北緯', '南緯')}、${degrees(longitude, '東経', '西経')}`,
  fileColumns: 'ファイルの列',
  figures: '数値',
  otherFigures: ({ node }) => [node, 'に関するその他の数値'],
  noRelations: 'このノードに関係はありません。',
  nodeWithType: ({ name, type }) => `${name}（${type}）`,

  relationCrumb: ({ count }) => (count === 0 ? '出典のない関係' : `関係、記述${japanese.integer(count)}件`),
  showRelation: 'この関係を表示',
  noSourceGiven: '出典の記載なし',
  contested: '対立あり',
  varies: '数値に幅',
  moreStatements: ({ count }) => `他${japanese.integer(count)}件`,

  statements: '記述',
  valuesOnOneAxis: '同じ軸で見た値',
  unitsNotConverted: ({ units }) => `${japanese.list(units)}建ての数値は換算せず、下の記述に示します。`,
  rangeInAll: ({ low, high, count }) => `${count === 2 ? '両方' : 'すべて'}に共通：${low}～${high}`,
  numberRange: ({ low, high }) => `${low}～${high}`,
  numberWithUnit: ({ number, unit }) => `${number} ${unit}`,

  fields: {
    status: '確度',
    asserter: '記述者',
    date: '対象時点',
    source: '出典',
    locator: '出典内の位置',
    origin: '元の出典',
    computation: '計算',
    note: '注記',
    due: '期限',
    outcome: '結果',
  },
  asserterRoles: {
    quoted: '資料中の引用',
    author: '著者',
    publisher: '発行元',
    editors: 'データセットの編集者',
  },
  editorsOf: ({ name }) => `${name}の編集者`,
  asserterWithRole: ({ name, role }) => `${name}（${role}）`,
  openSourcePage: 'ウェブページを開く：',
  sentenceInPart: ({ part, sentence }) => `${part}、第${sentence}文`,
  repeatsSource: ({ title }) => `${japanese.quote(title)}の再掲`,
  appliesTo: ({ date }) => `対象時点：${date}`,
  calculatedAs: ({ formula }) => `計算式：${formula}`,
  factSeparator: '／',

  disputeLabel: ({ kind, title }) => `${kind}：${title}`,
  disputeKindNote: ({ kind }) => kind,
  computedDispute: '互いに矛盾する記述',
  computedDisputeReading: '記述の比較によって検出しました。解釈はまだ記録されていません。',
  affirms: ({ sentence }) => `肯定：${sentence}`,
  denies: ({ sentence }) => `否定：${sentence}`,

  verdictTitles: {
    bare: '出典の記載なし。',
    contested: '対立。',
    changed: '時期により変化。',
    varies: '数値に幅。',
    agreed: '一致。',
    computed: '計算値。',
    single: '独立した出典は一つ。',
  },
  bareExplanation: 'このファイルには、この関係の出典が示されていません。',
  contestedExplanation: 'これらの記述は互いに矛盾します。すべてを掲載し、どちらの立場も取りません。',
  changedExplanation: '後の記述が以前の記述に置き換わります。',
  agreedExplanation: ({ statements, sources }) =>
    `独立した出典${japanese.integer(sources)}件による記述が${japanese.integer(statements)}件あります。`,
  computedExplanation: 'この値を直接示す資料はなく、他の値から計算しています。',
  singleExplanation: ({ statements }) =>
    statements === 1 ? '記述は1件です。' : `記述${japanese.integer(statements)}件は、いずれも同じ出典に由来します。`,
  variesAtOneValue: ({ value }) => `数値は精度が異なるだけで、いずれも${value}と矛盾しません。`,
  variesInRange: ({ low, high }) => `数値は異なりますが、いずれも${low}から${high}の間の値と矛盾しません。`,
  variesByDate: '値が異なり、対象とする時点も異なります。',
  variesInUnit: '値は単位または形式が異なるため、比較していません。',
  calculated: '計算値',
}
