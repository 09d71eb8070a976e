export const frameEn = {}

export type FrameMessages = typeof frameEn
