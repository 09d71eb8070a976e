export const listEn = {}

export type ListMessages = typeof listEn
