import type { CanvasMessages } from './canvas.en'
import { japanese } from './japaneseFormatter'

export const canvasJa: CanvasMessages = {
  tools: 'キャンバス',
  zoomIn: '拡大',
  zoomOut: '縮小',
  fit: '全体を表示',
  lasso: '投げ縄：囲んだノードを選択',
  description: ({ nodes, edges }) =>
    `ノード${japanese.integer(nodes)}件、エッジ${japanese.integer(edges)}件のグラフ。同じ内容を一覧でも読めます。`,

  typeAndRelations: ({ type, relations }) => `${type}、関係${japanese.integer(relations)}件`,
  noSource: '出典の記載なし',
  independentSources: ({ count }) => `独立した出典${japanese.integer(count)}件`,
  andMore: ({ count }) => `、ほか${japanese.integer(count)}件`,
  contestedBy: ({ asserter }) => ['対立する記述：', asserter],

  legend: '凡例',
  showLegend: '凡例を表示',
  hideLegend: '凡例を隠す',
  nodes: 'ノード',
  edges: 'エッジ',
  moreTypes: ({ count }) => `ほか${japanese.integer(count)}タイプ`,
  lineEncoding: '線が示す内容',
  lineEncodings: { status: '確度', origins: '出典の数' },
  widths: '出典1件、2件、3件以上',
  contestedEdge: '対立のあるエッジ',
  asInFile: 'ファイルのとおり',
  fileColours: ({ column }) => `ファイルの色（${column}）`,
  withoutColour: '色なし',
  otherValues: 'その他・なし',
  withoutNumber: '数値なし',
  rampRange: ({ low, high }) => `${low}から${high}まで`,
  noNumber: 'なし',
}
