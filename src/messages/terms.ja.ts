import type { TermsMessages } from './terms.en'

export const termsJa: TermsMessages = {}
