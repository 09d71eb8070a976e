import type { ClocksMessages } from './clocks.en'
import { japanese } from './japaneseFormatter'

const nounOf = { statements: '記述', changes: '変化' } as const

export const clocksJa: ClocksMessages = {
  timeline: 'タイムライン',
  noDates: 'このファイルには日付がありません。',
  keys: { known: '公表時点', held: '対象時点' },
  anyDate: '指定なし',
  close: 'タイムラインを閉じる',
  clearAndClose: '日付の指定を解除して閉じる',
  monthCount: ({ month, count, counts }) => `${month}：${nounOf[counts]}${japanese.integer(count)}件`,
  setToMonth: ({ key, month, count, counts }) => `${key}：${month}、${nounOf[counts]}${japanese.integer(count)}件`,
  monthName: ({ month }) => `${month}月`,
  play: ({ key }) => `再生：${key}`,
  stop: ({ key }) => `停止：${key}`,
  dateField: ({ key }) => `${key}の日付`,
}
