import { force } from './force'
import type { Job } from './job'

/** Every job by name. To add one: write its file, name it here. Whoever asks for one knows its input and its result. */
export const jobs: Readonly<Record<string, Job<never, unknown, unknown>>> = { force }
