import { force, forceHelp } from './force'
import type { Job } from './job'
import { layout } from './layout'
import { metric } from './metric'
import { open } from './open'
import { write } from './write'

/** Every job by name. To add one: write its file, name it here. Whoever asks for one knows its input and its result. */
export const jobs: Readonly<Record<string, Job<never, unknown, unknown>>> = {
  force,
  forceHelp,
  layout,
  metric,
  open,
  write,
}
