import type { Status } from '../../model/enumerations'

/** Words for a status in several languages, in lower case; the first that a cell begins with, or is, decides. */
const words: readonly (readonly [Status, string])[] = [
  [
    'denied',
    'denied dementiert bestritten falsch false démenti nié negado desmentido desmentida опровергнуто 否認 否定 否认 smentito',
  ],
  [
    'unclear',
    'unclear unknown unsure uncertain unverified unconfirmed unklar unsicher ungeprüft incertain inconnu dudoso incierto неясно 不明 未確認 不详 未确认 incerto',
  ],
  ['conditional', 'conditional bedingt conditionnel condicional условно 条件付き 有条件'],
  ['announced', 'announced planned angekündigt geplant annoncé prévu anunciado previsto объявлено 発表 公表 已宣布'],
  ['expected', 'expected erwartet attendu esperado ожидается 予定 見込み 预计'],
  ['estimated', 'estimated geschätzt estimé estimado оценка 推定 概算 估计'],
  ['judgement', 'judgement judgment assessment bewertung einschätzung évaluation valoración 判断 評価'],
  [
    'confirmed',
    'confirmed verified proven true bestätigt belegt geprüft gesichert confirmé vérifié confirmado verificado подтверждено 確認済み 確認 確定 已确认 证实 confermato',
  ],
  [
    'reported',
    'reported alleged rumour rumor berichtet gemeldet behauptet rapporté allégué reportado presunto сообщается 報道 伝聞 报道 据称',
  ],
]

const byWord = new Map(words.flatMap(([status, all]) => all.split(' ').map((word) => [word, status] as const)))

/** The status that a cell names in one of several languages; undefined if it names none that is known. */
export function parseStatus(cell: string): Status | undefined {
  const text = cell
    .trim()
    .toLowerCase()
    .replace(/[?!.]+$/, '')
  return byWord.get(text) ?? byWord.get(text.split(/[\s,;:(]/, 1)[0]!)
}
