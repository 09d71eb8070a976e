import { lazy, Suspense, type ComponentType } from 'react'
import type { Moment } from '../../app/store'
import { useMoment } from '../useApp'

type DialogName = NonNullable<Moment['dialog']>

/** Every dialog, loaded when it is first opened. To add one: write its file, name it here. */
const dialogs: Readonly<Partial<Record<DialogName, ComponentType>>> = {
  export: lazy(async () => ({ default: (await import('./ExportDialog')).ExportDialog })),
  palette: lazy(async () => ({ default: (await import('./Palette')).Palette })),
  shortcuts: lazy(async () => ({ default: (await import('./Shortcuts')).Shortcuts })),
  open: lazy(async () => ({ default: (await import('./OpenDialog')).OpenDialog })),
}

/** The dialog that is open, if one is. */
export function Dialogs() {
  const name = useMoment((moment) => moment.dialog)
  const Open = name && dialogs[name]
  if (!Open) return null
  return (
    <Suspense fallback={null}>
      <Open />
    </Suspense>
  )
}
