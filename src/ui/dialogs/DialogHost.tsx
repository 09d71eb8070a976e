import { Suspense, type ComponentType } from 'react'
import type { Session } from '../../app/store'
import { Dialog } from '../controls/Dialog'
import { lazyPart } from '../controls/lazyPart'
import { PartBoundary } from '../controls/PartBoundary'
import { useSession } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'

type DialogName = NonNullable<Session['dialog']>

/** Every dialog, loaded when it is first opened. */
const dialogs: Readonly<Record<DialogName, ComponentType>> = {
  export: lazyPart(async () => (await import('./ExportDialog')).ExportDialog),
  palette: lazyPart(async () => (await import('./CommandPalette')).CommandPalette),
  shortcuts: lazyPart(async () => (await import('./ShortcutsDialog')).ShortcutsDialog),
  open: lazyPart(async () => (await import('./OpenDialog')).OpenDialog),
  tables: lazyPart(async () => (await import('./TableImportDialog')).TableImportDialog),
  share: lazyPart(async () => (await import('./ShareDialog')).ShareDialog),
  report: lazyPart(async () => (await import('./ImportReportDialog')).ImportReportDialog),
}

/** The open dialog, if there is one. */
export function DialogHost() {
  const name = useSession((session) => session.dialog)
  const { failure } = useTexts().frame
  if (!name) return null
  const Content = dialogs[name]
  return (
    <PartBoundary
      key={name}
      part={failure.parts.dialog}
      wrap={(content) => <Dialog title={failure.parts.dialog}>{content}</Dialog>}
    >
      <Suspense fallback={null}>
        <Content />
      </Suspense>
    </PartBoundary>
  )
}
