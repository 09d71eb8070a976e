import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { App } from '../../app/app'
import type { Session } from '../../app/store'
import { lensedWorkspace } from '../../scene/view/filterResult'
import type { Workspace } from '../../scene/view/view'

export const AppContext = createContext<App | undefined>(undefined)

/** The app, for any component below `AppContext`. */
export function useApp(): App {
  const app = use(AppContext)
  if (!app) throw new Error('useApp was called outside AppContext')
  return app
}

/**
 * A part of the workspace, whose graph has only the statements that pass the filter's lenses. The component renders again
 * when the part changes, so `select` must not create new objects.
 */
export const useWorkspace = <Part>(select: (workspace: Workspace) => Part): Part =>
  useStore(useApp().workspace, (workspace) => select(lensedWorkspace(workspace)))

/** A part of the session; `select` must not create new objects. */
export const useSession = <Part>(select: (session: Session) => Part): Part => useStore(useApp().session, select)
