import type { FileIn } from '../io/inputFile'
import { Records } from './jsonRecords'
import { CLOSE_OBJECT, JsonBytes, NotJson, OPEN_LIST, OPEN_OBJECT, QUOTE } from './jsonScanner'

/** A JSON file whose lists of records were read as columns of places, and everything else as it is. */
export interface Outline {
  readonly json: JsonBytes
  /** By key, with that of the object around it: "nodes", "elements.nodes"; "" where the file itself is a list. */
  readonly lists: ReadonlyMap<string, Records>
  /** What stands beside the lists. */
  readonly rest: Readonly<Record<string, unknown>>
}

/** Keys under which programs keep their nodes and edges. */
const listed = new Set(['nodes', 'edges', 'links', 'elements', 'elements.nodes', 'elements.edges'])

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const known = new WeakMap<FileIn, Outline>()

/** Reads a file once, whoever asks. Throws a FileFault where it is no JSON, or no UTF-8. */
export function outlineOf(file: FileIn): Outline {
  const before = known.get(file)
  if (before) return before
  // The walk itself refuses strings that are no UTF-8.
  const bytes = file.plainUtf8 ? file.bytes : file.utf8
  try {
    const outline = read(bytes)
    known.set(file, outline)
    return outline
  } catch (error) {
    if (!(error instanceof NotJson)) throw error
    // The engine finds the place of the fault.
    void file.json
    throw new Error(`${file.name} is JSON for the engine, and none for us`, { cause: error })
  }
}

function read(bytes: Uint8Array): Outline {
  const json = new JsonBytes(bytes)
  const lists = new Map<string, Records>()
  const rest = Object.create(null) as Record<string, unknown>
  const first = json.space()
  if (first === OPEN_LIST) lists.set('', new Records(json))
  else if (first === OPEN_OBJECT) object(json, '', { lists, rest })
  else json.value()
  if (json.space() !== 0 || json.at < bytes.length) throw new NotJson()
  return { json, lists, rest }
}

const idsIn = (lists: ReadonlyMap<string, Records>) => (lists.get('nodes') ?? lists.get('elements.nodes'))?.lendIds()

function object(
  json: JsonBytes,
  before: string,
  found: { readonly lists: Map<string, Records>; readonly rest: Record<string, unknown> },
): void {
  if (!json.opened(CLOSE_OBJECT)) return
  do {
    if (json.space() !== QUOTE) throw new NotJson()
    const name = before + (json.parsed(json.at) as string)
    json.colon()
    const byte = json.space()
    const { at } = json
    if (byte === OPEN_LIST && listed.has(name)) found.lists.set(name, new Records(json, idsIn(found.lists)))
    else if (byte === OPEN_OBJECT && name === 'elements') object(json, 'elements.', found)
    else found.rest[name] = json.parsed(at)
  } while (json.more(CLOSE_OBJECT))
}
