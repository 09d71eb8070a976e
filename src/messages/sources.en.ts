export const sourcesEn = {}

export type SourcesMessages = typeof sourcesEn
