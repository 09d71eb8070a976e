export const formatsEn = {}

export type FormatsMessages = typeof formatsEn
