import type { InputFile } from '../io/inputFile'
import { JsonRecords } from './jsonRecords'
import {
  CLOSE_BRACE_BYTE,
  JsonScanner,
  InvalidJsonError,
  OPEN_BRACKET_BYTE,
  OPEN_BRACE_BYTE,
  QUOTE_BYTE,
} from './jsonScanner'

/** A JSON file whose lists of records were read as columns of places, and everything else as it is. */
interface JsonOutline {
  readonly json: JsonScanner
  /** By key, with that of the object around it: "nodes", "elements.nodes"; "" where the file itself is a list. */
  readonly lists: ReadonlyMap<string, JsonRecords>
  /** What stands beside the lists. */
  readonly rest: Readonly<Record<string, unknown>>
}

/** Keys under which programs keep their nodes and edges. */
const listed = new Set(['nodes', 'edges', 'links', 'elements', 'elements.nodes', 'elements.edges'])

export const isJsonObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const known = new WeakMap<InputFile, JsonOutline>()

/** Reads a file once, whoever asks. Throws a FileFault where it is no JSON, or no UTF-8. */
export function jsonOutlineOf(file: InputFile): JsonOutline {
  const before = known.get(file)
  if (before) return before
  // The walk itself refuses strings that are no UTF-8.
  const bytes = file.isPlainUtf8 ? file.bytes : file.utf8
  try {
    const outline = read(bytes)
    known.set(file, outline)
    return outline
  } catch (error) {
    if (!(error instanceof InvalidJsonError)) throw error
    // The engine finds the place of the fault.
    void file.json
    throw new Error(`${file.name} is JSON for the engine, and none for us`, { cause: error })
  }
}

function read(bytes: Uint8Array): JsonOutline {
  const json = new JsonScanner(bytes)
  const lists = new Map<string, JsonRecords>()
  const rest = Object.create(null) as Record<string, unknown>
  const first = json.skipSpace()
  if (first === OPEN_BRACKET_BYTE) lists.set('', new JsonRecords(json))
  else if (first === OPEN_BRACE_BYTE) object(json, '', { lists, rest })
  else json.skipValue()
  if (json.skipSpace() !== 0 || json.offset < bytes.length) throw new InvalidJsonError()
  return { json, lists, rest }
}

const idsIn = (lists: ReadonlyMap<string, JsonRecords>) =>
  (lists.get('nodes') ?? lists.get('elements.nodes'))?.shareIdTable()

function object(
  json: JsonScanner,
  before: string,
  found: { readonly lists: Map<string, JsonRecords>; readonly rest: Record<string, unknown> },
): void {
  if (!json.enterUnlessEmpty(CLOSE_BRACE_BYTE)) return
  do {
    if (json.skipSpace() !== QUOTE_BYTE) throw new InvalidJsonError()
    const name = before + (json.parseAt(json.offset) as string)
    json.expectColon()
    const byte = json.skipSpace()
    const { offset: at } = json
    if (byte === OPEN_BRACKET_BYTE && listed.has(name)) found.lists.set(name, new JsonRecords(json, idsIn(found.lists)))
    else if (byte === OPEN_BRACE_BYTE && name === 'elements') object(json, 'elements.', found)
    else found.rest[name] = json.parseAt(at)
  } while (json.hasNextItem(CLOSE_BRACE_BYTE))
}
