import { layoutAlgorithms } from '../layout/layoutAlgorithms'
import type { LayoutResult } from '../layout/layoutInput'
import { loadLandShapes } from '../layout/loadLandShapes'
import { runLayout, type LayoutRun } from '../layout/runLayout'
import type { Message } from '../messages/message'
import type { Job } from './job'

/** A layout that is computed in one go. Yields its progress as messages. A map is drawn without land if that cannot be loaded. */
export const layoutJob: Job<LayoutRun, Message, LayoutResult> = async function* (run) {
  const input =
    run.layout === 'geo' ? { ...run.input, landShapes: await loadLandShapes().catch(() => undefined) } : run.input
  return yield* runLayout(layoutAlgorithms[run.layout], { ...run, input })
}
