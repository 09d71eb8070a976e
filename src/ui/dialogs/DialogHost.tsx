import { createElement, lazy, Suspense, type ComponentType, type ReactElement } from 'react'
import type { Moment } from '../../app/store'
import { useMoment } from '../controls/useApp'

type DialogName = NonNullable<Moment['dialog']>

const later = (load: () => Promise<ComponentType>): ReactElement =>
  createElement(lazy(async () => ({ default: await load() })))

/** Every dialog, loaded when it is first opened. To add one: write its file, name it here. */
const dialogs: Readonly<Record<DialogName, ReactElement>> = {
  export: later(async () => (await import('./ExportDialog')).ExportDialog),
  palette: later(async () => (await import('./CommandPalette')).Palette),
  shortcuts: later(async () => (await import('./ShortcutsDialog')).Shortcuts),
  open: later(async () => (await import('./OpenDialog')).OpenDialog),
  tables: later(async () => (await import('./TableImportDialog')).TablesDialog),
  report: later(async () => (await import('./ImportReportDialog')).ReportDialog),
}

/** The dialog that is open, if one is. */
export function Dialogs() {
  const name = useMoment((moment) => moment.dialog)
  const open = name && dialogs[name]
  return open ? <Suspense fallback={null}>{open}</Suspense> : null
}
