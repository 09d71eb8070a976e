import type { FrameMessages } from './frame.en'

export const frameJa: FrameMessages = {}
