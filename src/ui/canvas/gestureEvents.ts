import type Sigma from 'sigma'
import type { MouseCoords, SigmaEvents } from 'sigma/types'
import type { CanvasHit, GestureTarget } from './gestureTarget'

/** An event of sigma, with its point in CSS pixels from the upper left corner of the canvas. */
export interface GestureEvent {
  readonly event: MouseCoords & { readonly original: MouseEvent | TouchEvent }
  readonly preventSigmaDefault: () => void
}

/** An event of sigma, whose ids of nodes and edges are our rows. */
export type HitEvent = GestureEvent & { readonly node?: string; readonly edge?: string }

/** Listens to several events. Returns how to stop listening to all of them. */
export function listenToSigma(sigma: Sigma, handlers: Partial<SigmaEvents>): () => void {
  const entries = Object.entries(handlers) as [keyof SigmaEvents, (event: unknown) => void][]
  for (const [name, handler] of entries) sigma.on(name, handler)
  return () => entries.forEach(([name, handler]) => sigma.off(name, handler))
}

/** The node or edge of an event: from sigma or, in a large graph, by the position. */
export function hitOfEvent(stage: GestureTarget, { node, edge, event }: HitEvent): CanvasHit | undefined {
  if (node !== undefined) return { node: Number(node) }
  if (edge !== undefined) return { edge: Number(edge) }
  return stage.hitTest?.(event)
}

/** Two fingers move the camera, even if one of them is on a node. */
export const isPinch = ({ event: { original } }: GestureEvent): boolean =>
  'touches' in original && original.touches.length > 1

/** Whether an event is of a finger or of the mouse's main button: the others move nothing. */
export const isMainButton = ({ event: { original } }: GestureEvent): boolean =>
  !('button' in original) || original.button === 0
