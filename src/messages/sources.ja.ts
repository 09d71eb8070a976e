import type { SourcesMessages } from './sources.en'

export const sourcesJa: SourcesMessages = {}
