const token =
  /[\s]*("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{},:])/y

/** The start of a token that is cut off by the end of the text. */
const unfinished = /^\s*(?:"(?:[^"\\\u0000-\u001f]|\\.)*\\?|-?\d*\.?\d*(?:[eE][+-]?)?|t|tr|tru|f|fa|fal|fals|n|nu|nul)$/

type Expected = 'value' | 'value or ]' | 'key or }' | 'key' | ':' | ', or ]' | ', or }' | 'end'

/**
 * The offset of the first syntax error in JSON (RFC 8259); the length of the text if it only ends too early. Engines
 * report positions differently or not at all. Only for texts that JSON.parse has rejected.
 */
export function jsonFaultOffset(text: string): number {
  const open: ('[' | '{')[] = []
  let expected: Expected = 'value'
  let at = 0
  const after = (): Expected => (open.length === 0 ? 'end' : open.at(-1) === '[' ? ', or ]' : ', or }')
  for (;;) {
    token.lastIndex = at
    const found = token.exec(text)?.[1]
    if (found === undefined)
      return unfinished.test(text.slice(at)) ? text.length : at + /^\s*/.exec(text.slice(at))![0].length
    const next = step(found, expected, open, after)
    if (next === undefined) return token.lastIndex - found.length
    expected = next
    at = token.lastIndex
  }
}

function step(found: string, expected: Expected, open: ('[' | '{')[], after: () => Expected): Expected | undefined {
  if (/[\]}]/.test(found) && found.length === 1) {
    if (!expected.endsWith(found)) return undefined
    open.pop()
    return after()
  }
  if (expected.startsWith('value')) return afterValue(found, open, after)
  if (expected.startsWith('key')) return found.startsWith('"') ? ':' : undefined
  return afterSeparator(found, expected)
}

/** What is expected after a colon or a comma. */
function afterSeparator(found: string, expected: Expected): Expected | undefined {
  if (expected === ':') return found === ':' ? 'value' : undefined
  if (found !== ',' || expected === 'end') return undefined
  return expected === ', or ]' ? 'value' : 'key'
}

function afterValue(found: string, open: ('[' | '{')[], after: () => Expected): Expected | undefined {
  if (found === '[' || found === '{') {
    open.push(found)
    return found === '[' ? 'value or ]' : 'key or }'
  }
  return /^[\]},:]$/.test(found) ? undefined : after()
}
