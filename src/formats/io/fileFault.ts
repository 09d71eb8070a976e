/** A line of a file that a fault points to; `highlight` are the columns, from 0, that are at fault. */
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

/** Why a file could not be read: what is wrong, where, and what mends it. */
export class FileFault extends Error {
  readonly line: number | undefined
  readonly column: number | undefined
  readonly excerpt: readonly ExcerptLine[] | undefined

  constructor(
    readonly file: string,
    readonly what: string,
    readonly remedy: string,
    { line, column, excerpt }: TextPosition = {},
  ) {
    super(line === undefined ? `${file}: ${what}` : `${file}:${line}:${column ?? 1} ${what}`)
    this.line = line
    this.column = column
    this.excerpt = excerpt
  }
}

const shownLength = 100

/** The place of a character in a text, with the lines before it. Long lines are cut around the place. */
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
    if (first + index < line) return { line: first + index, text: whole.slice(0, shownLength) }
    const start = Math.max(0, column - shownLength / 2)
    const bad = Math.min(column - 1, whole.length) - start
    return { line, text: whole.slice(start, start + shownLength), highlight: [Math.max(0, bad), Math.max(0, bad) + 1] }
  })
  return { line, column, excerpt }
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}
