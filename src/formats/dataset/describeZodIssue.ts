import { z } from 'zod'
import { issuesDistance } from '../io/zodIssueMessage'
import { didYouMean } from './datasetFault'

type Path = readonly PropertyKey[]

/** What is wrong with a value, and its path from the top of what was parsed. */
interface ZodIssueMessage {
  readonly at: Path
  readonly what: string
}

type Issue = z.core.$ZodIssue

/** Maximum number of expected fields that are listed for an unknown field. */
const maxListed = 8

/** Describes a zod issue in English; each unknown field is a fault of its own. `before` is the path of the schema. */
export function describeZodIssue(issue: Issue, schema: z.ZodType, before: Path = []): ZodIssueMessage[] {
  const at = [...before, ...issue.path]
  const field = at.join('.')
  const name = field && `"${field}" `
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(issue.keys, keysFor(shapeAt(schema, issue.path), issue.input), at)
    case 'invalid_value': {
      const values = issue.values.map(String)
      const expected = `expected ${values.join(', ')}`
      if (issue.input === undefined) return [{ at, what: `${name}is missing; ${expected}` }]
      const given = shortened(issue.input)
      return [{ at, what: `invalid ${field || 'value'} "${given}"; ${expected}${didYouMean(given, values)}` }]
    }
    case 'invalid_union':
      return inUnion(issue, shapeAt(schema, issue.path), at)
    case 'invalid_type':
      return [{ at, what: `${name}${issue.input === undefined ? 'is missing' : wrongType(issue)}` }]
    default:
      return [{ at, what: `invalid ${field || 'value'}: ${uncapitalised(issue.message)}` }]
  }
}

const uncapitalised = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

function unknownKeys(keys: readonly string[], known: readonly string[], at: Path): ZodIssueMessage[] {
  const listed = at.length > 0 && known.length > 0 && known.length <= maxListed
  return keys.map((key) => {
    const near = didYouMean(key, known) || (listed ? `; expected ${known.join(', ')}` : '')
    return { at: [...at, key], what: `unknown field "${[...at, key].join('.')}"${near}` }
  })
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of fields',
}

function wrongType({ expected, input }: z.core.$ZodIssueInvalidType): string {
  const quotes = expected === 'string' && typeof input === 'number' ? '; put it in quotes' : ''
  const given = typeof input === 'string' ? `"${shortened(input)}"` : shortened(input)
  return `must be ${kinds[expected] ?? expected}, not ${given}${quotes}`
}

/** What is wrong with the nearest option of a union, or all options if there is no single nearest one. */
function inUnion(issue: z.core.$ZodIssueInvalidUnion, union: z.ZodType | undefined, at: Path): ZodIssueMessage[] {
  const options = union instanceof z.ZodUnion ? (union.options as z.ZodType[]) : []
  const distances = issue.errors.map(issuesDistance)
  const min = Math.min(...distances)
  const nearest = distances.indexOf(min)
  const inner = issue.errors[nearest] ?? []
  const isSingle = distances.lastIndexOf(min) === nearest || options.some((each) => keysOf(each).length === 0)
  if (isSingle && inner.length > 0)
    return inner.flatMap((each) => describeZodIssue(each, options[nearest] ?? z.unknown(), at))
  const shapes = options.map((each) => `{ ${keysOf(each).join(', ')} }`)
  const name = at.length > 0 ? `"${at.join('.')}" ` : ''
  return [{ at, what: `${name}must be one of ${shapes.join(', ')}, not ${shortened(issue.input)}` }]
}

/** The schema at a path; undefined if the path leads through anything but objects and arrays. */
function shapeAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  const here = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema
  const [key, ...rest] = path
  if (key === undefined) return here
  const next: unknown =
    here instanceof z.ZodObject ? here.shape[String(key)] : here instanceof z.ZodArray ? here.element : undefined
  return next instanceof z.ZodType ? shapeAt(next, rest) : undefined
}

const keysOf = (schema: z.ZodType | undefined): string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : []

/** The fields that an object may have; for a union, those of the option that shares most fields with it. */
function keysFor(schema: z.ZodType | undefined, given: unknown): string[] {
  if (!(schema instanceof z.ZodUnion)) return keysOf(schema)
  const fields = Object.keys(given ?? {})
  const shared = (keys: readonly string[]) => keys.filter((key) => fields.includes(key)).length
  return (schema.options as z.ZodType[]).map(keysOf).reduce((best, keys) => (shared(keys) > shared(best) ? keys : best))
}

/** A value as text, cut off after 40 characters. */
function shortened(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
