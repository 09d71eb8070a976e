import type { ListMessages } from './list.en'

export const listJa: ListMessages = {}
