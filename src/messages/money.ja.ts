import type { MoneyMessages } from './money.en'

export const moneyJa: MoneyMessages = {}
