/** The package's own step function, which its types leave out: one iteration of ForceAtlas2 over plain matrices. */
declare module 'graphology-layout-forceatlas2/iterate.js' {
  import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2'
  export default function iterate(
    settings: Required<ForceAtlas2Settings>,
    nodeMatrix: Float32Array,
    edgeMatrix: Float32Array,
  ): unknown
}
