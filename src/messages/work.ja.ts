import { japanese } from './japaneseFormatter'
import type { WorkMessages } from './work.en'

const fileNames = (names: readonly string[]): string =>
  names.length < 3 ? names.join('と') : `${names[0]}ほか${names.length - 1}件`

const byteSize = (bytes: number): string => {
  const unit = bytes < 1e6 ? 'KB' : bytes < 1e9 ? 'MB' : 'GB'
  const size = bytes / { KB: 1e3, MB: 1e6, GB: 1e9 }[unit]
  return `${size < 10 ? Math.max(0.1, Math.round(size * 10) / 10) : Math.round(size)} ${unit}`
}

export const workJa: WorkMessages = {
  notKept: ({ names }) => `${fileNames(names)}を開きましたが、このブラウザーには保存されていません`,
  viewNotKept: '変更内容はこのブラウザーに保存されていません',
  browserKeepsNothing: 'プライベートウィンドウなどのため、このブラウザーではページにデータを保存できません',
  removedElsewhere: '別のタブで、この作業がこのブラウザーから削除されました',
  quotaExceeded: 'このブラウザーの保存領域が足りません',
  noRoom: ({ size, room }) => `ファイルの大きさは${byteSize(size)}ですが、このブラウザーの空きは${byteSize(room)}です`,
  saveProjectInstead:
    'プロジェクトファイルを保存してください。ファイルと作業内容がすべて入り、再読み込みのあとで開き直せます。',

  saveProject: 'プロジェクトファイルを保存',
  saved: ({ name }) => `${name}に保存しました`,
  savedDetails: 'グラフ全体とこの表示が入っています。ここでもコマンドラインでも開けます。',
  notSaved: 'プロジェクトファイルを保存できませんでした',

  share: {
    title: 'この表示を共有',
    notOnWeb: ({ names }) =>
      `${fileNames(names)}はこのコンピューターのファイルのため、アドレスを送っても相手には何も開けません。`,
    tooLong: ({ parts }) => {
      const nouns = { selection: '選択', pins: '動かしたノードの位置', filter: '絞り込み条件', other: '設定' }
      return `アドレスが長くなりすぎます。${parts.map((part) => nouns[part]).join('、')}が入りません。`
    },
    projectInstead: 'プロジェクトファイルなら、グラフ、非表示の部分、絞り込み、位置、色のすべてを渡せます。',
    save: 'プロジェクトファイルを保存',
    copyAnyway: '入らない部分を除いてアドレスをコピー',
  },
  exportIsPart: '書き出しには、表示中または選択中の部分だけが入ります。',

  openElsewhere: 'この作業は別のタブで開いています。',
  openElsewhereDetails: '表示はそのタブで保存されます。ここでの操作は、そのタブを閉じたあとに保存されます。',

  notHere: 'アドレスが指す作業はこのブラウザーにありません',
  notHereReason: '別のブラウザーに保存されたか、このブラウザーから削除されています',
  bundledInstead: ({ title, japaneseTitle }) => `代わりに「${japaneseTitle || title}」を開きました。`,
  openFileAgain: 'ファイルをもう一度開くか、この作業のプロジェクトファイルを開いてください。',

  unrestored: ({ parts }) => parts.join(''),
  unreadParameter: ({ key, value }) =>
    `${key}=${value.length > 40 ? `${value.slice(0, 40)}…` : value} は解釈できません。`,
  notInGraph: ({ count, example }) =>
    count === 1
      ? `「${example}」はこのグラフにありません。`
      : `「${example}」など${japanese.integer(count)}件はこのグラフにありません。`,
  pinsNotRestored: ({ count, example }) =>
    count === 1
      ? `「${example}」の位置は使えません。`
      : `「${example}」など${japanese.integer(count)}件のノードの位置は使えません。`,
  columnNotInGraph: ({ column }) => `このグラフに列「${column}」はありません。`,
  filterStepNotRestored: ({ part, reason }) => `「${part}」を含む絞り込み条件を除きました：${reason}。`,
  selectionOfOtherData: '選択は、別のデータまたは別の版のデータで行われたものです。',
  pinsOfOtherData: '動かしたノードの位置は、別のデータまたは別の版のデータのものです。',

  recent: {
    title: 'このブラウザーに保存した作業',
    introduction: '開いたファイルと、最後に見ていた表示です。',
    open: ({ title }) => `${title}を開く`,
    facts: ({ time, nodes, edges, size }) =>
      `${time}、ノード${japanese.integer(nodes)}件、エッジ${japanese.integer(edges)}件、${byteSize(size)}`,
    remove: ({ title }) => `${title}をこのブラウザーから削除`,
    openNow: '表示中',
    forgetAll: 'このブラウザーの保存内容をすべて消去',
    forgetAllQuestion: '保存したファイル、表示、添付テキスト、設定をすべて削除しますか。元に戻せません。',
    forget: 'すべて消去',
    cancel: 'キャンセル',
    unavailable: 'プライベートウィンドウなどのため、このブラウザーには何も保存されません。',
  },
}
