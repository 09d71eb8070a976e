import type { InputFile } from '../io/inputFile'

const comment = /^\s*[#%]/
/** Two ids; then nothing, one to three numbers, or the attributes that networkx writes. */
const edgeLine =
  /^\s*[^\s,;|]+[ \t]+[^\s,;|]+(?:(?:[ \t]+[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?){0,3}|[ \t]+\{.*\})\s*$/i
/** Names of the columns in the first line. */
export const edgeListHeaderPattern =
  /^\s*(source|from|src|start|node1|fromnodeid|u)\s+(target|to|dst|dest|end|node2|tonodeid|v)(\s+[^\s,;|]+){0,3}\s*$/i
/** Whole numbers separated by one space, which are read as a table. */
const numberPair = /^\d+ \d+(?: -?[\d.eE+-]+)? ?$/
const extension = /\.(edgelist|edges|edge|el|ncol)$/i

/**
 * Whether every line is an edge: two words without the separators of tables, and perhaps numbers. One line of two words is
 * an edge only if the extension says so. Tabs and pairs of numbers are left to tables, unless comments of KONECT (%) stand above.
 */
export function isEdgeList({ name, head, bytes }: InputFile): boolean {
  const all = head
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
  if (bytes.length > head.length) all.pop()
  const uncommented = all.filter((line) => !comment.test(line))
  const lines = edgeListHeaderPattern.test(uncommented[0] ?? '') ? uncommented.slice(1) : uncommented
  if (lines.length < 2 && !(lines.length === 1 && extension.test(name))) return false
  if (/^["<{[*@]/.test(lines[0]!.trimStart()) || !lines.every((line) => edgeLine.test(line))) return false
  if (all[0]!.startsWith('%') && !all[0]!.startsWith('%%')) return true
  return !lines.some((line) => line.includes('\t')) && !lines.every((line) => numberPair.test(line))
}
