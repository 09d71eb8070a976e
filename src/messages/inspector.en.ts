export const inspectorEn = {}

export type InspectorMessages = typeof inspectorEn
