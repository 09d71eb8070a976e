export const moneyEn = {}

export type MoneyMessages = typeof moneyEn
