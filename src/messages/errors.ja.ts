import type { ErrorsMessages } from './errors.en'

export const errorsJa: ErrorsMessages = {
  startupTitle: 'Kizunaを起動できませんでした',
  tryAgain: '再試行',
  dataNotLoaded: ({ status }) => `データセットを読み込めませんでした（HTTPステータス${status}）。`,
  unexpected: ({ detail }) => `予期しないエラー：${detail}`,
  programError: 'プログラムにエラーが発生しました',
  tryAgainOrReload:
    'もう一度お試しください。繰り返す場合はページを再読み込みしてください。表示はアドレスに保存されています。',
  workerNotStarted: 'バックグラウンド処理を開始できませんでした。',
  addressPartlyRead: 'URLの一部を読み取れませんでした',

  problem: '問題',
  where: '場所',
  remedy: '対処方法',
  chooseAnotherFile: '別のファイルを選択',
  fullStop: '。',
  copyMessage: 'メッセージをコピー',
  dismiss: '閉じる',

  unsupportedProtocol: ({ protocol }) => `${protocol} で始まるURLは開けません`,
  useHttp: 'http:またはhttps:で始まるURLを指定してください。',
  invalidAddress: ({ address }) => `${address} は正しいURLではありません`,
  noResponse: ({ host }) => `${host} が応答しないか、このページからの読み込みを許可していません（CORS）`,
  saveAndOpen: 'ファイルを保存し、ディスクから開いてください。',
  httpStatus: ({ host, status, path }) => `${host} が ${path} に対してHTTPステータス${status}を返しました`,
  checkAddress: 'URLを確認してください。',

  nothingExported: '書き出しできませんでした',
  graphUnchanged: 'グラフに変更はありません。',
  pictureTooLarge: 'このサイズの画像をブラウザーで作成できませんでした',
  choosePictureSize: 'サイズを小さくするか、SVGを選択してください。',
}
