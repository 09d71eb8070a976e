import { z } from 'zod'
import { didYouMean } from './datasetFault'

type Path = readonly PropertyKey[]

/** What is wrong with a shape, in words, and where, from the top of what was parsed. */
interface ZodIssueMessage {
  readonly at: Path
  readonly what: string
}

type Issue = z.core.$ZodIssue

/** So many fields are listed where one is unknown and none is like it. */
const mostListed = 8

/** A zod issue in words; unknown keys are one fault each, at their own place. `before` is where the schema stands. */
export function describeZodIssue(issue: Issue, schema: z.ZodType, before: Path = []): ZodIssueMessage[] {
  const at = [...before, ...issue.path]
  const field = at.join('.')
  const name = field && `"${field}" `
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(issue.keys, keysFor(shapeAt(schema, issue.path), issue.input), at)
    case 'invalid_value': {
      const values = issue.values.map(String)
      if (issue.input === undefined) return [{ at, what: `${name}is missing: one of ${values.join(', ')}` }]
      const given = shortly(issue.input)
      const what = `${field} "${given}" is not one of ${values.join(', ')}${didYouMean(given, values)}`
      return [{ at, what: what.trimStart() }]
    }
    case 'invalid_union':
      return inUnion(issue, shapeAt(schema, issue.path), at)
    case 'invalid_type':
      return [{ at, what: `${name}${issue.input === undefined ? 'is missing' : wrongType(issue)}` }]
    default:
      return [{ at, what: `${name}${issue.message}` }]
  }
}

function unknownKeys(keys: readonly string[], known: readonly string[], at: Path): ZodIssueMessage[] {
  const listed = at.length > 0 && known.length > 0 && known.length <= mostListed
  return keys.map((key) => {
    const near = didYouMean(key, known) || (listed ? `; there are ${known.join(', ')}` : '')
    return { at: [...at, key], what: `"${[...at, key].join('.')}" is no field here${near}` }
  })
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of fields',
}

function wrongType({ expected, input }: z.core.$ZodIssueInvalidType): string {
  const quotes = expected === 'string' && typeof input === 'number' ? '; put it in quotes' : ''
  return `should be ${kinds[expected] ?? expected}, and is ${typeof input === 'string' ? `"${shortly(input)}"` : shortly(input)}${quotes}`
}

/** What keeps a value from the shape that it comes nearest to; all shapes where it comes near to none of them alone. */
function inUnion(issue: z.core.$ZodIssueInvalidUnion, union: z.ZodType | undefined, at: Path): ZodIssueMessage[] {
  const options = union instanceof z.ZodUnion ? (union.options as z.ZodType[]) : []
  const distances = issue.errors.map(distance)
  const least = Math.min(...distances)
  const nearest = distances.indexOf(least)
  const inner = issue.errors[nearest] ?? []
  const alone = distances.lastIndexOf(least) === nearest || options.some((each) => keysOf(each).length === 0)
  if (alone && inner.length > 0)
    return inner.flatMap((each) => describeZodIssue(each, options[nearest] ?? z.unknown(), at))
  const shapes = options.map((each) => `{ ${keysOf(each).join(', ')} }`)
  const name = at.length > 0 ? `"${at.join('.')}" ` : ''
  return [{ at, what: `${name}should be one of ${shapes.join(', ')}, and is ${shortly(issue.input)}` }]
}

/** How far a value is from a shape: fields that it does not know weigh more than those that are wrong. */
const distance = (issues: readonly Issue[]): number =>
  issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? 100 * issue.keys.length : 1), 0)

/** The schema of what stands at a path; undefined where the path leads through something else than fields and lists. */
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

/** The fields that may stand in a map; of several shapes, those of the one with which it shares most. */
function keysFor(schema: z.ZodType | undefined, given: unknown): string[] {
  if (!(schema instanceof z.ZodUnion)) return keysOf(schema)
  const fields = Object.keys(given ?? {})
  const shared = (keys: readonly string[]) => keys.filter((key) => fields.includes(key)).length
  return (schema.options as z.ZodType[]).map(keysOf).reduce((best, keys) => (shared(keys) > shared(best) ? keys : best))
}

/** A value as it was given, cut where it is long. */
function shortly(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
