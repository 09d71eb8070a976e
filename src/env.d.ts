/// <reference types="vite/client" />

declare module 'virtual:kizuna-data' {
  /** Where the compiled data set is fetched from. */
  export const bundledUrl: string
}

declare module 'world-atlas/land-50m.json' {
  import type { GeometryCollection, Topology } from 'topojson-specification'
  /** The outlines of all land, in degrees. */
  const topology: Topology<{ land: GeometryCollection }>
  export default topology
}
