import type { ErrorsMessages } from './errors.en'

export const errorsJa: ErrorsMessages = {}
