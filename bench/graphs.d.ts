export interface SampleGraph {
  readonly count: number
  readonly source: Uint32Array
  readonly target: Uint32Array
  readonly x: Float32Array
  readonly y: Float32Array
  readonly type: Uint8Array
  readonly year: Uint16Array
  readonly score: Float32Array
  readonly relation: Uint8Array
  readonly weight: Float32Array
  readonly labels: () => string[]
}
export const sectors: readonly string[]
export const relations: readonly string[]
export function seeded(seed: number): () => number
export function sampleGraph(nodes: number, edges: number, seed?: number): SampleGraph
