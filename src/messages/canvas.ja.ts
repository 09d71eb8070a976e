import type { CanvasMessages } from './canvas.en'

export const canvasJa: CanvasMessages = {}
