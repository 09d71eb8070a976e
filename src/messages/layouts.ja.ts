import { japanese } from './japaneseFormatter'
import type { LayoutsMessages } from './layouts.en'

const layouts = {
  prepared: { label: '自動', description: 'データに含まれる配置' },
  force: { label: 'ForceAtlas2', description: 'エッジが引き合い、ノードが反発。停止するまで計算を続けます' },
  circle: { label: '円形', description: '全ノードをタイプ順に円周上へ配置' },
  grouped: { label: 'タイプ別', description: 'タイプごとにまとめて配置' },
  grid: { label: 'グリッド', description: 'タイプ順・名前順に格子状へ配置' },
  layered: { label: '階層', description: 'エッジが右を向くように層へ配置' },
  radial: { label: '放射状', description: '選択したノードからの距離で同心円状に配置' },
  time: { label: 'タイムライン', description: '日付や数値を左から右へ、レーン別に配置' },
  geo: { label: '地図', description: '座標で配置。座標のないノードは隣接ノードの近くに配置' },
}

export const layoutsJa: LayoutsMessages = {
  ...layouts,
  menu: 'レイアウト',
  stopForce: 'ForceAtlas2を停止',
  stopLayout: 'レイアウトを停止',
  optionsHeading: 'オプション',
  noOverlap: '重なりを解消',
  noOverlapDescription: 'ノードが重ならないように少しずつ動かします',
  timeAxisHeading: '横軸',
  timeColumns: { held: '有効日・発生日', known: '初出日' },

  forceStatus: ({ iterations, noOverlap }) =>
    `${layouts.force.label}：${japanese.integer(iterations)}回反復${noOverlap ? '・重なりなし' : ''}`,
  forceRunning: ({ iterations }) => `${layouts.force.label}を計算中：${japanese.integer(iterations)}回反復`,
  status: ({ layout, centre, column, noOverlap }) =>
    [
      `レイアウト：${layouts[layout]?.label}`,
      centre && `（中心：${centre}）`,
      column && `（${column}）`,
      noOverlap && '・重なりなし',
    ]
      .filter(Boolean)
      .join(''),
  progress: ({ layout }) => `レイアウト：${layouts[layout]?.label}`,
  progressWithStep: ({ layout, step }) => `レイアウト：${layouts[layout]?.label}、${step}`,
  placingNodes: ({ count }) => `ノード${japanese.integer(count)}件を配置中`,
  removingOverlaps: ({ count }) => `重なり${japanese.integer(count)}か所を解消中`,

  noEdges: '表示中のエッジがありません。',
  noDatesOrNumbers: '日付や数値を持つノードがありません。',
  noCoordinates: '座標を持つノードがありません。',
  noVisibleCoordinates: '表示中のノードに座標がありません。',
  tooLarge: ({ nodes, edges }) =>
    `ノード${japanese.integer(nodes)}件、エッジ${japanese.integer(edges)}件まで対応しています。先に絞り込んでください。`,
  unavailableTitle: ({ layout }) => `レイアウト「${layouts[layout]?.label}」はここでは使えません`,
  unavailableRemedy: '代わりに自動レイアウトを表示しています。',
  failedTitle: 'レイアウトが中断されました',
  failedRemedy: '別のレイアウトを選ぶか、もう一度実行してください。',
}
