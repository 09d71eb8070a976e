import type { InspectorMessages } from './inspector.en'

export const inspectorJa: InspectorMessages = {}
