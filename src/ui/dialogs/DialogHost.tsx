import { createElement, lazy, Suspense, type ComponentType, type ReactElement } from 'react'
import type { Session } from '../../app/store'
import { useSession } from '../controls/useApp'

type DialogName = NonNullable<Session['dialog']>

const later = (load: () => Promise<ComponentType>): ReactElement =>
  createElement(lazy(async () => ({ default: await load() })))

/** Every dialog, loaded when it is first opened. To add one: write its file, name it here. */
const dialogs: Readonly<Record<DialogName, ReactElement>> = {
  export: later(async () => (await import('./ExportDialog')).ExportDialog),
  palette: later(async () => (await import('./CommandPalette')).CommandPalette),
  shortcuts: later(async () => (await import('./ShortcutsDialog')).ShortcutsDialog),
  open: later(async () => (await import('./OpenDialog')).OpenDialog),
  tables: later(async () => (await import('./TableImportDialog')).TableImportDialog),
  report: later(async () => (await import('./ImportReportDialog')).ImportReportDialog),
}

/** The dialog that is open, if one is. */
export function DialogHost() {
  const name = useSession((session) => session.dialog)
  const open = name && dialogs[name]
  return open ? <Suspense fallback={null}>{open}</Suspense> : null
}
