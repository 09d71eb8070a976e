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

/** A JSON file: its lists of records as columns of offsets, and everything else parsed. */
interface JsonOutline {
  readonly json: JsonScanner
  /** Lists by path: "nodes", "elements.nodes"; "" if the file itself is a list. */
  readonly lists: ReadonlyMap<string, JsonRecords>
  /** The values of all other keys. */
  readonly rest: Readonly<Record<string, unknown>>
}

/** Keys of lists of edges, the most usual first. */
export const edgeListNames = ['links', 'edges', 'relationships', 'relations', 'rels'] as const
/** Paths of lists of nodes and edges in the supported dialects. */
const listPaths = new Set(['nodes', ...edgeListNames, 'elements', 'elements.nodes', 'elements.edges'])

export const isJsonObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Outlines by file: several formats ask for the same one. */
const outlines = new WeakMap<InputFile, JsonOutline>()

/** The outline of a file, which is read once. Throws a FileFault if the JSON or its UTF-8 is invalid. */
export function jsonOutlineOf(file: InputFile): JsonOutline {
  const cached = outlines.get(file)
  if (cached) return cached
  // The scanner itself rejects strings with invalid UTF-8.
  const bytes = file.isPlainUtf8 ? file.bytes : file.utf8
  try {
    const outline = readOutline(bytes)
    outlines.set(file, outline)
    return outline
  } catch (error) {
    if (!(error instanceof InvalidJsonError)) throw error
    if (file.replaceNonFiniteTokens()) return jsonOutlineOf(file)
    // Throws a FileFault with the position.
    void file.json
    throw new Error(`${file.name}: JSON.parse accepts JSON that the scanner rejects`, { cause: error })
  }
}

function readOutline(bytes: Uint8Array): JsonOutline {
  const json = new JsonScanner(bytes)
  const lists = new Map<string, JsonRecords>()
  const rest = Object.create(null) as Record<string, unknown>
  const first = json.skipSpace()
  if (first === OPEN_BRACKET_BYTE) lists.set('', new JsonRecords(json))
  else if (first === OPEN_BRACE_BYTE) readObject(json, '', { lists, rest })
  else json.skipValue()
  if (json.skipSpace() !== 0 || json.offset < bytes.length) throw new InvalidJsonError()
  return { json, lists, rest }
}

/** The table of node ids, for the ends of edges; undefined if the nodes come later or have no ids. */
const nodeIdTable = (lists: ReadonlyMap<string, JsonRecords>) =>
  (lists.get('nodes') ?? lists.get('elements.nodes'))?.shareIdTable()

/** Reads an object; `prefix` is put before the names of its keys. */
function readObject(
  json: JsonScanner,
  prefix: string,
  found: { readonly lists: Map<string, JsonRecords>; readonly rest: Record<string, unknown> },
): void {
  if (!json.enterUnlessEmpty(CLOSE_BRACE_BYTE)) return
  do {
    if (json.skipSpace() !== QUOTE_BYTE) throw new InvalidJsonError()
    const name = prefix + (json.parseAt(json.offset) as string)
    json.expectColon()
    const byte = json.skipSpace()
    const { offset: at } = json
    if (byte === OPEN_BRACKET_BYTE && listPaths.has(name))
      found.lists.set(name, new JsonRecords(json, nodeIdTable(found.lists)))
    else if (byte === OPEN_BRACE_BYTE && name === 'elements') readObject(json, 'elements.', found)
    else found.rest[name] = json.parseAt(at)
  } while (json.hasNextItem(CLOSE_BRACE_BYTE))
}
