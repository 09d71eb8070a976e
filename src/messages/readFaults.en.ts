export const readFaultsEn = {}

export type ReadFaultsMessages = typeof readFaultsEn
