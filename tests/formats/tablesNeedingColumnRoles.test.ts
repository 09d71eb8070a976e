import { message } from '../../src/messages/message'
import { describe, expect, it } from 'vitest'
import { tablesNeedingColumnRoles } from '../../src/formats/tablesNeedingColumnRoles'
import { readFiles } from '../../src/formats/readFiles'
import { writeAs } from './readAndWrite'
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

describe('previews of tables', () => {
  it('have the first rows and the guessed roles', async () => {
    expect(await tablesNeedingColumnRoles([people, ties])).toEqual([
      {
        name: 'people.csv',
        own: false,
        separator: ',',
        quote: '"',
        escape: 'doubled',
        encoding: 'utf-8',
        encodingFrom: 'default',
        header: ['id', 'name', 'group'],
        rows: [
          ['1', 'Ann', 'staff'],
          ['2', 'B\nob', 'guest'],
        ],
        guess: { rows: 'nodes', header: true, columns: { id: 'id', name: 'label', group: 'type' } },
        columns: ['id', 'label', 'type'],
        gaps: [message('files', 'noPositionColumns'), message('files', 'noCoordinates')],
      },
      expect.objectContaining({
        name: 'ties.csv',
        guess: { rows: 'edges', header: true, columns: { from: 'source', to: 'target' } },
        columns: ['source', 'target', 'column'],
      }),
    ])
  })
  it('have only the first rows of long tables', async () => {
    const long = file(
      'x.csv',
      `source,target\n${Array.from({ length: 20_000 }, (_, at) => `a${at},b${at}\n`).join('')}`,
    )
    expect((await tablesNeedingColumnRoles([long]))[0]!.rows).toHaveLength(20)
  })
  it('are not needed for tables of Kizuna, or together with other files', async () => {
    const graph = graphOf('ann knows bob')
    const part = { graph, nodes: new Uint8Array([1, 1]), edges: new Uint8Array([1]) }
    const recipe = { dataset: { id: 's', title: 'S' }, filter: '', scope: 'shown', date: '' } as const
    const zip = writeAs('csv', part, recipe)
    expect(await tablesNeedingColumnRoles([{ name: 'x.zip', bytes: zip }])).toEqual([])
    expect(await tablesNeedingColumnRoles([people, file('x.gexf', '<gexf><graph><nodes/></graph></gexf>')])).toEqual([])
  })
  it('are read as guessed if nothing is changed', async () => {
    const tables = Object.fromEntries(
      (await tablesNeedingColumnRoles([people, ties])).map(({ name, guess }) => [name, guess]),
    )
    const [asked, guessed] = await Promise.all([readFiles([people, ties], { tables }), readFiles([people, ties])])
    expect(asked.graph).toEqual(guessed.graph)
  })
})

const [preview] = (await tablesNeedingColumnRoles([ties])) as [TablePreview]

describe('a choice', () => {
  const { guess } = preview
  it('gives a role to only one column', () => {
    expect(withColumnRole(guess, 'how', 'target').columns).toEqual({ from: 'source', to: 'column', how: 'target' })
    expect(withColumnRole(withColumnRole(guess, 'to', 'date'), 'how', 'date').columns).toMatchObject({
      to: 'date',
      how: 'date',
    })
  })
  it('of another kind of rows keeps the roles that fit, and gives edges two ends', () => {
    const nodes = withTableRowKind({ ...guess, columns: { ...guess.columns, how: 'date' } }, preview.header, 'nodes')
    expect(nodes).toMatchObject({ rows: 'nodes', columns: { from: 'column', to: 'column', how: 'date' } })
    expect(withTableRowKind(nodes, preview.header, 'edges').columns).toMatchObject({ from: 'source', to: 'target' })
  })
  it('of a table without a header, and back, keeps the roles of columns', () => {
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
  it('without ends cannot be used, and its gaps are reported', () => {
    const choice: TableOptions = { rows: 'edges', columns: { from: 'source' } }
    expect(missingRoleMessage(preview, choice)).toEqual(message('files', 'chooseEdgeEnds'))
    expect(missingRoleNotes(preview, { rows: 'nodes' })).toContainEqual(message('files', 'noIdColumn'))
    expect(missingRoleNotes(preview, { rows: 'skip' })).toEqual([])
  })
})
