import type { ClocksMessages } from './clocks.en'

export const clocksJa: ClocksMessages = {}
