import type { ReadFaultsMessages } from './readFaults.en'

export const readFaultsJa: ReadFaultsMessages = {}
