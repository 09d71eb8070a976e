import type { UnprojectedLand } from './projectLand'

let loading: Promise<UnprojectedLand> | undefined

/** Loads Natural Earth's land at 1:50 million, which is in the public domain; once. Rejects if it cannot be loaded. */
export const loadLandShapes = (): Promise<UnprojectedLand> => (loading ??= load())

async function load(): Promise<UnprojectedLand> {
  const [{ feature, mesh }, { default: topology }] = await Promise.all([
    import('topojson-client'),
    import('world-atlas/land-50m.json'),
  ])
  const { land } = topology.objects
  return { areas: feature(topology, land), coasts: mesh(topology, land) }
}
