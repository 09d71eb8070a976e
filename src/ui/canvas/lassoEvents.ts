/** Dispatched on the window by the lasso's button; the next line drawn on the canvas is then a lasso. `detail` is false to disarm it. */
export const lassoArmEvent = 'kizuna:lasso'
/** Dispatched on the window when the line was drawn. */
export const lassoDoneEvent = 'kizuna:lasso-done'
