import type { IssuesMessages } from './issues.en'
import { japanese } from './japaneseFormatter'

export const issuesJa: IssuesMessages = {
  heading: '未解決の論点',
  lists: {
    contested: '対立',
    expectations: '見込み',
    open: '未解決の問い',
    superseded: '更新済み',
    single: '出典1件のみ',
    undated: '日付なし',
    unsourced: '出典なし',
  },
  descriptions: {
    contested: '記述が互いに矛盾している関係と数値です。',
    expectations: '見込み・計画・期限と、その後の結果です。',
    open: '出典に答えのない問いと、不明とされた記述です。',
    superseded: '後の記述で内容が変わった関係と数値です。',
    single: '独立した出典が1件しかない主張です。',
    undated: '記述にも出典にも日付がない主張です。',
    unsourced: 'データセットの編集者だけによる主張と、計算による値です。',
  },
  chooseList: '論点の種類',
  list: '論点',
  emptyList: '該当する論点はありません。',
  edgeAndFigureCount: ({ edges, figures }) => `関係${japanese.integer(edges)}件、数値${japanese.integer(figures)}件`,
  showMore: ({ count }) => `さらに表示（残り${japanese.integer(count)}件）`,
  expectationCount: ({ status, count }) => `${status}${japanese.integer(count)}件`,
  contestedPrefix: '対立：',
  publishers: ({ names, moreCount }) =>
    moreCount === 0 ? japanese.list(names) : `${japanese.list(names)}ほか${japanese.integer(moreCount)}件`,
  due: ({ date }) => `期限：${date}`,
  settled: ({ date }) => `結果判明：${date}`,
}
