import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { openDB } from 'idb'
import { beforeEach, describe, expect, it } from 'vitest'
import { workDatabaseName, WorkStore, type KeptWork } from '../../src/app/work/workStore'

beforeEach(() => {
  indexedDB = new IDBFactory()
})

const workOf = (id: string, usedAt = 0): KeptWork => ({
  id,
  title: `Title of ${id}`,
  names: [`${id}.csv`],
  size: 3,
  nodes: 2,
  edges: 1,
  usedAt,
  choices: { dangling: 'drop' },
  view: 'v=1&node=a',
  revision: 0,
})
const filesOf = (id: string) => [{ name: `${id}.csv`, content: new Blob(['a,b']) }]

describe('the store of works', () => {
  it('gives back what was put, those used last first', async () => {
    const store = new WorkStore()
    const layout = { layout: '{"name":"force"}', positions: Float32Array.of(1, 2) }
    await store.put({ work: workOf('one', 5), files: filesOf('one'), layout })
    await store.put({ work: workOf('two', 9), files: filesOf('two') })
    expect((await store.list()).map(({ id }) => id)).toEqual(['two', 'one'])
    const kept = await new WorkStore().get('one')
    expect(kept).toMatchObject({ work: workOf('one', 5), layout })
    expect(kept!.files.map(({ name }) => name)).toEqual(['one.csv'])
    expect(await store.get('three')).toBeUndefined()
  })

  it('is not created by looking at what it holds', async () => {
    expect(await new WorkStore().list()).toEqual([])
    expect(await indexedDB.databases()).toEqual([])
  })

  it('removes one work, or all, with everything that belongs to them', async () => {
    const store = new WorkStore()
    for (const id of ['one', 'two', 'three']) await store.put({ work: workOf(id), files: filesOf(id) })
    await store.remove('one')
    expect(await store.get('one')).toBeUndefined()
    expect((await store.list()).map(({ id }) => id).sort()).toEqual(['three', 'two'])
    await store.removeAll()
    expect(await store.list()).toEqual([])
    const database = await openDB(workDatabaseName)
    expect(await database.getAllKeys('files')).toEqual([])
    database.close()
  })

  it('lets one of several writers change a revision, whatever their order', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 12 }), async (turns) => {
        indexedDB = new IDBFactory()
        const store = new WorkStore()
        await store.put({ work: workOf('one'), files: filesOf('one') })
        const known = [0, 0, 0]
        let last = 'v=1&node=a'
        let revision = 0
        for (const [turn, writer] of turns.entries()) {
          const result = await store.update('one', known[writer]!, { view: `turn=${turn}` })
          if (known[writer] === revision) {
            expect(result).toBe(revision + 1)
            known[writer] = ++revision
            last = `turn=${turn}`
          } else expect(result).toBe('changed')
        }
        expect((await store.get('one'))!.work).toMatchObject({ view: last, revision })
        expect(await store.update('gone', 0, {})).toBe('removed')
      }),
      { numRuns: 40 },
    ))

  it('of version 1 is opened with all its works, and keeps positions from then on', async () => {
    const old = await openDB(workDatabaseName, 1, {
      upgrade: (database) => {
        database.createObjectStore('works', { keyPath: 'id' })
        database.createObjectStore('files')
      },
    })
    await old.put('works', workOf('old'))
    await old.put('files', filesOf('old'), 'old')
    old.close()
    const store = new WorkStore()
    expect((await store.get('old'))!.work).toEqual(workOf('old'))
    const layout = { layout: '{}', positions: Float32Array.of(3, 4) }
    expect(await store.update('old', 0, { view: '' }, layout)).toBe(1)
    expect(await store.get('old')).toMatchObject({ work: { view: '', revision: 1 }, layout })
  })

  it('gives way to a newer program in another tab, and says that it cannot read what that wrote', async () => {
    const store = new WorkStore()
    await store.put({ work: workOf('one'), files: filesOf('one') })
    const newer = await openDB(workDatabaseName, 99)
    expect(newer.version).toBe(99)
    await expect(store.list()).rejects.toThrow()
    newer.close()
  })
})
