import type { Message } from '../../messages/message'

/** A line of a file that a fault points to. `highlight` is the range of columns at fault, from 0, its end excluded. */
interface ExcerptLine {
  readonly line: number
  readonly text: string
  readonly highlight?: readonly [number, number]
}

interface TextPosition {
  /** From 1. */
  readonly line?: number
  readonly column?: number
  readonly excerpt?: readonly ExcerptLine[]
}

/** Why a file cannot be read: what is wrong, where, and how to put it right. `message` is a technical line for logs. */
export class FileFault extends Error {
  readonly line: number | undefined
  readonly column: number | undefined
  readonly excerpt: readonly ExcerptLine[] | undefined

  constructor(
    readonly file: string,
    readonly what: Message,
    readonly remedy: Message,
    { line, column, excerpt }: TextPosition = {},
  ) {
    const id = `${what.namespace}.${what.id}`
    super(line === undefined ? `${file}: ${id}` : `${file}:${line}:${column ?? 1} ${id}`)
    this.line = line
    this.column = column
    this.excerpt = excerpt
  }
}

/** Maximum number of characters of a line in an excerpt. */
const excerptLength = 100

/**
 * Line and column of a character offset, and an excerpt of that line and the two before it. Long lines are cut around
 * the column.
 */
export function textPositionAt(text: string, offset: number): Required<TextPosition> {
  const at = Math.max(0, Math.min(offset, text.length))
  const before = text.slice(0, at).split('\n')
  const line = before.length
  const column = before.at(-1)!.length + 1
  const first = Math.max(1, line - 2)
  const lines = text
    .slice(0, endOfLine(text, at))
    .split('\n')
    .slice(first - 1)
  const excerpt = lines.map((whole, index): ExcerptLine => {
    if (first + index < line) return { line: first + index, text: whole.slice(0, excerptLength) }
    const start = Math.max(0, column - excerptLength / 2)
    const bad = Math.min(column - 1, whole.length) - start
    return {
      line,
      text: whole.slice(start, start + excerptLength),
      highlight: [Math.max(0, bad), Math.max(0, bad) + 1],
    }
  })
  return { line, column, excerpt }
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}
