import type { LayoutName } from '../layout/layoutNames'
import { message } from '../messages/message'
import type { Workspace } from '../scene/view/view'
import type { LayoutEnvironment, LayoutExecutor } from './layoutExecutor'
import type { SessionStore, WorkspaceStore } from './store'

let executorModule: { readonly LayoutExecutor: typeof LayoutExecutor } | undefined

/**
 * Loads what computes layouts: until then a layout is computed some milliseconds after it was chosen, from then on at once.
 * The app calls it after the first picture, for which the positions are in the data.
 */
export async function loadLayoutExecutor(): Promise<void> {
  executorModule ??= await import('./layoutExecutor')
}

/**
 * Keeps the positions in step with the view's layout. Loads the code that computes layouts when the view has one that
 * must be computed.
 */
export class LayoutRunner {
  #executor: LayoutExecutor | undefined

  constructor(
    readonly workspace: WorkspaceStore,
    readonly session: SessionStore,
    readonly environment: LayoutEnvironment,
  ) {
    workspace.subscribe((now) => this.#follow(now))
    this.#follow(workspace.getState())
  }

  /** Starts ForceAtlas2, continuing from the iterations that the view has, or stops it; cancels any other layout's work. */
  toggle(): void {
    this.#withExecutor('force', (executor) => executor.toggle())
  }

  /** The executor follows the view by itself as soon as there is one. */
  #follow({ view: { layout } }: Workspace): void {
    if (!this.#executor && (layout.name !== 'prepared' || layout.noOverlap))
      this.#withExecutor(layout.name, () => undefined)
  }

  /** While the executor is loaded, the layout counts as being computed. */
  #withExecutor(layout: LayoutName, act: (executor: LayoutExecutor) => void): void {
    if (executorModule) {
      this.#executor ??= new executorModule.LayoutExecutor(this.workspace, this.session, this.environment)
      return act(this.#executor)
    }
    this.session.setState({ layoutProgress: message('layouts', 'progress', { layout }) })
    loadLayoutExecutor()
      .finally(() => this.session.setState({ layoutProgress: undefined }))
      .then(
        () => this.#withExecutor(layout, act),
        (error: unknown) => this.#fail(error),
      )
  }

  #fail(error: unknown): void {
    this.session.setState({
      notice: {
        title: message('layouts', 'failedTitle'),
        what: message('errors', 'unexpected', { detail: error instanceof Error ? error.message : String(error) }),
        remedy: message('layouts', 'failedRemedy'),
      },
    })
  }
}
