export const layoutsEn = {}

export type LayoutsMessages = typeof layoutsEn
