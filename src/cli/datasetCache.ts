import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** Where the bundled data set is kept as it was compiled last. */
export interface DatasetCache {
  readonly file: string
  /** What tells this build of the program from any other: another compiles otherwise. */
  readonly programHash: () => string
}

/**
 * What `compiled` makes of a data set's files. It is asked only where the text that was kept is not of these very bytes
 * and this very program, so nothing stale is given; where nothing can be kept it is asked every time.
 */
export async function cachedDatasetText(
  files: ReadonlyMap<string, Uint8Array>,
  { file, programHash: program }: DatasetCache,
  compiled: () => Promise<string>,
): Promise<string> {
  const key = keyOf(files, program())
  const kept = readKept(file, key)
  if (kept !== undefined) return kept
  const text = await compiled()
  keep(file, headed(key, text))
  return text
}

/** SHA-256 over the program and every path and content with its length, so that no two data sets run together. */
function keyOf(files: ReadonlyMap<string, Uint8Array>, program: string): string {
  const hash = createHash('sha256').update(JSON.stringify([program, files.size]))
  for (const [path, bytes] of files) hash.update(JSON.stringify([path, bytes.length])).update(bytes)
  return hash.digest('hex')
}

/** The first line names what the text was made of, and the text itself, so that a broken one is not read. */
const headed = (key: string, text: string): string =>
  `${key} ${createHash('sha256').update(text).digest('hex')}\n${text}`

/** What was kept under the key; nothing where there is no such file, or it is of another key or broken. */
function readKept(file: string, key: string): string | undefined {
  try {
    const whole = readFileSync(file, 'utf8')
    const text = whole.slice(whole.indexOf('\n') + 1)
    return whole === headed(key, text) ? text : undefined
  } catch {
    return undefined
  }
}

/**
 * Written beside and then renamed, so that another process finds it whole or not at all. A folder that cannot be written
 * is no fault.
 */
function keep(file: string, text: string): void {
  const beside = `${file}.${process.pid}`
  try {
    writeFileSync(beside, text)
    renameSync(beside, file)
  } catch {
    if (existsSync(beside)) rmSync(beside)
  }
}
