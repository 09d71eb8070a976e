import { createElement, lazy, Suspense, type ComponentType, type ReactElement } from 'react'
import type { Session } from '../../app/store'
import { useSession } from '../controls/useApp'

type DialogName = NonNullable<Session['dialog']>

const lazyElement = (load: () => Promise<ComponentType>): ReactElement =>
  createElement(lazy(async () => ({ default: await load() })))

/** Every dialog, loaded when it is first opened. */
const dialogs: Readonly<Record<DialogName, ReactElement>> = {
  export: lazyElement(async () => (await import('./ExportDialog')).ExportDialog),
  palette: lazyElement(async () => (await import('./CommandPalette')).CommandPalette),
  shortcuts: lazyElement(async () => (await import('./ShortcutsDialog')).ShortcutsDialog),
  open: lazyElement(async () => (await import('./OpenDialog')).OpenDialog),
  tables: lazyElement(async () => (await import('./TableImportDialog')).TableImportDialog),
  report: lazyElement(async () => (await import('./ImportReportDialog')).ImportReportDialog),
}

/** The open dialog, if there is one. */
export function DialogHost() {
  const name = useSession((session) => session.dialog)
  const dialog = name && dialogs[name]
  return dialog ? <Suspense fallback={null}>{dialog}</Suspense> : null
}
