import { forceJob, forceHelperJob } from './forceJob'
import type { Job } from './job'
import { layoutJob } from './layoutJob'
import { metricJob } from './metricJob'
import { openJob } from './openJob'
import { projectJob } from './projectJob'
import { writeJob } from './writeJob'

/** Every job by name; the types of its input and result are known where it is started. */
export const jobs: Readonly<Record<string, Job<never, unknown, unknown>>> = {
  force: forceJob,
  forceHelp: forceHelperJob,
  layout: layoutJob,
  metric: metricJob,
  open: openJob,
  project: projectJob,
  write: writeJob,
}
