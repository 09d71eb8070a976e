import type { FilterMessages } from './filter.en'

export const filterJa: FilterMessages = {}
