import type { Earth } from './projectLand'

let known: Promise<Earth> | undefined

/** Natural Earth's land at 1:50 million, in the public domain; loaded when first asked for. Rejects where it cannot be. */
export const earth = (): Promise<Earth> => (known ??= load())

async function load(): Promise<Earth> {
  const [{ feature, mesh }, { default: topology }] = await Promise.all([
    import('topojson-client'),
    import('world-atlas/land-50m.json'),
  ])
  const { land } = topology.objects
  return { areas: feature(topology, land), coasts: mesh(topology, land) }
}
