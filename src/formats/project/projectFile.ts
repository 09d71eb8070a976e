import { zipSync, strToU8, type Zippable } from 'fflate'
import { z } from 'zod'
import { message } from '../../messages/message'
import type { ImportOptions } from '../../model/importReport'
import { isZip, unpackZip, type NamedBytes } from '../io/archive'
import { FileFault } from '../io/fileFault'

/** Everything about work on a graph: the files as they were opened, how they are read, and the view on them. */
export interface Project {
  readonly title: string
  readonly files: readonly NamedBytes[]
  readonly choices: ImportOptions
  /** The view as the query of an address, of any length. */
  readonly view: string
  /** Positions that took long to compute, x and y in turn by node row, and the layout of the view as JSON. */
  readonly layout?: { readonly layout: string; readonly positions: Float32Array } | undefined
}

/** Without the dot. */
export const projectExtension = 'kizuna'
const manifestName = 'kizuna-project.json'
const positionsName = 'positions.f32'
/** The files have a number in front, so that no two have one name and none is taken for documentation of the archive. */
const entryName = (name: string, at: number): string => `files/${at}-${name.replace(/^.*[/\\]/, '')}`

const Manifest = z.object({
  kizunaProject: z.literal(1),
  title: z.string(),
  files: z.array(z.string()).min(1),
  choices: z.record(z.string(), z.unknown()),
  view: z.string(),
  layout: z.string().optional(),
})

/** Files that are packed already, by their first bytes: zip, gzip, Parquet. */
const isPacked = ({ 0: one, 1: two }: Uint8Array): boolean =>
  (one === 0x50 && two === 0x4b) || (one === 0x1f && two === 0x8b) || (one === 0x50 && two === 0x41)

/** Larger files are packed faster and a little less. */
const largeFile = 2 ** 22

/**
 * Writes a project: a zip archive of the files as they were, after a description in JSON. `date` is the day, YYYY-MM-DD,
 * that the entries bear.
 */
export function writeProject({ title, files, choices, view, layout }: Project, date: string): Uint8Array {
  const manifest: z.infer<typeof Manifest> = {
    kizunaProject: 1,
    title,
    files: files.map(({ name }) => name),
    choices: choices as Record<string, unknown>,
    view,
    ...(layout && { layout: layout.layout }),
  }
  const entries: Zippable = { [manifestName]: [strToU8(`${JSON.stringify(manifest, null, 2)}\n`), { level: 0 }] }
  files.forEach(({ name, bytes }, at) => {
    entries[entryName(name, at)] = [bytes, { level: isPacked(bytes) ? 0 : bytes.length > largeFile ? 1 : 6 }]
  })
  if (layout) entries[positionsName] = [littleEndianBytes(layout.positions), { level: 1 }]
  return zipSync(entries, { mtime: `${date}T12:00:00` })
}

/** The project that a file is; undefined if it is none. Throws a FileFault if it is damaged or of another version. */
export async function readProject(given: readonly NamedBytes[]): Promise<Project | undefined> {
  const [file] = given
  if (given.length !== 1 || !file || !isProject(file)) return undefined
  const entries = new Map((await unpackZip(file)).map(({ name, bytes }) => [name, bytes]))
  const manifest = Manifest.safeParse(parsedJson(entries.get(manifestName)))
  if (!manifest.success)
    throw new FileFault(
      file.name,
      message('readFaults', 'unreadableProject'),
      message('readFaults', 'openWithNewerKizuna'),
    )
  const { title, files: names, choices, view, layout } = manifest.data
  const files = names.map((name, at): NamedBytes => {
    const bytes = entries.get(entryName(name, at))
    if (bytes) return { name, bytes }
    throw new FileFault(
      file.name,
      message('readFaults', 'fileMissingInProject', { name }),
      message('readFaults', 'saveOrDownloadAgain'),
    )
  })
  const positions = entries.get(positionsName)
  const kept = layout !== undefined && positions ? { layout, positions: numbersOf(positions) } : undefined
  return { title, files, choices: choices as ImportOptions, view, layout: kept }
}

/** Whether a file is a project: the description is the first entry of its archive. */
function isProject(file: NamedBytes): boolean {
  // The name of an entry begins 30 bytes after its signature (APPNOTE.TXT 4.3.7).
  const name = new TextDecoder().decode(file.bytes.subarray(30, 30 + manifestName.length))
  return isZip(file) && name === manifestName
}

function parsedJson(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

function littleEndianBytes(values: Float32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 4))
  values.forEach((value, at) => view.setFloat32(at * 4, value, true))
  return new Uint8Array(view.buffer)
}

function numbersOf(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Float32Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => view.getFloat32(at * 4, true))
}
