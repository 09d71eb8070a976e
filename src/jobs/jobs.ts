import { force, forceHelp } from './forceJob'
import type { Job } from './job'
import { layout } from './layoutJob'
import { metric } from './metricJob'
import { open } from './openJob'
import { write } from './writeJob'

/** Every job by name. To add one: write its file, name it here. Whoever asks for one knows its input and its result. */
export const jobs: Readonly<Record<string, Job<never, unknown, unknown>>> = {
  force,
  forceHelp,
  layout,
  metric,
  open,
  write,
}
