import type { FrameMessages } from './frame.en'
import { japanese } from './japaneseFormatter'

const count = japanese.integer

export const frameJa: FrameMessages = {
  panels: {
    graph: 'グラフ',
    list: '一覧',
    sources: '出典',
    issues: '未解決の論点',
    money: '資金',
    metrics: '指標',
    filter: '絞り込み',
    inspector: '詳細',
  },
  views: '表示の切り替え',
  loadingPanel: ({ panel }) => `${panel}を読み込み中…`,
  closePanel: ({ panel }) => `${panel}を閉じる`,
  expandSheet: 'このパネルを高くする',
  shrinkSheet: 'このパネルを低くする',
  panelButton: ({ panel }) => `${panel}パネル`,
  showPanel: ({ panel }) => `${panel}を表示`,
  hidePanel: ({ panel }) => `${panel}を隠す`,
  close: '閉じる',

  skipToList: 'グラフを一覧で読む',
  openAnotherFile: '別のファイルを開く',
  commands: 'コマンド',
  commandsWithKeys: ({ keys }) => `コマンド（${keys}）`,
  share: '共有',
  open: '開く',
  save: 'すべて保存',
  whatWasRead: '読み込み結果',
  notKept: '未保存：プロジェクトファイルに保存',
  keptElsewhere: '別のタブで表示中',
  export: '書き出し',
  search: '検索',
  menu: 'メニュー',
  language: '言語',
  theme: 'テーマ',
  themes: { light: 'ライト', dark: 'ダーク', system: 'システムに合わせる' },
  themeInMenu: ({ theme }) => `テーマ：${theme}`,
  filterPrefix: '絞り込み：',
  everything: 'すべて',
  shownOfTotal: ({ shown, total }) => `${count(shown)} / ${count(total)}`,

  allShown: ({ nodes, edges }) => `全${count(nodes)}ノード、${count(edges)}エッジ`,
  partShown: ({ nodes, allNodes, edges, allEdges, steps, dims }) =>
    `ノード${count(nodes)} / ${count(allNodes)}、エッジ${count(edges)} / ${count(allEdges)}` +
    `（絞り込み条件${count(steps)}件${dims ? '、ほかは薄く表示' : ''}）`,
  showAll: ({ count: all }) => `全${count(all)}件を表示`,
  selectedCount: ({ nodes, edges }) =>
    `${[nodes > 0 ? `ノード${count(nodes)}件` : '', edges > 0 ? `エッジ${count(edges)}件` : ''].filter(Boolean).join('、')}を選択中`,
  selectedNode: ({ node, neighbours }) =>
    `${node}を選択中、${neighbours === 0 ? '隣接ノードなし' : `隣接ノード${count(neighbours)}件`}`,
  selectedEdge: ({ source, target }) => `エッジ1件を選択中：${source}→${target}`,
  largeGraph: '大規模グラフ：簡略表示',
  largeGraphHint: ({ nodes, edges }) =>
    `ノードが${count(nodes)}件、またはエッジが${count(edges)}件を超えるグラフでは、エッジを直線で薄く描き、名前は主要なノードだけに表示します。ポイントまたは選択した要素は通常どおり描きます。`,
  computingMetric: ({ metric, done }) => `${metric}を計算中、${japanese.percent(Math.floor(100 * done) / 100)}`,

  emptyResult: '該当なし',
  emptyAfterStep: ({ step }) => `条件${count(step)}で該当するノードがなくなりました`,
  emptyStep: 'この条件に合うノードがありません。',
  emptyTogether: '上の条件と合わせると、該当するノードがありません。',
  switchOffStep: ({ step }) => `条件${count(step)}をオフにする`,
  removeStep: 'この条件を削除',
  clearFilter: '条件をすべて解除',
  emptyGraph: 'このファイルにはノードがありません',

  dropTitle: 'ここにドロップして開く',
  dropHint:
    'グラフファイルに対応しています。複数のファイルは1つのグラフとして開きます。ファイルが外部に送られることはありません。',
  noWebglTitle: 'このブラウザーではグラフを描画できません。',
  noWebglText:
    'WebGLが無効か、対応していません。内容は下の一覧ですべて確認できます。絞り込み、詳細、書き出しは通常どおり使えます。',
  failure: {
    title: ({ part }) => `${part}: この部分を表示できませんでした`,
    notLoaded: '読み込めませんでした。接続に失敗したか、このページを開いた後にプログラムが更新された可能性があります。',
    programError: ({ detail }) => `プログラムにエラーが発生しました: ${detail}`,
    graphStays: 'グラフとこのページのほかの部分はそのまま残っています。',
    tryAgain: '再試行',
    reload: 'ページを再読み込み',
    save: '作業を保存',
    copyReport: '報告をコピー',
    copied: 'コピーしました',
    parts: {
      page: 'Kizuna',
      topBar: '上部バー',
      toolbar: 'ツールバー',
      legend: '凡例',
      notices: 'お知らせ',
      canvas: '図',
      dialog: 'ダイアログ',
      statusLine: 'ステータス行',
      timeline: 'タイムライン',
    },
  },
  filterOfAddress: ({ fault, character }) =>
    `アドレスに含まれる絞り込みを読み取れませんでした：${fault}（${count(character)}文字目）。`,
}
