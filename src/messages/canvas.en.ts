export const canvasEn = {}

export type CanvasMessages = typeof canvasEn
