import type { LayoutsMessages } from './layouts.en'

export const layoutsJa: LayoutsMessages = {}
