import { message, type Message } from '../../messages/message'
import type { ImportOptions } from '../../model/importReport'
import { printAddress } from '../../scene/view/address'
import type { View } from '../../scene/view/view'
import { initialViewOf } from '../initialView'
import type { SessionStore, WorkspaceStore } from '../store'
import { isLockHeld } from './lockState'
import { WorkStore, type KeptFile, type KeptLayout, type KeptWork } from './workStore'
import { workPicture } from './workPicture'

/** Files as they were opened, and how they were read. */
export interface OpenedFiles {
  readonly files: readonly KeptFile[]
  readonly choices: ImportOptions
  /** The address that they were read from; undefined for files of this computer. */
  readonly fileUrl?: string | undefined
}

export interface WorkKeeperEnvironment {
  readonly workspace: WorkspaceStore
  readonly session: SessionStore
  /** Writes the address anew, after the work that it names has changed. */
  readonly rewriteAddress: () => void
}

/** Milliseconds without a change of the view before it is written. */
const saveDelay = 400
/** Milliseconds that a reloaded page waits for its former self to let go of the work, before it says that another tab has it. */
const lockPatience = 1500

/** Why a work cannot be kept. */
class NotKeptError extends Error {
  constructor(readonly what: Message) {
    super(what.id)
  }
}

/**
 * Keeps opened files and the view on them in the browser. Only one tab writes a work: the one that holds its lock, and only
 * what nobody else has changed since.
 */
export class WorkKeeper {
  readonly store = new WorkStore()
  #revision = 0
  #savedView: View | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #releaseLock: () => void = () => undefined
  #asksBeforeLeaving = false

  constructor(readonly environment: WorkKeeperEnvironment) {
    const { workspace, session } = environment
    workspace.subscribe(({ view }, before) => view !== before.view && this.#saveSoon())
    session.subscribe(({ positions }, before) => positions !== before.positions && this.#saveSoon())
    for (const changing of [workspace, session]) changing.subscribe(() => this.#watchLeaving())
    addEventListener('pagehide', () => void this.save())
    addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && void this.save())
  }

  /** Keeps files that were just opened. If the browser does not, a notice says so, and the address names no work. */
  async keep(id: string, { files, choices }: OpenedFiles): Promise<void> {
    const { session } = this.environment
    const names = files.map(({ name }) => name)
    const size = files.reduce((sum, { content }) => sum + content.size, 0)
    this.#watchLeaving()
    try {
      await requireRoom(size)
      const isWriter = this.#lock(id)
      const work: KeptWork = { id, names, size, choices, revision: 0, ...(await this.#changing()) }
      await this.store.put({ work, files, layout: this.#layout() })
      this.#revision = 0
      if (session.getState().work?.id !== id) return
      if (await isWriter) this.#setState(id, 'kept')
      void askToPersist()
    } catch (error) {
      if (session.getState().work?.id !== id) return
      this.#giveUp(message('work', 'notKept', { names }), reasonOf(error))
    }
  }

  /** Goes on with a work that was kept before, at the revision that was read. */
  async resume(id: string, revision: number): Promise<void> {
    this.#revision = revision
    this.#savedView = this.environment.workspace.getState().view
    if (await this.#lock(id)) this.#setState(id, 'kept')
  }

  /** The view was written into a file: nothing is lost by leaving. */
  markSaved(): void {
    this.#savedView = this.environment.workspace.getState().view
    this.#watchLeaving()
  }

  /** Writes the view at once, if this tab may and there is something to write. */
  async save(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const { workspace, session } = this.environment
    const { work } = session.getState()
    const { view } = workspace.getState()
    if (work?.state !== 'kept' || work.id === undefined) return
    const layout = session.getState().forceRunning ? undefined : this.#layout()
    try {
      const revision = await this.store.update(work.id, this.#revision, await this.#changing(), layout)
      if (session.getState().work?.id !== work.id) return
      if (revision === 'changed') return this.#sayElsewhere(work.id)
      if (revision === 'removed')
        return this.#giveUp(message('work', 'viewNotKept'), message('work', 'removedElsewhere'))
      this.#revision = revision
      this.#savedView = view
      this.#watchLeaving()
    } catch (error) {
      this.#giveUp(message('work', 'viewNotKept'), reasonOf(error))
    }
  }

  /** The work that is open is not kept any longer, because somebody wanted it so. */
  readonly forget = (): void => {
    this.#releaseLock()
    this.environment.session.setState({ work: { state: 'notKept' } })
    this.environment.rewriteAddress()
  }

  /** Says once that the work is not kept, and takes it out of the address. */
  #giveUp(title: Message, what: Message): void {
    this.environment.session.setState({
      notice: { title, what, remedy: message('work', 'saveProjectInstead'), offersSaving: true },
    })
    this.forget()
  }

  #saveSoon(): void {
    if (this.environment.session.getState().work?.state !== 'kept') return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.save(), saveDelay)
  }

  /** The parts of a work that change with the view. */
  async #changing(): Promise<Pick<KeptWork, 'title' | 'nodes' | 'edges' | 'usedAt' | 'view' | 'picture'>> {
    const { workspace, session } = this.environment
    const now = workspace.getState()
    const { graph, view } = now
    const picture = session.getState().forceRunning ? undefined : workPicture(now, session.getState().positions)
    return {
      title: graph.about.title,
      nodes: graph.nodes.count,
      edges: graph.edges.count,
      usedAt: Date.now(),
      view: printAddress(view, initialViewOf(graph)),
      ...(picture !== undefined && { picture }),
    }
  }

  /** The positions of a force layout, which would take long to compute again. */
  #layout(): KeptLayout | undefined {
    const { view } = this.environment.workspace.getState()
    const { positions, forceRunning } = this.environment.session.getState()
    if (view.layout.name !== 'force' || forceRunning || !positions) return undefined
    return { layout: JSON.stringify(view.layout), positions }
  }

  /** Takes the work for this tab, and gives back what was held. Settled with false if another tab has it, until that closes. */
  #lock(id: string): Promise<boolean> {
    this.#releaseLock()
    const locks: LockManager | undefined = navigator.locks
    if (!locks) return Promise.resolve(true)
    const waiting = new AbortController()
    return new Promise((resolve) => {
      const name = `kizuna-work-${id}`
      let patience = setTimeout(() => void ask(), lockPatience)
      // A busy page may hear of its lock late: another tab has it only if the browser says that somebody holds it.
      const ask = async () => {
        const isElsewhere = await isLockHeld(locks, name)
        if (waiting.signal.aborted) return
        if (!isElsewhere) return void (patience = setTimeout(() => void ask(), lockPatience))
        this.#sayElsewhere(id)
        resolve(false)
      }
      const hold = () =>
        new Promise<void>((release) => {
          waiting.abort()
          clearTimeout(patience)
          this.#releaseLock = release
          if (this.environment.session.getState().work?.state === 'elsewhere') void this.#takeOver(id)
          resolve(true)
        })
      this.#releaseLock = () => waiting.abort()
      locks.request(name, { signal: waiting.signal }, hold).catch(() => undefined)
    })
  }

  /** The other tab was closed: from now on this one writes, over what the other left. */
  async #takeOver(id: string): Promise<void> {
    const kept = await this.store.get(id).catch(() => undefined)
    if (!kept || this.environment.session.getState().work?.id !== id) return
    this.#revision = kept.work.revision
    this.#setState(id, 'kept')
  }

  #sayElsewhere(id: string): void {
    this.#setState(id, 'elsewhere')
    this.environment.session.setState({
      notice: { title: message('work', 'openElsewhere'), details: message('work', 'openElsewhereDetails') },
    })
  }

  /** A view that a closing page could not write any more is written once the work is this tab's. */
  #setState(id: string, state: 'kept' | 'elsewhere'): void {
    if (this.environment.session.getState().work?.id !== id) return
    this.environment.session.setState({ work: { id, state } })
    if (state === 'kept') this.#savedView = undefined
    this.#saveSoon()
  }

  /** Asks before the page is left, but only while something would be lost: browsers hold such a question against a page. */
  #watchLeaving(): void {
    const { work } = this.environment.session.getState()
    const { view } = this.environment.workspace.getState()
    const isUnkept = work?.state === 'keeping' || work?.state === 'notKept'
    const wouldLose = isUnkept ? view !== this.#savedView : work?.state === 'elsewhere' && this.#hasOwnWork(view)
    if (wouldLose === this.#asksBeforeLeaving) return
    this.#asksBeforeLeaving = wouldLose
    if (wouldLose) addEventListener('beforeunload', askBeforeLeaving)
    else removeEventListener('beforeunload', askBeforeLeaving)
  }

  /** Whether pins or metrics were added here since the work was opened; everything else is done again in a moment. */
  #hasOwnWork(view: View): boolean {
    return view.pins !== this.#savedView?.pins || view.metrics !== this.#savedView.metrics
  }
}

const askBeforeLeaving = (event: BeforeUnloadEvent): void => event.preventDefault()

/** Throws if the browser says that there is no room for so many bytes. */
async function requireRoom(size: number): Promise<void> {
  const { quota, usage = 0 } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {}
  if (quota !== undefined && usage + size > quota)
    throw new NotKeptError(message('work', 'noRoom', { size, room: Math.max(0, quota - usage) }))
}

function reasonOf(error: unknown): Message {
  if (error instanceof NotKeptError) return error.what
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError'
  return isFull ? message('work', 'quotaExceeded') : message('work', 'browserKeepsNothing')
}

/** Asks the browser not to clear what is kept when the disk is full. Its answer changes nothing. */
const askToPersist = async (): Promise<unknown> =>
  (await navigator.storage?.persisted?.().catch(() => true)) || navigator.storage?.persist?.().catch(() => false)
