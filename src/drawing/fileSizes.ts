import { memoizeByGraph } from '../model/graph'

/** Names of columns with a node's size, most telling first. */
const columnNames = [/^viz size$/, /^size$/, /^node[ _]size$/, /^width$/, /^w$/, /^height$/, /^x_fact$/]

/** Radii in CSS pixels: the mean that other sizes have, and the limits that hit tests and labels reckon with. */
const [meanRadius, smallest, largest] = [8.5, 2.5, 17]

/**
 * Radii in CSS pixels, in proportion to the sizes that a file gives its nodes; undefined if it gives none, or only one. Nodes
 * without a size have the mean radius.
 */
export const fileNodeRadii = memoizeByGraph(({ nodes }): { column: string; radii: Float32Array } | undefined => {
  for (const pattern of columnNames)
    for (const [name, column] of nodes.attributes) {
      if (column.kind !== 'number' || !pattern.test(name.trim().toLowerCase())) continue
      const radii = radiiInProportion(column.values)
      if (radii) return { column: name, radii }
    }
  return undefined
})

function radiiInProportion(values: Float64Array): Float32Array | undefined {
  let [sum, count, low, high] = [0, 0, Infinity, 0]
  for (const value of values) {
    if (!(value >= 0 && value < Infinity)) continue
    sum += value
    count++
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  if (count === 0 || low === high) return undefined
  const unit = Math.min(meanRadius / (sum / count), largest / high)
  return Float32Array.from(values, (value) =>
    value >= 0 && value < Infinity ? Math.max(smallest, value * unit) : meanRadius,
  )
}
