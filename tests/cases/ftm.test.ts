import { describe, expect, it } from 'vitest'
import { writeFollowTheMoney } from '../../src/formats/ftm/write'
import { readFiles } from '../../src/formats/readFiles'
import { caseFile, jsonCase, readCases, textCase } from './casesReader'

const person = { id: 'p1', schema: 'Person', caption: 'Ida', properties: { name: ['Ida'] } }
const owned = { id: 'o1', schema: 'Ownership', properties: { owner: ['p1'], asset: ['c1'], percentage: ['51'] } }
const expected = { labels: ['Acme', 'Ida'], types: ['Company', 'Person'], sentences: ['Ida Ownership Acme'] }

describe('FollowTheMoney', () => {
  it('reads entities that are nested in others', async () => {
    const found = await readCases(caseFile('ftm-nested.ndjson'))
    expect(found).toMatchObject(expected)
    expect(found.edgeColumn('percentage')).toEqual(['51'])
    expect(found.columns).toEqual(['edge:percentage'])
  })
  it('reads the answers of APIs, where a nested link leaves out the entity that it is nested in', async () => {
    const { owner: _, ...rest } = owned.properties
    const acme = { id: 'c1', schema: 'Company', properties: { name: ['Acme'] } }
    const sanction = { id: 's1', schema: 'Sanction', properties: { entity: ['p1'], program: ['x'] } }
    const address = { id: 'a1', schema: 'Address', properties: { full: ['1 Quay'] } }
    const properties = {
      name: ['Ida'],
      ownershipOwner: [{ ...owned, properties: { ...rest, asset: [acme] } }],
      sanctions: [sanction],
      addressEntity: [address],
    }
    for (const wrap of [(each: unknown) => ({ results: [each] }), (each: unknown) => [each]]) {
      const found = await readCases(jsonCase(wrap({ ...person, properties })))
      expect(found.format).toBe('FollowTheMoney')
      expect([...found.sentences].sort()).toEqual(['Ida Ownership Acme', 'Ida addressEntity a1', 's1 entity Ida'])
    }
  })
  it('joins what several places say of one nested entity', async () => {
    const holder = (name: string) => ({ ...person, properties: { [name]: [name] } })
    const company = (id: string, name: string) => ({
      id,
      schema: 'Company',
      properties: {
        name: [id],
        ownershipAsset: [{ ...owned, id: `o-${id}`, properties: { owner: [holder(name)], asset: [id] } }],
      },
    })
    const lines = [company('c1', 'name'), company('c2', 'country')].map((each) => JSON.stringify(each)).join('\n')
    const found = await readCases(textCase('two.ftm.json', lines))
    expect(found.sentences).toEqual(['name Ownership c1', 'name Ownership c2'])
    expect(found.nodeColumn('country')).toEqual([undefined, ['country'], undefined])
  })
  it('is written so that its own programs find schemata, ends, roles and documents', async () => {
    const { graph } = await readFiles([caseFile('arrows.json')])
    const part = { graph, nodes: new Uint8Array(2).fill(1), edges: new Uint8Array(1).fill(1) }
    const provenance = { dataset: { id: 'd', title: 'D' }, filter: '', scope: 'shown', date: '2026-01-01' } as const
    const entities = writeFollowTheMoney(part, provenance)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(entities.map(({ schema }) => schema)).toEqual(['Note', 'Person', 'Thing', 'UnknownLink'])
    expect(entities[3]).toMatchObject({
      properties: { subject: ['n0'], object: ['n1'], role: ['WROTE'] },
      kizuna_id: 'n0',
    })
    expect(entities[1]).toMatchObject({ id: 'n0', properties: { name: ['Ida'], born: ['1970'] } })
  })
  it('writes what came as an interval as the same interval', async () => {
    const { graph } = await readFiles([caseFile('ftm-nested.ndjson')])
    const part = { graph, nodes: new Uint8Array(2).fill(1), edges: new Uint8Array(1).fill(1) }
    const provenance = { dataset: { id: 'd', title: 'D' }, filter: '', scope: 'shown', date: '' } as const
    const text = writeFollowTheMoney(part, provenance)
    expect(JSON.parse(text.trimEnd().split('\n').at(-1)!)).toMatchObject({
      id: 'o1',
      schema: 'Ownership',
      properties: { owner: ['p1'], asset: ['c1'], percentage: ['51'] },
    })
    expect(await readCases(textCase('back.ftm.json', text))).toMatchObject(expected)
  })
})
