import type { ColumnRole } from '../../model/importReport'

/** Names of columns of evidence in several languages, in lower case: a help where the cells leave it open. */
const names: readonly (readonly [ColumnRole, string])[] = [
  [
    'document',
    'source sources reference references citation evidence document quelle quellen beleg nachweis fundstelle fuente fuentes fonte fontes référence référence(s) источник источники 出典 情報源 資料 来源 來源 出处 bron källa źródło zdroj',
  ],
  [
    'amount',
    'amount sum value betrag summe wert montant somme importe monto cantidad valor quantia сумма 金額 額 金额 數額 importo bedrag belopp kwota částka',
  ],
  ['locator', 'page pages locator seite seiten fundort página páginas pagina стр страница 頁 页 ページ'],
  [
    'note',
    'note notes comment comments remark remarks bemerkung bemerkungen anmerkung anmerkungen notiz kommentar remarque remarques commentaire nota notas comentario observaciones observações примечание комментарий 備考 注記 メモ 备注 備註 说明',
  ],
]
const byName = new Map(names.flatMap(([role, all]) => all.split(' ').map((name) => [name, role] as const)))

/** The role that the name of a column suggests; undefined for other names. */
export const evidenceRoleOfName = (name: string): ColumnRole | undefined =>
  byName.get(name.trim().toLowerCase()) ??
  byName.get(
    name
      .trim()
      .toLowerCase()
      .split(/[\s_(/-]/, 1)[0]!,
  )
