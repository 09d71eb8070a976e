export const errorsEn = {}

export type ErrorsMessages = typeof errorsEn
