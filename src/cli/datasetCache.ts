import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** Where the compiled bundled data set is cached. */
export interface DatasetCacheLocation {
  readonly file: string
  /** Identifies this build of the program, since another build may compile differently. */
  readonly programHash: () => string
}

/**
 * The result of `compile` for a data set's files, from the cache if it was made from the same bytes by the same program, so
 * that nothing stale is returned. If the cache cannot be written, every call compiles.
 */
export async function cachedDatasetText(
  files: ReadonlyMap<string, Uint8Array>,
  { file, programHash }: DatasetCacheLocation,
  compile: () => Promise<string>,
): Promise<string> {
  const key = cacheKey(files, programHash())
  const cached = readCache(file, key)
  if (cached !== undefined) return cached
  const text = await compile()
  writeCache(file, withHeader(key, text))
  return text
}

/** SHA-256 over the program and every path and content with its length, so that no two data sets share a key. */
function cacheKey(files: ReadonlyMap<string, Uint8Array>, programHash: string): string {
  const hash = createHash('sha256').update(JSON.stringify([programHash, files.size]))
  for (const [path, bytes] of files) hash.update(JSON.stringify([path, bytes.length])).update(bytes)
  return hash.digest('hex')
}

/** The first line has the key and a hash of the text, so that a damaged file is not used. */
const withHeader = (key: string, text: string): string =>
  `${key} ${createHash('sha256').update(text).digest('hex')}\n${text}`

/** The cached text; undefined if the file is missing, damaged, or has another key. */
function readCache(file: string, key: string): string | undefined {
  try {
    const content = readFileSync(file, 'utf8')
    const text = content.slice(content.indexOf('\n') + 1)
    return content === withHeader(key, text) ? text : undefined
  } catch {
    return undefined
  }
}

/** Writes a temporary file and renames it, so that other processes see all of it or nothing. Ignores unwritable folders. */
function writeCache(file: string, content: string): void {
  const temporary = `${file}.${process.pid}`
  try {
    writeFileSync(temporary, content)
    renameSync(temporary, file)
  } catch {
    if (existsSync(temporary)) rmSync(temporary)
  }
}
