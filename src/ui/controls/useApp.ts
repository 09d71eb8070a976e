import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { App } from '../../app/app'
import type { Session } from '../../app/store'
import { lensedWorkspace } from '../../scene/view/filterResult'
import type { Workspace } from '../../scene/view/view'

export const AppContext = createContext<App | undefined>(undefined)

/** The program, from wherever a component stands. */
export function useApp(): App {
  const app = use(AppContext)
  if (!app) throw new Error('no program around this component')
  return app
}

/** What a component reads of the workspace, whose graph has the statements that count; it draws again only when that changes, so select parts, do not make new ones. */
export const useWorkspace = <Part>(select: (workspace: Workspace) => Part): Part =>
  useStore(useApp().workspace, (workspace) => select(lensedWorkspace(workspace)))

export const useSession = <Part>(select: (session: Session) => Part): Part => useStore(useApp().session, select)
