import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellAt, type Column } from '../../src/model/columns'
import { buildAttributeColumns } from '../../src/model/buildGraph'
import { applyDiff, cellChange, invertDiff, type CellValue, type GraphDiff } from '../../src/model/graphDiff'
import { adjacency, nodeRowIndex, type Graph } from '../../src/model/graph'
import { graphOf } from '../sample'

const columns = buildAttributeColumns([
  { score: 0, note: 'höh', kind: 'a', tags: ['x', 'y'] },
  { note: '赤澤', kind: 'b' },
  { score: -2.5, kind: 'a', tags: [] },
])
const sample = graphOf('ann knows bob', 'bob knows plant:project')
const graph: Graph = { ...sample, nodes: { ...sample.nodes, attributes: columns } }
const cellOf = ({ nodes }: Graph, row: number, field: string): CellValue => {
  const column: Column = field === 'label' ? nodes.label : field === 'type' ? nodes.type : nodes.attributes.get(field)!
  return cellAt(column, row)
}
const fields = ['label', 'type', 'score', 'note', 'kind', 'tags'] as const
const words = fc.string({ minLength: 1, unit: 'grapheme' })
const edit = fc.oneof(
  fc.tuple(fc.constantFrom('label', 'type', 'note', 'kind'), fc.option(words, { nil: undefined })),
  fc.tuple(fc.constant('score'), fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: undefined })),
  fc.tuple(fc.constant('tags'), fc.array(words, { minLength: 1 })),
) as fc.Arbitrary<readonly [(typeof fields)[number], CellValue]>
const edits = fc.array(fc.tuple(fc.nat({ max: 2 }), edit), { maxLength: 6 })

/** The edits as diffs, each made on the graph that the one before left. */
function made(list: readonly (readonly [number, readonly [string, CellValue]])[]) {
  let after = graph
  const diff: GraphDiff = list.flatMap(([row, [field, cell]]) => {
    const change = cellChange(after, 'node', row, [field, cell])
    after = applyDiff(after, [change])
    return change
  })
  return { after, diff }
}
const cells = (of: Graph) => fields.map((field) => [0, 1, 2].map((row) => cellOf(of, row, field)))

describe('a diff', () => {
  it('changes its cell and no other', () =>
    fc.assert(
      fc.property(fc.nat({ max: 2 }), edit, (row, [field, cell]) => {
        const after = applyDiff(graph, [cellChange(graph, 'node', row, [field, cell])])
        expect(cellOf(after, row, field)).toEqual(cell)
        const expected = cells(graph)
        expected[fields.indexOf(field)]![row] = cell
        expect(cells(after)).toEqual(expected)
      }),
    ))
  it('is undone by its inverse, also after other diffs', () =>
    fc.assert(
      fc.property(edits, (list) => {
        const { after, diff } = made(list)
        expect(cells(applyDiff(graph, diff))).toEqual(cells(after))
        expect(cells(applyDiff(after, invertDiff(diff)))).toEqual(cells(graph))
      }),
    ))
  it('adds and removes a column', () => {
    const rank: Column = { kind: 'number', values: Float64Array.of(1, 2, 3) }
    const diff: GraphDiff = [{ of: 'node', field: 'rank', column: [undefined, rank] }]
    const after = applyDiff(graph, diff)
    expect(cellOf(after, 2, 'rank')).toBe(3)
    expect(applyDiff(after, invertDiff(diff))).toEqual(graph)
  })
  it('shares unchanged columns and the indexes over them', () => {
    const after = applyDiff(graph, [cellChange(graph, 'node', 0, ['label', 'Anna'])])
    expect(after.edges).toBe(graph.edges)
    expect(adjacency(after)).toBe(adjacency(graph))
    expect(nodeRowIndex(after)).toBe(nodeRowIndex(graph))
  })
})
