export const clocksEn = {}

export type ClocksMessages = typeof clocksEn
