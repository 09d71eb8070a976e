import type { FilesMessages } from './files.en'

export const filesJa: FilesMessages = {}
