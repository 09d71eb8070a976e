import { japanese } from './japaneseFormatter'
import type { ListMessages } from './list.en'

const { integer } = japanese

export const listJa: ListMessages = {
  nodes: 'ノードの一覧',
  relationsOf: ({ node }) => `${node}の関係`,
  instructions:
    '上下キーで移動、右キーで関係を開いてたどる、左キーで戻る、スペースキーで選択、文字キーで名前の先頭に移動',
  keys: { move: '移動', follow: '開く・たどる', back: '戻る', space: 'スペース', select: '選択' },
  path: '経路',
  allNodes: 'すべてのノード',
  nodeSummary: ({ type, relations }) => `${type}、関係${integer(relations)}件`,
  relationSummary: ({ status, sources }) => `${status}、独立した出典${integer(sources)}件`,
  noSource: '出典の記載なし',
  contested: '対立',
  pause: '、',
  noNodes: '条件に合うノードはありません。',
  noRelations: '条件に合う関係はありません。',
  sorting: ({ nodes }) => `ノード${integer(nodes)}件を並べ替えています…`,
}
