/** What the end of the search bar's text can be completed to, and the index at which that begins. */
export type CompletionContext =
  | { readonly kind: 'nothing' }
  /** Words without a key, which search node names. */
  | { readonly kind: 'names'; readonly words: string; readonly from: number }
  /** The value of a key, as far as it is typed. */
  | { readonly kind: 'value'; readonly key: string; readonly part: string; readonly from: number }

const keyAndValues = /(?:^|[\s(])-*([@a-z][\w.-]*):((?:[^\s()"]|"[^"]*"?)*)$/
const bareWords = /(?:^|[\s)])((?:[^\s:()",+\\-][^\s:()",+\\]*\s*)+)$/

/** Parses the end of the search bar's text; the filter before it stays as it is. */
export function completionContext(text: string): CompletionContext {
  const valued = keyAndValues.exec(text)
  if (valued) {
    const part = valued[2]!.slice(valued[2]!.lastIndexOf(',') + 1)
    return { kind: 'value', key: valued[1]!, part: part.replaceAll('"', ''), from: text.length - part.length }
  }
  const bare = bareWords.exec(text)?.[1]
  if (!bare || bare.trim() === 'or') return { kind: 'nothing' }
  return { kind: 'names', words: bare.trim(), from: text.length - bare.length }
}
