import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { ImportOptions } from '../../model/importReport'

/** What this browser keeps of work on opened files, without the files themselves. */
export interface KeptWork {
  readonly id: string
  readonly title: string
  /** The names of the files. */
  readonly names: readonly string[]
  /** Bytes of all files. */
  readonly size: number
  readonly nodes: number
  readonly edges: number
  /** Milliseconds since 1970, when it was last changed. */
  readonly usedAt: number
  /** How the files are read. */
  readonly choices: ImportOptions
  /** The view as the query of an address, of any length. */
  readonly view: string
  /** A small picture of the canvas, as a data address. */
  readonly picture?: string
  /** Incremented by every change, so that a tab notices the change of another one. */
  readonly revision: number
}

/** A file as it was opened. */
export interface KeptFile {
  readonly name: string
  readonly content: Blob
}

/** Positions that took long to compute, and the layout that they belong to. */
export interface KeptLayout {
  /** The layout of the view as JSON. */
  readonly layout: string
  /** x and y in turn, by node row. */
  readonly positions: Float32Array
}

/** Everything that is kept of one work. */
export interface WholeWork {
  readonly work: KeptWork
  readonly files: readonly KeptFile[]
  readonly layout?: KeptLayout | undefined
}

interface WorkSchema extends DBSchema {
  works: { key: string; value: KeptWork }
  /** By the id of the work, so that a list of works reads no files. */
  files: { key: string; value: readonly KeptFile[] }
  layouts: { key: string; value: KeptLayout }
}

type Database = IDBPDatabase<WorkSchema>

/** What each version of the schema adds to the one before, beginning with version 1. Never change one that was released. */
const upgrades: readonly ((database: Database) => void)[] = [
  (database) => {
    database.createObjectStore('works', { keyPath: 'id' })
    database.createObjectStore('files')
  },
  (database) => void database.createObjectStore('layouts'),
]

export const workDatabaseName = 'kizuna'
const everyStore = ['works', 'files', 'layouts'] as const

/**
 * Work kept in the browser's IndexedDB. The files are kept as they were opened, as blobs, which the browser writes to disk
 * without the page holding their bytes. Every function is rejected if the browser keeps nothing.
 */
export class WorkStore {
  #database: Promise<Database> | undefined

  /** All works, those that were used last first. Nothing is created where nothing was ever kept. */
  async list(): Promise<readonly KeptWork[]> {
    const databases = await indexedDB.databases?.()
    if (databases && !databases.some(({ name }) => name === workDatabaseName)) return []
    const works = await (await this.#open()).getAll('works')
    return works.sort((one, other) => other.usedAt - one.usedAt)
  }

  /** One work with its files; undefined if it is not kept here. */
  async get(id: string): Promise<WholeWork | undefined> {
    const transaction = (await this.#open()).transaction(everyStore)
    const [work, files, layout] = await Promise.all([
      transaction.objectStore('works').get(id),
      transaction.objectStore('files').get(id),
      transaction.objectStore('layouts').get(id),
      transaction.done,
    ])
    return work && files && { work, files, layout }
  }

  /** Keeps a new work, or another reading of the files of one that is kept. */
  async put({ work, files, layout }: WholeWork): Promise<void> {
    const transaction = (await this.#open()).transaction(everyStore, 'readwrite')
    await Promise.all([
      transaction.objectStore('works').put(work),
      transaction.objectStore('files').put(files, work.id),
      layout
        ? transaction.objectStore('layouts').put(layout, work.id)
        : transaction.objectStore('layouts').delete(work.id),
      transaction.done,
    ])
  }

  /**
   * Changes a work, unless it was changed by somebody else since `revision`. Gives the new revision, or why nothing was
   * changed.
   */
  async update(
    id: string,
    revision: number,
    change: Partial<KeptWork>,
    layout?: KeptLayout,
  ): Promise<number | 'removed' | 'changed'> {
    const transaction = (await this.#open()).transaction(['works', 'layouts'], 'readwrite')
    const before = await transaction.objectStore('works').get(id)
    if (!before) return 'removed'
    if (before.revision !== revision) return 'changed'
    await Promise.all([
      transaction.objectStore('works').put({ ...before, ...change, revision: revision + 1 }),
      layout && transaction.objectStore('layouts').put(layout, id),
      transaction.done,
    ])
    return revision + 1
  }

  async remove(id: string): Promise<void> {
    const transaction = (await this.#open()).transaction(everyStore, 'readwrite')
    await Promise.all([...everyStore.map((name) => transaction.objectStore(name).delete(id)), transaction.done])
  }

  async removeAll(): Promise<void> {
    const transaction = (await this.#open()).transaction(everyStore, 'readwrite')
    await Promise.all([...everyStore.map((name) => transaction.objectStore(name).clear()), transaction.done])
  }

  /** Opened on use, and again after the browser or a newer program in another tab has closed it. */
  #open(): Promise<Database> {
    const forget = () => (this.#database = undefined)
    this.#database ??= openDB<WorkSchema>(workDatabaseName, upgrades.length, {
      upgrade: (database, from) => upgrades.slice(from).forEach((upgrade) => upgrade(database)),
      blocking: async () => {
        const opened = this.#database
        forget()
        ;(await opened)?.close()
      },
      terminated: forget,
    }).catch((error: unknown) => {
      forget()
      throw error
    })
    return this.#database
  }
}
