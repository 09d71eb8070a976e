import type { ColumnBuilder } from './columnBuilder'
import { parseNumberText } from './parseNumber'
import type { ColumnBuilders } from './graphCollector'

const latitudeNames = ['latitude', 'lat']
const longitudeNames = ['longitude', 'lon', 'lng', 'long']

/**
 * The columns of nodes that are coordinates under other names, such as "Lat" and "Lng", by name, with the names that
 * coordinates have here. Empty if there are none, or if columns already have those names.
 */
export function coordinateColumnNames({ all }: ColumnBuilders, rows: number): ReadonlyMap<string, string> {
  if (all.has('latitude') && all.has('longitude')) return new Map()
  const find = (names: readonly string[], limit: number): ColumnBuilder | undefined =>
    names
      .flatMap((name) => [...all.values()].filter((builder) => builder.name.trim().toLowerCase() === name))
      .find((builder) => builder.chosenKind === undefined && holdsDegrees(builder, rows, limit))
  const [latitude, longitude] = [find(latitudeNames, 90), find(longitudeNames, 180)]
  if (!latitude || !longitude) return new Map()
  return new Map([
    [latitude.name, 'latitude'],
    [longitude.name, 'longitude'],
  ])
}

/** Whether a column has numbers, all of them within the limit. */
function holdsDegrees(builder: ColumnBuilder, rows: number, limit: number): boolean {
  if (builder.kind === 'list') return false
  let count = 0
  for (let row = 0; row < rows; row++) {
    if (!builder.has(row)) continue
    const value = builder.kind === 'number' ? builder.numbers.at(row) : parseNumberText(builder.textAt(row)!)
    if (!(Math.abs(value) <= limit)) return false
    count++
  }
  return count > 0
}
