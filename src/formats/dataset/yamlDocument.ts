import { isMap, isSeq, LineCounter, parseDocument, type Document, type Node as YamlNode } from 'yaml'
import type { z } from 'zod'
import type { DatasetFault } from './datasetFault'
import { describeZodIssue } from './describeZodIssue'

/** The path of a value: keys and indexes from the top of the document. */
export type YamlPath = readonly PropertyKey[]

/** A parsed YAML file, with the positions of its values. */
export interface YamlDocument {
  readonly file: string
  readonly data: unknown
  /** The position of a value, or of the nearest enclosing value that exists; line and column from 1. */
  readonly positionOf: (path: YamlPath) => { readonly line: number; readonly column: number }
}

/** Parses a YAML file. Returns undefined if it has syntax errors, which are added to `faults`. */
export function parseYamlDocument(file: string, text: string, faults: DatasetFault[]): YamlDocument | undefined {
  const lines = new LineCounter()
  const parsed = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const position = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  for (const { pos, message } of parsed.errors)
    faults.push({ file, ...position(pos[0]), what: message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '') })
  if (parsed.errors.length > 0) return undefined
  return { file, data: parsed.toJS(), positionOf: (path) => position(offsetOf(parsed, path)) }
}

function offsetOf(top: Document, path: YamlPath): number {
  let node = top.contents as YamlNode | null
  let offset = node?.range?.[0] ?? 0
  for (const key of path) {
    const next = child(node, key)
    if (!next) break
    offset = next.offset
    node = next.node
  }
  return offset
}

type Child = { readonly node: YamlNode | null; readonly offset: number } | undefined

function child(node: YamlNode | null, key: PropertyKey): Child {
  if (isSeq(node)) {
    const item = node.items[Number(key)] as YamlNode | undefined
    return item?.range ? { node: item, offset: item.range[0] } : undefined
  }
  if (!isMap(node)) return undefined
  const pair = node.items.find((item) => String(item.key) === String(key))
  if (!pair) return undefined
  const value = pair.value as YamlNode | null
  const offset = value?.range?.[0] ?? (pair.key as YamlNode).range?.[0]
  return offset === undefined ? undefined : { node: value, offset }
}

/** Validates the value at a path. Returns undefined if it is invalid; faults are added with their positions. */
export function parseAtYamlPath<Shape extends z.ZodType>(
  schema: Shape,
  yaml: YamlDocument,
  { path, data }: { path: YamlPath; data: unknown },
  faults: DatasetFault[],
): z.infer<Shape> | undefined {
  const parsed = schema.safeParse(data, { reportInput: true })
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues)
    for (const { at, what } of describeZodIssue(issue, schema))
      faults.push({ file: yaml.file, ...yaml.positionOf([...path, ...at]), what })
  return undefined
}

/** The valid fields of a malformed entry, and the names of the invalid ones. */
export function validFieldsOf<Shape extends z.ZodObject>(
  schema: Shape,
  data: unknown,
): { readonly record: Partial<z.infer<Shape>>; readonly invalidFields: ReadonlySet<string> } {
  const given = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>
  const record: Record<string, unknown> = {}
  const invalidFields = new Set<string>()
  for (const [field, shape] of Object.entries(schema.shape)) {
    const parsed = (shape as z.ZodType).safeParse(given[field])
    if (!parsed.success) invalidFields.add(field)
    else if (parsed.data !== undefined) record[field] = parsed.data
  }
  return { record: record as Partial<z.infer<Shape>>, invalidFields }
}
