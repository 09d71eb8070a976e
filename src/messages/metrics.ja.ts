import { japanese } from './japaneseFormatter'
import type { MetricsMessages } from './metrics.en'

const nodes = (count: number): string => `${japanese.integer(count)}ノード`

const metrics: MetricsMessages['metrics'] = {
  degree: {
    label: '次数',
    sentence: 'エッジの多いノードほど高い値になります。全体、入ってくるエッジ、出ていくエッジの数を求めます。',
    counting: '並行するエッジは個別に数え、ループは2と数えます。重み付き次数は重みの合計です。',
  },
  pagerank: {
    label: 'PageRank',
    sentence:
      '重要なノードから指されるノードほど高い値になります。エッジをランダムにたどるとき、そのノードに滞在する時間の割合です。',
    counting: '並行するエッジの重みは合算し、ループは元のノードに戻ります。値の合計は1です。',
  },
  betweenness: {
    label: '媒介中心性',
    sentence: 'ほかのノード間の最短経路が多く通るノードほど高い値になります。仲介役やボトルネックが分かります。',
    counting:
      '経路は重みを使わずステップ数で測ります。並行するエッジは1本と数え、ループは数えません。1はすべての最短経路が通ることを表します。',
  },
  closeness: {
    label: '近接中心性',
    sentence:
      'ほかのすべてのノードから少ないステップで届くノードほど高い値になります。届かないノードがあると値が下がります。',
    counting:
      '経路は重みを使わずステップ数で測ります。並行するエッジは1本と数え、ループは数えません。調和中心性は「1÷ステップ数」の平均です。',
  },
  eigenvector: {
    label: '固有ベクトル中心性',
    sentence: '隣接ノードのつながりが多いノードほど高い値になります。',
    counting: 'エッジの向きは考慮せず、並行するエッジの重みは合算します。最も強くつながった部分の外では0になります。',
  },
  hits: {
    label: 'ハブとオーソリティ',
    sentence: '優れたハブは優れたオーソリティを指し、優れたオーソリティは優れたハブから指されます。',
    counting:
      'エッジは向きに沿ってたどり、並行するエッジの重みは合算します。ハブ値とオーソリティ値の合計は、それぞれ1です。',
  },
  clustering: {
    label: 'クラスター係数',
    sentence: '隣接ノードどうしがつながっているノードほど高い値になります。つながりがなければ0です。',
    counting: 'エッジの向きは考慮しません。並行するエッジは1本と数え、ループは数えません。',
  },
  core: {
    label: 'コア数',
    sentence:
      'グラフの密な中心にあるノードほど高い値になります。全員がグループ内にk個の隣接ノードを持つグループに属するような、最大のkです。',
    counting: 'エッジの向きは考慮しません。並行するエッジは1本と数え、ループは数えません。',
  },
  component: {
    label: '連結成分',
    sentence: '同じ番号のノードは経路でつながっています。1が最大の成分です。',
    counting: 'エッジの向きは考慮しません。',
  },
  'strong-component': {
    label: '強連結成分',
    sentence: '同じ番号のノードは、エッジの向きに沿って互いに到達できます。1が最大の成分です。',
    counting: 'エッジは向きに沿ってたどります。',
  },
  community: {
    label: 'コミュニティ',
    sentence: '同じ番号のノードは、偶然から予測されるよりも互いに強くつながっています。1が最大のコミュニティです。',
    counting:
      'エッジの向きは考慮せず、並行するエッジの重みは合算します。確実性は、ノードの所属が一致した実行の割合です。モジュラリティが最も高い結果を表示し、ほかの結果のコミュニティとは、共通するノードが多い順に対応させます。',
  },
  density: {
    label: '密度',
    sentence:
      'ノード間に考えられるつながりのうち、実際に存在するものの割合です。すべてのノードが互いにつながっていれば1です。',
    counting:
      '2つのノードの間には、向きごとに1つ、計2つのつながりが考えられます。並行するエッジは1本と数え、ループは数えません。',
  },
  diameter: {
    label: '直径（推定）',
    sentence: '最大の連結成分で最も長い最短経路のステップ数です。下限値のため、実際の直径はこれ以上です。',
    counting: 'エッジの向きと重みは考慮しません。',
  },
  reciprocity: {
    label: '相互性',
    sentence: '逆向きのエッジがあるエッジの割合です。すべてのエッジにあれば1です。',
    counting: '並行するエッジは1本と数え、ループは数えません。',
  },
  assortativity: {
    label: '次数相関',
    sentence:
      'つながりの多いノードどうしがつながっていれば0より大きく、主につながりの少ないノードとつながっていれば0より小さくなります。',
    counting: 'エッジの向きは考慮しません。並行するエッジは1本と数え、ループは数えません。',
  },
}

export const metricsJa: MetricsMessages = {
  metrics,
  columns: {
    degree: '次数',
    'degree-in': '入次数',
    'degree-out': '出次数',
    'degree-weighted': '重み付き次数',
    pagerank: 'PageRank',
    betweenness: '媒介中心性',
    closeness: '近接中心性',
    harmonic: '調和中心性',
    eigenvector: '固有ベクトル中心性',
    hub: 'ハブ値',
    authority: 'オーソリティ値',
    clustering: 'クラスター係数',
    core: 'コア数',
    component: '連結成分',
    'strong-component': '強連結成分',
    community: 'コミュニティ',
    'community-certainty': 'コミュニティの確実性',
  },
  statistics: {
    components: '成分の数',
    largest: '最大の成分に属するノードの割合',
    highest: '最大のコア数',
    average: '平均クラスター係数',
    transitivity: '推移性（三角形になっている三つ組の割合）',
    communities: 'コミュニティの数',
    modularity: 'モジュラリティ',
    certainty: '確実性の平均',
    density: '密度',
    diameter: '直径（下限）',
    reciprocity: '相互性',
    assortativity: '次数相関',
    sources: '始点として抽出したノード',
  },
  parameters: {
    way: 'エッジの向き',
    sources: '始点として抽出するノード数（0：5,000まで全ノード、超える場合は500）',
    damping: '減衰係数',
    resolution: '解像度（高いほど小さなコミュニティ）',
    runs: '実行回数',
  },
  choices: { out: '考慮する', both: '考慮しない' },

  sampledNote: '無作為に抽出したノードからの最短経路に基づく推定値です。',
  exactDiameterNote: ({ nodes: part, total }) =>
    `下限と上限が一致したため、正確な値です。${nodes(total)}のうち、最大の連結成分の${nodes(part)}について計算しました。`,
  boundedDiameterNote: ({ atMost, nodes: part, total }) =>
    `下限値です。上限は${japanese.integer(atMost)}です。${nodes(total)}のうち、最大の連結成分の${nodes(part)}について計算しました。`,
  noValue: 'なし',

  title: '指標',
  lead: '中心的なノード、まとまり、グラフの密度などを調べます。計算はブラウザー内で行われます。',
  list: '指標の一覧',
  edgeCounting: {
    before:
      '否定された関係は数えません。双方向に同じ意味を持つ関係は、両方の向きで数えます。エッジに次の列があれば、重みとして使います：',
    after: '',
  },
  scope: '計算の対象',
  wholeGraph: 'グラフ全体',
  filteredGraph: '絞り込み結果',
  filteredBy: ({ filter }) => `計算の対象：${filter}`,
  computing: ({ metric }) => `${metric}を計算中`,
  cancel: 'キャンセル',
  run: '実行',
  runAgain: '再実行',
  runMetric: ({ metric }) => `実行：${metric}`,
  runMetricAgain: ({ metric }) => `再実行：${metric}`,
  source: '出典：',
  remove: '削除',
  removeMetric: ({ metric }) => `${metric}を削除`,
  removeHint: 'この指標を使う色、大きさ、絞り込み条件も削除します',

  lowest: '値の低い順',
  highestBy: ({ column }) => `${column}の高い順`,
  lowestBy: ({ column }) => `${column}の低い順`,
  largestBy: ({ column }) => `${column}の大きい順`,
  allEqual: 'すべてのノードが同じ値です。',
  histogram: (args) =>
    `${args.column}：${nodes(args.total)}のうち${nodes(args.count)}は${args.limit}未満、最大値は${args.highest}`,
  sizeByThis: '大きさで表示',
  colourByThis: '色で表示',
  sizeByColumn: ({ column }) => `大きさで表示：${column}`,
  colourByColumn: ({ column }) => `色で表示：${column}`,
  atLeast: '下限',
  columnAtLeast: ({ column }) => `${column}の下限`,
  filterByThis: '絞り込む',
  filterByColumn: ({ column, count }) => `絞り込む：${column}、${nodes(count)}が残ります`,
  filterByGroup: (args) =>
    `絞り込む：${args.column} ${args.value}、${args.representative}を中心とする${nodes(args.count)}`,
  keptNodes: ({ count }) => `${nodes(count)}が残ります`,
  notANumber: '数値を入力してください',
  nodeCount: ({ count }) => nodes(count),
  around: '中心：',
  smallerGroups: ({ count }) => `ほかに小さいものが${japanese.integer(count)}件`,

  colourBy: '色',
  sizeBy: '大きさ',
  edgeCount: 'エッジの数',

  failedTitle: '指標を計算できませんでした',
  failedRemedy: 'もう一度実行するか、絞り込んだグラフで実行してください。',
  unknownMetric: ({ id }) => `「${id}」という指標はありません。`,
}
