import type { ExportsMessages } from './exports.en'

export const exportsJa: ExportsMessages = {}
