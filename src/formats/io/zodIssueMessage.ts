import type { z } from 'zod'
import { message, type Message } from '../../messages/message'

type Issue = z.core.$ZodIssue

/**
 * What is wrong with a value of a file, from an issue of a schema that was parsed with `reportInput`. The field is named
 * by its path, as in `nodes.3.label`.
 */
export function zodIssueMessage(issue: Issue, before: readonly PropertyKey[] = []): Message {
  const path = [...before, ...issue.path]
  const field = path.join('.')
  switch (issue.code) {
    case 'unrecognized_keys':
      return message('readFaults', 'unknownFields', { fields: issue.keys.map((key) => [...path, key].join('.')) })
    case 'invalid_union':
      return nearestOption(issue, path) ?? invalid(field)
    case 'invalid_type':
      return invalidType(issue, field)
    case 'invalid_value':
      if (issue.input === undefined) return missing(field)
      return message('readFaults', 'notOneOf', { field, values: issue.values.map(String) })
    default:
      return outOfBounds(issue, field)
  }
}

function outOfBounds(issue: Issue, field: string): Message {
  switch (issue.code) {
    case 'too_small': {
      const limit = Number(issue.minimum)
      return message('readFaults', issue.origin === 'number' ? 'tooSmall' : 'tooShort', { field, limit })
    }
    case 'too_big': {
      const limit = Number(issue.maximum)
      return message('readFaults', issue.origin === 'number' ? 'tooLarge' : 'tooLong', { field, limit })
    }
    case 'invalid_format':
      // Ids are the only texts with a pattern of lower-case letters.
      return issue.pattern?.includes('a-z') ? message('readFaults', 'invalidId', { field }) : invalid(field)
    default:
      return invalid(field)
  }
}

const invalid = (field: string): Message =>
  field === '' ? message('readFaults', 'invalidRecord') : message('readFaults', 'invalidField', { field })

const missing = (field: string): Message => message('readFaults', 'missingField', { field })

/** Kinds of values by the name that zod gives them. */
const kinds = {
  string: 'text',
  number: 'number',
  boolean: 'boolean',
  array: 'list',
  tuple: 'list',
  object: 'object',
} as const

function invalidType({ expected, input }: z.core.$ZodIssueInvalidType, field: string): Message {
  if (field === '') return message('readFaults', 'invalidRecord')
  if (input === undefined) return missing(field)
  const kind = Object.hasOwn(kinds, expected) ? kinds[expected as keyof typeof kinds] : undefined
  return kind ? message('readFaults', 'wrongKind', { field, kind: message('readFaults', kind) }) : invalid(field)
}

/** What is wrong with the option of a union that the value is nearest to; undefined if two are equally near. */
function nearestOption({ errors }: z.core.$ZodIssueInvalidUnion, path: readonly PropertyKey[]): Message | undefined {
  const distances = errors.map(issuesDistance)
  const min = Math.min(...distances)
  const at = distances.indexOf(min)
  const [first] = errors[at] ?? []
  return first && distances.lastIndexOf(min) === at ? zodIssueMessage(first, path) : undefined
}

/** How far a value is from a schema by its issues: an unknown field counts more than an invalid one. */
export const issuesDistance = (issues: readonly Issue[]): number =>
  issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? 100 * issue.keys.length : 1), 0)
