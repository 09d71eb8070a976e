import type { ClocksMessages } from './clocks.en'
import { japanese } from './japaneseFormatter'

export const clocksJa: ClocksMessages = {
  timeline: 'タイムライン',
  noDates: 'このファイルには日付がありません。',
  keys: { known: '公表時点', held: '対象時点' },
  anyDate: '指定なし',
  close: 'タイムラインを閉じる',
  clearAndClose: '日付の指定を解除して閉じる',
  monthCount: ({ month, count }) => `${month}：記述${japanese.integer(count)}件`,
  setToMonth: ({ key, month, count }) => `${key}：${month}、記述${japanese.integer(count)}件`,
  monthName: ({ month }) => `${month}月`,
  play: ({ key }) => `再生：${key}`,
  stop: ({ key }) => `停止：${key}`,
  dateField: ({ key }) => `${key}の日付`,
}
