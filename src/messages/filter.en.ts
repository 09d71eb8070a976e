export const filterEn = {}

export type FilterMessages = typeof filterEn
