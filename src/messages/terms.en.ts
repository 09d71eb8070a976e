export const termsEn = {}

export type TermsMessages = typeof termsEn
