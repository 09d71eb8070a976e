import { message } from '../../messages/message'
import { shortenQuery } from '../../scene/view/shortAddress'
import { withNamedData, type AddressBar, type AddressBarSync } from '../addressBar'
import type { KeptWorks } from '../app'
import type { SessionStore, WorkspaceStore } from '../store'
import { maxQueryLength } from '../browserHistory'
import type { MakeWorker } from '../startJob'
import type { OpenedFiles, WorkKeeper } from './workKeeper'

/** What was read when the page was loaded, and the revision of the kept work that it belongs to. */
export interface InitialWork {
  readonly id: string
  readonly revision: number
}

export interface WorkFollowerEnvironment {
  readonly addressBar: AddressBar
  readonly makeWorker: MakeWorker
  readonly today: () => string
  /** What the page was loaded with. */
  readonly opened?: OpenedFiles | undefined
}

/** Tells the keeper of work, which is loaded when the first file is opened, what happens. */
export class WorkFollower {
  #keeper: Promise<WorkKeeper> | undefined

  /** What is open; undefined for the bundled data set. */
  #opened: OpenedFiles | undefined

  constructor(
    readonly workspace: WorkspaceStore,
    readonly session: SessionStore,
    readonly history: AddressBarSync,
    readonly environment: WorkFollowerEnvironment,
  ) {
    this.#opened = environment.opened
  }

  /** The work that the page was loaded with. */
  resume({ id, revision }: InitialWork): void {
    this.session.setState({ work: { id, state: 'keeping' } })
    void this.keeper().then((keeper) => keeper.resume(id, revision))
  }

  /** Gives opened files a name in the address, and keeps them. */
  readonly onOpened = (opened: OpenedFiles, isAgain: boolean): void => {
    const { fileUrl } = opened
    this.#opened = opened
    const id = (isAgain ? this.session.getState().work?.id : undefined) ?? newWorkId()
    this.session.setState({ fileUrl, work: fileUrl === undefined ? { id, state: 'keeping' } : undefined })
    // Back returns to what was open before.
    if (!isAgain) this.history.pushNextChange()
    if (fileUrl === undefined) void this.keeper().then((keeper) => keeper.keep(id, opened))
  }

  /** What can be done with the works of this browser. */
  readonly works: KeptWorks = {
    list: async () => (await this.keeper()).store.list(),
    open: (id) => location.assign(`${location.pathname}?${withNamedData('', { work: id })}`),
    remove: async (id) => {
      const keeper = await this.keeper()
      await keeper.store.remove(id)
      if (this.session.getState().work?.id === id) keeper.forget()
    },
    forgetAll: async () => {
      localStorage.clear()
      const keeper = await this.keeper()
      await keeper.store.removeAll()
      if (this.session.getState().work) keeper.forget()
    },
    saveProject: async () => {
      const { workspace, session, environment } = this
      const { saveProject } = await import('./saveProject')
      const { makeWorker, today } = environment
      const isSaved = await saveProject({ workspace, session, makeWorker, opened: this.#opened, date: today() })
      if (isSaved && session.getState().work) (await this.keeper()).markSaved()
    },
    sharing: () => {
      const { addressBar } = this.environment
      const { missing } = shortenQuery(addressBar.query(), this.workspace.getState().graph, maxQueryLength())
      return { isOnWeb: this.session.getState().work === undefined, missing }
    },
    copyShownAddress: async () => {
      this.environment.addressBar.flush?.()
      await navigator.clipboard.writeText(location.href)
      this.session.setState({
        notice: { title: message('commands', 'linkCopied'), details: message('commands', 'linkCopiedDetails') },
      })
    },
  }

  /** The keeper, loaded on first use. */
  keeper(): Promise<WorkKeeper> {
    const { workspace, session, history } = this
    this.#keeper ??= import('./workKeeper').then(
      (module) => new module.WorkKeeper({ workspace, session, rewriteAddress: history.rewrite }),
    )
    return this.#keeper
  }
}

/** Ten random letters and digits. */
const newWorkId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => (byte % 36).toString(36)).join('')
