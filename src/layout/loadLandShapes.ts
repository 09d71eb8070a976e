import type { LandShapes } from './projectLand'

let known: Promise<LandShapes> | undefined

/** Natural Earth's land at 1:50 million, in the public domain; loaded when first asked for. Rejects where it cannot be. */
export const loadLandShapes = (): Promise<LandShapes> => (known ??= load())

async function load(): Promise<LandShapes> {
  const [{ feature, mesh }, { default: topology }] = await Promise.all([
    import('topojson-client'),
    import('world-atlas/land-50m.json'),
  ])
  const { land } = topology.objects
  return { areas: feature(topology, land), coasts: mesh(topology, land) }
}
