import type { ExportsMessages } from './exports.en'
import { japanese } from './japaneseFormatter'

const { integer, list, date } = japanese

export const exportsJa: ExportsMessages = {
  dialog: {
    title: '書き出し',
    content: '対象',
    scopes: { shown: '表示中のもの', selected: '選択中のもの' },
    counts: ({ nodes, edges }) => (nodes === 0 ? 'なし' : `ノード${integer(nodes)}件、関係${integer(edges)}件`),
    format: '形式',
    groups: { graph: 'グラフ', picture: '画像', text: 'テキスト・出典' },
    allDirected: 'すべてのエッジを有向として書き出す',
    allDirectedHint: 'networkxなど、両方が混在するファイルを読めないプログラム向けです。向きは列に残ります。',
    pngSize: 'PNG画像のサイズ',
    timesSize: ({ scale }) => `${scale}倍`,
    losses: ({ losses }) => `データとして保持されないもの：${list(losses)}`,
    submit: ({ format }) => `${format}を書き出す`,
    cancel: 'キャンセル',
    provenance: ({ isPicture, title, version, filter, hasSources }) => [
      `${isPicture ? 'キャプション' : 'ファイル'}には、データセット名（`,
      title,
      ...(version === '' ? [] : ['、バージョン', version]),
      '）、',
      ...(filter === '' ? [] : ['絞り込み（', filter, '）、']),
      `${hasSources ? '出典、' : ''}今日の日付が記載されます。`,
    ],
  },
  fileTypeLabels: { svg: 'SVG画像', png: 'PNG画像', brief: 'Markdown形式の要約' },
  fileTypeDescriptions: {
    svg: 'ラベルが文字のまま残るベクター画像。印刷や描画ソフト向け。',
    png: 'ピクセル画像。スライドやメッセージ向け。',
    brief: '番号付きの引用、見解の相違、未解決の論点を文章でまとめたレポート。',
  },

  provenance: ({ title, version, isSelection, filter, day }) =>
    [
      version === '' ? title : `${title}（バージョン${version}）`,
      isSelection ? '選択した部分' : filter === '' ? '全体' : `絞り込み：${filter}`,
      `${date(day)}にKizunaで書き出し`,
    ].join('、'),
  sourcesLine: ({ sources }) => `出典：${sources.join(' · ')}`,

  brief: {
    statements: '出典の記述',
    disputes: '対立のある内容',
    openIssues: '未解決の論点',
    sources: '出典',
    attribution: ({ status, name, date: day }) => `${status}（${name}による${day === '' ? '' : `、${day}について`}）`,
    origin: ({ title }) => `（元の出典：${title}）`,
    overdue: '（期限超過）',
    end: '。',
    separator: '、',
  },
}
