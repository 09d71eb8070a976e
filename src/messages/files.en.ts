export const filesEn = {}

export type FilesMessages = typeof filesEn
