import type { InputFile } from '../io/inputFile'

/** Whether a file is Turtle, TriG, N-Triples or N-Quads: it begins with a directive, or with a triple of IRIs. */
export function isTurtle({ head }: InputFile): boolean {
  const text = head
    .replace(/^\ufeff/, '')
    .replace(/^(\s*#[^\n]*\n)+/, '')
    .trimStart()
  if (/^(@prefix|@base|@version|PREFIX|BASE|VERSION)\s/i.test(text)) return true
  return /^(<[^<>"{}|^`\\\s]+>|_:\w+)\s+(<[^<>"{}|^`\\\s]+>|a\s)/.test(text)
}
