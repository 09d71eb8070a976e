import { describe, expect, it } from 'vitest'
import { tablesNeedingColumnRoles } from '../../src/formats/tablesNeedingColumnRoles'
import { readFiles } from '../../src/formats/readFiles'
import { formats } from '../../src/formats/formats'
import type { TableOptions, TablePreview } from '../../src/model/importReport'
import {
  missingRoleNotes,
  missingRoleMessage,
  tableWithHeader,
  withHeaderRow,
  withColumnRole,
  withTableRowKind,
} from '../../src/model/tableOptions'
import { graphOf } from '../sample'

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })
const people = file('people.csv', 'id,name,group\n1,Ann,staff\n2,"B\nob",guest\n')
const ties = file('ties.csv', 'from,to,how\n1,2,knows\n2,1,owns\n')

describe('tables before they are read', () => {
  it('are shown with their first rows and what was guessed', () => {
    expect(tablesNeedingColumnRoles([people, ties])).toEqual([
      {
        name: 'people.csv',
        own: false,
        separator: ',',
        header: ['id', 'name', 'group'],
        rows: [
          ['1', 'Ann', 'staff'],
          ['2', 'B\nob', 'guest'],
        ],
        guess: { rows: 'nodes', header: true, columns: { id: 'id', name: 'label', group: 'type' } },
        columns: ['id', 'name', 'type'],
        gaps: ['No places: a layout is computed.', 'No latitude and longitude: the geographic layout is off.'],
      },
      expect.objectContaining({
        name: 'ties.csv',
        guess: { rows: 'edges', header: true, columns: { from: 'source', to: 'target' } },
        columns: ['from', 'to', 'a column'],
      }),
    ])
  })
  it('are shown in part where they are long', () => {
    const long = file(
      'x.csv',
      `source,target\n${Array.from({ length: 20_000 }, (_, at) => `a${at},b${at}\n`).join('')}`,
    )
    expect(tablesNeedingColumnRoles([long])[0]!.rows).toHaveLength(8)
  })
  it('are not asked about where Kizuna wrote them, or where other files are among them', () => {
    const graph = graphOf('ann knows bob')
    const part = { graph, nodes: new Uint8Array([1, 1]), edges: new Uint8Array([1]) }
    const recipe = { dataset: { id: 's', title: 'S' }, filter: '', scope: 'shown', date: '' } as const
    const zip = formats.find(({ id }) => id === 'csv')!.write!(part, recipe) as Uint8Array
    expect(tablesNeedingColumnRoles([{ name: 'x.zip', bytes: zip }])).toEqual([])
    expect(tablesNeedingColumnRoles([people, file('x.gexf', '<gexf><graph><nodes/></graph></gexf>')])).toEqual([])
  })
  it('are read as they were guessed where nothing else is chosen', async () => {
    const tables = Object.fromEntries(tablesNeedingColumnRoles([people, ties]).map(({ name, guess }) => [name, guess]))
    const [asked, guessed] = await Promise.all([readFiles([people, ties], { tables }), readFiles([people, ties])])
    expect(asked.graph).toEqual(guessed.graph)
  })
})

describe('a choice', () => {
  const [preview] = tablesNeedingColumnRoles([ties]) as [TablePreview]
  const { guess } = preview
  it('gives a role to one column at a time', () => {
    expect(withColumnRole(guess, 'how', 'target').columns).toEqual({ from: 'source', to: 'column', how: 'target' })
    expect(withColumnRole(withColumnRole(guess, 'to', 'date'), 'how', 'date').columns).toMatchObject({
      to: 'date',
      how: 'date',
    })
  })
  it('of other rows keeps the roles that they can have, and gives edges two ends', () => {
    const nodes = withTableRowKind({ ...guess, columns: { ...guess.columns, how: 'date' } }, preview.header, 'nodes')
    expect(nodes).toMatchObject({ rows: 'nodes', columns: { from: 'column', to: 'column', how: 'date' } })
    expect(withTableRowKind(nodes, preview.header, 'edges').columns).toMatchObject({ from: 'source', to: 'target' })
  })
  it('of the first row as a row like others, and back, keeps the roles of columns', () => {
    const off = withHeaderRow(preview, guess, false)
    expect(tableWithHeader(preview, off)).toEqual({
      header: ['column 1', 'column 2', 'column 3'],
      rows: [['from', 'to', 'how'], ...preview.rows],
    })
    expect(off.columns).toMatchObject({ 'column 1': 'source', 'column 2': 'target' })
    expect(withHeaderRow(preview, off, true).columns).toMatchObject(guess.columns!)
    expect(tableWithHeader(preview, withHeaderRow(preview, off, true))).toEqual({
      header: preview.header,
      rows: preview.rows,
    })
  })
  it('without ends is hindered, and its gaps are said', () => {
    const choice: TableOptions = { rows: 'edges', columns: { from: 'source' } }
    expect(missingRoleMessage(preview, choice)).toContain('comes from and goes to')
    expect(missingRoleNotes(preview, { rows: 'nodes' })).toContain(
      'No column is an id: rows are numbered, and edges find them by number only.',
    )
    expect(missingRoleNotes(preview, { rows: 'skip' })).toEqual([])
  })
})
