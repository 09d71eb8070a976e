import { parseAmount, parseCurrency } from './parseAmount'

/** The only currency that a column of amounts names; undefined if it names none or several. */
export function commonCurrency(amounts: readonly string[], currencies: readonly string[] = []): string | undefined {
  const found = new Set<string>()
  for (const cell of amounts) {
    const currency = parseAmount(cell)?.currency
    if (currency !== undefined) found.add(currency)
  }
  for (const cell of currencies) {
    const currency = parseCurrency(cell)
    if (currency !== undefined) found.add(currency)
  }
  return found.size === 1 ? [...found][0] : undefined
}
