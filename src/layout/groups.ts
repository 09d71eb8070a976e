import { categoryAt, textAt } from '../model/columns'
import type { Graph } from '../model/graph'
import { typesById } from '../model/rows'

/** Node rows by type; types in the schema's order of families, then types, and nodes by label within. */
export function groupsByType(graph: Graph): readonly (readonly number[])[] {
  const families = graph.schema.families.map(({ id }) => id)
  const types = graph.schema.types.map(({ id }) => id)
  const rank = (type: string) => {
    const family = typesById(graph).get(type)?.family ?? ''
    return families.indexOf(family) * types.length + types.indexOf(type)
  }
  const groups = new Map<string, number[]>()
  for (let row = 0; row < graph.nodes.count; row++) {
    const type = categoryAt(graph.nodes.type, row) ?? ''
    const rows = groups.get(type)
    if (rows) rows.push(row)
    else groups.set(type, [row])
  }
  const labels = (rows: number[]) => new Map(rows.map((row) => [row, textAt(graph.nodes.label, row)]))
  return [...groups]
    .sort(([one], [other]) => rank(one) - rank(other) || compare(one, other))
    .map(([, rows]) => {
      const label = labels(rows)
      return rows.sort((one, other) => compare(label.get(one)!, label.get(other)!) || one - other)
    })
}

/** By code unit: the same on every machine, whatever its language. */
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
