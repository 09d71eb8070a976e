import type { FormatsMessages } from './formats.en'

export const formatsJa: FormatsMessages = {}
